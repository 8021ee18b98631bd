package eu.cairn.app.award;

import eu.cairn.award.EnrolledLearner;
import eu.cairn.credential.Learner;
import java.util.Optional;
import java.util.UUID;

/** A learner as an institution knows them, with the address that links them to an account. */
public record LearnerRow(
        UUID id,
        String number,
        String fullName,
        String givenName,
        String familyName,
        String email) {

    EnrolledLearner enrolled() {
        return new EnrolledLearner(
                id,
                number,
                new Learner(
                        fullName,
                        Optional.of(givenName).filter(name -> !name.isBlank()),
                        Optional.of(familyName).filter(name -> !name.isBlank()),
                        Optional.of(number)));
    }
}
