/** Stacks: a learner's credentials on the rules of a qualification. */
@NullMarked
package eu.cairn.app.stacking;

import org.jspecify.annotations.NullMarked;
