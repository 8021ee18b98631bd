/**
 * Rulebooks of qualifications, and audits: whether the credentials of a learner satisfy a rulebook,
 * with the assignment that shows it, or what is missing.
 */
@NullMarked
package eu.cairn.stacking;

import org.jspecify.annotations.NullMarked;
