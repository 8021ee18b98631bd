package eu.cairn.app.award;

import eu.cairn.award.Correction;
import java.util.Optional;

/**
 * A correction as other systems ask for it; what is absent stays as it is.
 *
 * @param reason a code
 * @param words why, as everybody will read it
 * @param version the course version to be certified
 * @param minute of the board, where the result changes
 * @param preview whether only to say what would change
 */
record CorrectionToMake(
        Optional<String> reason,
        Optional<String> words,
        Optional<String> fullName,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> grade,
        Optional<Integer> version,
        Optional<String> minute,
        Optional<Boolean> preview) {

    static CorrectionToMake nothing() {
        return new CorrectionToMake(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with everything that stays. */
    Correction.Wanted wanted(Corrections.Correctable standing) {
        var award = standing.award();
        var learner = award.learner().learner();
        return new Correction.Wanted(
                reason.orElse(""),
                words.orElse(""),
                fullName.orElse(learner.fullName()),
                givenName.or(learner::givenName).orElse(""),
                familyName.or(learner::familyName).orElse(""),
                grade.or(award::grade).orElse(""),
                version.orElse(award.number()),
                minute.orElse(""));
    }
}
