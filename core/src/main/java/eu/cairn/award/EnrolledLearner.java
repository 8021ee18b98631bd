package eu.cairn.award;

import eu.cairn.credential.Learner;
import java.util.UUID;

/**
 * A learner as the awarding institution knows them.
 *
 * @param id inside Cairn
 * @param number the institution's own number for the learner
 */
public record EnrolledLearner(UUID id, String number, Learner learner) {}
