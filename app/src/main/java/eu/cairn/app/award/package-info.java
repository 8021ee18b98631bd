/** The registrar's pages: learners, results, awards. */
@NullMarked
package eu.cairn.app.award;

import org.jspecify.annotations.NullMarked;
