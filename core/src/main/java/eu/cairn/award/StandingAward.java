package eu.cairn.award;

import eu.cairn.catalogue.CourseVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An award in force, as its signed credential states it and as it was decided.
 *
 * @param learner as the credential names them
 * @param version of the course that it certifies
 * @param passedTasks codes of the tasks that were passed
 * @param identityChecked whether the identity check was recorded that this version promises
 * @param passedOn the day of the last assessment
 * @param minute of the board that awarded it
 * @param awardedOn the day of that decision
 */
public record StandingAward(
        UUID id,
        EnrolledLearner learner,
        CourseVersion version,
        List<String> passedTasks,
        boolean identityChecked,
        LocalDate passedOn,
        Optional<String> grade,
        String minute,
        LocalDate awardedOn) {

    public StandingAward {
        passedTasks = List.copyOf(passedTasks);
    }

    public int number() {
        return version.number();
    }
}
