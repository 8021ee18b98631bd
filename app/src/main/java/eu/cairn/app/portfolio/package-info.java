/** What a learner holds. */
@NullMarked
package eu.cairn.app.portfolio;

import org.jspecify.annotations.NullMarked;
