/** Credentials that are false in one thing each, and true ones in shapes that are rarely seen. */
@NullMarked
package eu.cairn.formats.verification.hostile;

import org.jspecify.annotations.NullMarked;
