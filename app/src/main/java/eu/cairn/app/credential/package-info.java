/** Signed documents: keys, what is to be signed, what was signed, and its status. */
@NullMarked
package eu.cairn.app.credential;

import org.jspecify.annotations.NullMarked;
