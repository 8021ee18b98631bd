/** What a learner holds, and what it adds up to. */
@NullMarked
package eu.cairn.portfolio;

import org.jspecify.annotations.NullMarked;
