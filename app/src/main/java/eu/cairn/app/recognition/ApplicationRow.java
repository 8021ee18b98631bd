package eu.cairn.app.recognition;

import eu.cairn.recognition.RecognitionApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An application for recognition as it is kept.
 *
 * @param number as people quote it, unique within the organisation, such as {@code R-2026-0001}
 * @param organisation who decides
 * @param account who asks
 * @param applicant their name
 * @param target code of the unit that the credential is to be recognised as
 * @param note what the applicant adds
 * @param completeOn the day from which the four months are counted
 */
public record ApplicationRow(
        UUID id,
        String number,
        UUID organisation,
        UUID account,
        String applicant,
        UUID award,
        String rulebook,
        String rulebookVersion,
        String target,
        String note,
        LocalDate completeOn,
        Instant submittedAt,
        boolean decided) {

    public LocalDate decideBy() {
        return RecognitionApplication.decideBy(completeOn);
    }
}
