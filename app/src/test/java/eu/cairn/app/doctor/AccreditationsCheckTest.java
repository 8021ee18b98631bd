package eu.cairn.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.credential.IssuedAccreditationStore;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.verification.AccreditationWanted;
import eu.cairn.app.verification.AccreditationsIssued;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Base64Url;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doctor verifies accreditations again, and compares them with what is kept of them. */
class AccreditationsCheckTest {

    private static final TestServer SERVER = TestServer.shared();

    private final JdbcClient jdbc = SERVER.bean(JdbcClient.class);
    private final Organisation borgofiume =
            SERVER.bean(AccountStore.class).organisation("borgofiume").orElseThrow();
    private final IssuedAccreditation one = accredited();

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM issued_accreditation").update();
    }

    @Test
    void oneThatIsAsItWasIssuedIsWellAlsoOnceItIsWithdrawn() {
        assertThat(found().code()).isEqualTo("doctor.accreditations");
        assertThat(found().parameters()).containsExactly("1");

        SERVER.bean(AccreditationsIssued.class)
                .withdraw(borgofiume, Optional.empty(), one.id(), "The review was not passed.");

        assertThat(found().grade()).isEqualTo(Finding.Grade.OK);
    }

    @Test
    void oneThatWasChangedAfterItWasSealedIsFound() {
        var parts = one.token().split("\\.");
        var said = new String(Base64Url.decode(parts[1]).orElseThrow(), StandardCharsets.UTF_8);
        var other = said.replace("eqf/6", "eqf/7");
        assertThat(other).isNotEqualTo(said);
        parts[1] = Base64Url.encode(other.getBytes(StandardCharsets.UTF_8));
        keep("token", String.join(".", parts));

        assertThat(found().grade()).isEqualTo(Finding.Grade.FAILED);
        assertThat(found().code()).isEqualTo("doctor.accreditation-changed");
        assertThat(found().sentence()).contains(one.identifier());
    }

    @ParameterizedTest
    @CsvSource({
        "subject, did:web:else.example",
        "subject_name, Somebody else",
        "kind, accrediting-body",
        "valid_from, 2020-01-01",
        "valid_until, 2099-12-31",
        "levels, {7}",
        "status_index, 131072",
        "status_list, 9"
    })
    void oneThatDoesNotSayWhatIsKeptOfItIsFound(String column, String value) {
        keep(column, value);

        assertThat(found().grade()).isEqualTo(Finding.Grade.FAILED);
        assertThat(found().code()).isEqualTo("doctor.accreditation-not-as-recorded");
        assertThat(found().parameters()).containsExactly(one.identifier());
    }

    @Test
    void oneThatIsKeptAsOfAnotherIsFound() {
        var another = SERVER.bean(AccountStore.class).organisation("kallavesi").orElseThrow();

        keep("key_id", SERVER.bean(Keys.class).inUse(another).id().toString());
        assertThat(found().code()).isEqualTo("doctor.accreditation-not-as-recorded");

        keep("organisation_id", another.id().toString());
        assertThat(found().code()).isEqualTo("doctor.accreditation-not-as-recorded");
    }

    private Finding found() {
        var found =
                new AccreditationsCheck(
                                SERVER.bean(IssuedAccreditationStore.class),
                                SERVER.bean(AccountStore.class),
                                SERVER.bean(Keys.class),
                                SERVER.bean(KnownIssuers.class),
                                SERVER.bean(Installation.class),
                                SERVER.bean(Clock.class))
                        .findings();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** The only accreditation that is kept. */
    private IssuedAccreditation accredited() {
        jdbc.sql("DELETE FROM issued_accreditation").update();
        var wanted =
                new AccreditationWanted(
                        "institution",
                        "did:web:college.example",
                        "A college",
                        List.of("6"),
                        "2026-01-01",
                        "2031-12-31");
        return switch (SERVER.bean(AccreditationsIssued.class)
                .issue(borgofiume, Optional.empty(), wanted)) {
            case Decided.Accepted<IssuedAccreditation>(var issued) -> issued;
            case Decided.Refused<IssuedAccreditation> refused ->
                    throw new AssertionError(refused.reasons());
        };
    }

    /** Changes what is kept, past Cairn. */
    private void keep(String column, String value) {
        var type =
                jdbc.sql(
                                """
                                SELECT udt_name FROM information_schema.columns
                                WHERE table_name = 'issued_accreditation' AND column_name = :column
                                """)
                        .param("column", column)
                        .query(String.class)
                        .single();
        jdbc.sql("UPDATE issued_accreditation SET %s = :value::%s".formatted(column, type))
                .param("value", value)
                .update();
    }
}
