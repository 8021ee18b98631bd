package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A recognition decision for one qualification: the credential enters as this course with these
 * credits, and as recognised, instead of by its own facts. Its other facts stay its own.
 *
 * @param level the level at which it enters; the credential's own where the decision names none
 * @param as how it counts from then on: recognised, or as prior learning
 * @param decidedOn the first day on which the decision counts
 */
public record RecognisedUnit(
        String credentialId,
        String course,
        Ects credits,
        Optional<EqfLevel> level,
        Recognition as,
        String decisionId,
        String decidedBy,
        LocalDate decidedOn) {}
