package eu.cairn.credential;

import eu.cairn.framework.LearningHours;

/**
 * The estimated learning time of one activity: teaching, independent study or assessment.
 *
 * @param activity what it is called in its course
 * @param hours the time of an average learner
 */
public record ActivityHours(String activity, LearningHours hours) {}
