package eu.cairn.credential;

import eu.cairn.framework.MultilingualText;

/**
 * What the holder is able to do after the learning.
 *
 * @param code short label within its course, such as {@code LO1}
 * @param text the sentence after "on completion, the learner is able to"
 */
public record LearningOutcome(String code, MultilingualText text) {}
