/**
 * Is this document genuine? Recognises what strangers hand in, reads it within bounds, makes every
 * check and gives the one verdict; never fetches what a document names.
 */
@NullMarked
package eu.cairn.formats.verification;

import org.jspecify.annotations.NullMarked;
