package eu.cairn.recognition;

import eu.cairn.verification.VerifiedCredential;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A learner's request to have a verified credential recognised as a unit of a qualification.
 *
 * @param organisation the institution that decides
 * @param learner the account that asks
 * @param completeOn the day from which the four months are counted
 */
public record RecognitionApplication(
        UUID id,
        UUID organisation,
        UUID learner,
        VerifiedCredential credential,
        RecognisedUnitTarget target,
        LocalDate completeOn) {

    /**
     * The last day for a decision: four months from the complete application (European Area of
     * Recognition manual, ch. 2).
     */
    public LocalDate decideBy() {
        return decideBy(completeOn);
    }

    public static LocalDate decideBy(LocalDate completeOn) {
        return completeOn.plusMonths(4);
    }
}
