/**
 * A micro-credential as a European Digital Credential: the European Learning Model 3.2 in JSON-LD.
 */
@NullMarked
package eu.cairn.formats.credential.elm;

import org.jspecify.annotations.NullMarked;
