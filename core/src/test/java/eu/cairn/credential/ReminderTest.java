package eu.cairn.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTest {

    @ParameterizedTest
    @CsvSource({
        "2028-11-30, ''",
        "2028-12-01, end-near 2029-03-01",
        "2029-03-01, end-near 2029-03-01",
        "2029-03-02, ''"
    })
    void theHolderIsRemindedFromNinetyDaysBeforeTheEndToTheEnd(LocalDate today, String expected) {
        assertThat(said(credential(Optional.of(LocalDate.of(2029, 3, 1)), Optional.empty()), today))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-11-30, ''",
        "2028-12-01, review-near 2029-03-01",
        "2029-02-28, review-near 2029-03-01",
        "2029-03-01, review-due 2029-03-01",
        "2035-01-01, review-due 2029-03-01"
    })
    void aReviewComesNearAndStaysDue(LocalDate today, String expected) {
        assertThat(said(credential(Optional.empty(), Optional.of(LocalDate.of(2029, 3, 1))), today))
                .isEqualTo(expected);
    }

    private static String said(MicroCredential credential, LocalDate today) {
        return String.join(
                ", ",
                Reminder.of(credential, today).stream()
                        .map(reminder -> reminder.kind().code() + " " + reminder.day())
                        .toList());
    }

    private static MicroCredential credential(
            Optional<LocalDate> expiresOn, Optional<LocalDate> reviewOn) {
        return new MicroCredential(
                "urn:uuid:1",
                MultilingualText.of(Language.ENGLISH, "Living with a changing climate"),
                Optional.empty(),
                new AwardingBody(
                        "did:key:z6Mk",
                        "Università di Borgofiume",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(LocalDate.of(2026, 3, 1)),
                Instant.parse("2026-03-01T10:00:00Z"),
                expiresOn,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reviewOn,
                List.of(),
                Optional.empty());
    }
}
