/** The commands of {@code ./cairn}. */
@NullMarked
package eu.cairn.app.cli;

import org.jspecify.annotations.NullMarked;
