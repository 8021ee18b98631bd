/** One line for each decision, in a chain of hashes that shows every later change. */
@NullMarked
package eu.cairn.app.journal;

import org.jspecify.annotations.NullMarked;
