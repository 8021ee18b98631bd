package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.QualityRecords;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.QualityRecord;
import eu.cairn.verification.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What registers of others say of quality is shown with credentials and courses. */
class QualityBackingTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final String REGISTER = "A register of tests";

    private final TestServer.Visitor anybody = SERVER.visitor();
    private final QualityRecords records = SERVER.bean(QualityRecords.class);

    private final AwardedCredential awarded =
            SERVER.bean(CredentialStore.class).sample(100).stream()
                    .map(one -> SERVER.bean(CredentialStore.class).byShortCode(one.shortCode()))
                    .map(one -> one.orElseThrow())
                    .filter(one -> one.revocation().isEmpty() && one.suspension().isEmpty())
                    .filter(one -> isWithoutReview(one.organisation()))
                    .findFirst()
                    .orElseThrow();

    private final Organisation organisation =
            SERVER.bean(AccountStore.class).organisation(awarded.organisation()).orElseThrow();

    private static boolean isWithoutReview(UUID organisation) {
        var of = SERVER.bean(AccountStore.class).organisation(organisation).orElseThrow();
        return SERVER.bean(QualityRecords.class).of(Set.of(of.name(), of.url())).isEmpty();
    }

    @AfterEach
    void forget() {
        records.remove(REGISTER);
    }

    @Test
    void aCredentialShowsAReviewThatHeldOnTheDayOfTheAwardAndTellsAnExpiredOneApart() {
        var day = credential().dayOfAward();

        records.put(REGISTER, List.of(review(day.minusYears(1), day, List.of(), Set.of())));
        assertThat(codes()).contains("assurance.issuer-valid");
        assertThat(page()).contains("Institution reviewed", REGISTER);

        records.put(
                REGISTER,
                List.of(review(day.minusYears(7), day.minusDays(1), List.of(), Set.of())));
        assertThat(codes()).contains("assurance.issuer-expired");
        assertThat(page()).contains("Review had ended");
        assertThat(SERVER.bean(Verifications.class).verify(awarded.document().orElseThrow()).code())
                .isEqualTo("genuine");

        records.remove(REGISTER);
        assertThat(codes()).contains("assurance.issuer-unknown");
    }

    @Test
    void aLevelIsSelfAssessedUntilAnAuthorisedBodyConfirmsIt() {
        var day = credential().dayOfAward();
        int level = credential().level().orElseThrow().eqf().orElseThrow().level();

        assertThat(codes()).contains("level.self-assessed").doesNotContain("level.confirmed");
        assertThat(page()).contains("Self-assessed");
        assertThat(coursePage()).contains("self-assessed until an authorised body confirms it");

        records.put(
                REGISTER,
                List.of(
                        review(
                                day.minusYears(1),
                                LocalDate.of(2999, 12, 31),
                                List.of(),
                                Set.of(level))));
        assertThat(codes()).contains("level.confirmed").doesNotContain("level.self-assessed");
        assertThat(page()).doesNotContain("Self-assessed");
        assertThat(coursePage())
                .contains(
                        "confirmed by " + organisation.qualityBody() + ", authorised by An agency")
                .doesNotContain("self-assessed until");
    }

    @Test
    void theCoursePageTellsAValidReviewFromAnExpiredOne() {
        var code = credential().course().orElseThrow().code().orElseThrow();

        records.put(
                REGISTER,
                List.of(
                        review(
                                LocalDate.of(2001, 1, 1),
                                LocalDate.of(2006, 12, 31),
                                List.of(code),
                                Set.of()),
                        review(
                                LocalDate.of(2020, 1, 1),
                                LocalDate.of(2999, 12, 31),
                                List.of(),
                                Set.of())));

        assertThat(coursePage())
                .contains("Course: expired on", "Institution: valid on")
                .contains("https://agency.example/report", REGISTER);
    }

    private MicroCredential credential() {
        return SERVER.bean(Verifications.class)
                .verify(awarded.document().orElseThrow())
                .credential()
                .orElseThrow();
    }

    private List<String> codes() {
        return SERVER
                .bean(Verifications.class)
                .verify(awarded.document().orElseThrow())
                .checks()
                .stream()
                .map(Check::code)
                .toList();
    }

    private String page() {
        return anybody.get("/v/" + awarded.shortCode()).body();
    }

    private String coursePage() {
        var url = credential().course().orElseThrow().url();
        return anybody.get(url.substring(SERVER.base().length())).body();
    }

    private QualityRecord review(
            LocalDate from, LocalDate until, List<String> programme, Set<Integer> levels) {
        return new QualityRecord(
                QualityAssurance.Kind.EXTERNAL,
                "An agency",
                Set.of(organisation.name()),
                organisation.name(),
                programme,
                QualityRecord.Decision.POSITIVE,
                true,
                from,
                until,
                Optional.of("https://agency.example/report"),
                Optional.of("4711"),
                levels,
                REGISTER,
                LocalDate.of(2026, 11, 23));
    }
}
