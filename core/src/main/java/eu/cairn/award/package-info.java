/**
 * From results to awards: nothing is awarded but assessed outcomes of an approved course, once, on
 * the decision of a board.
 */
@NullMarked
package eu.cairn.award;

import org.jspecify.annotations.NullMarked;
