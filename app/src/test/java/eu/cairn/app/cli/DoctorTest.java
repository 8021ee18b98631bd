package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Certificates;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.database.DatabaseAddress;
import eu.cairn.app.doctor.ConfigurationCheck;
import eu.cairn.app.doctor.Doctor;
import eu.cairn.app.doctor.Finding;
import eu.cairn.app.verification.VerifierKey;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.AwardingBody;
import eu.cairn.formats.credential.elm.SealCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doctor finds each fault that is planted, beside a running server, and nothing without. */
class DoctorTest {

    private static final TestServer SERVER = TestServer.start(true);

    private final JdbcClient jdbc = SERVER.bean(JdbcClient.class);
    private final Keys keys = SERVER.bean(Keys.class);
    private final Organisation borgofiume =
            SERVER.bean(AccountStore.class).organisation("borgofiume").orElseThrow();

    @TempDir private Path elsewhere;

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aDemoThatNobodyTouchedIsWell() {
        SERVER.bean(VerifierKey.class).signer(); // as after the first report

        var found = examined();

        assertThat(found).allMatch(finding -> finding.grade() == Finding.Grade.OK);
        assertThat(codes(found))
                .containsExactly(
                        "doctor.database",
                        "doctor.migrations",
                        "doctor.journal",
                        "doctor.keys",
                        "doctor.documents",
                        "doctor.trust-file",
                        "doctor.accreditations");
    }

    @Test
    void aChangedLineOfTheJournalIsFound() {
        jdbc.sql("UPDATE journal SET subject = subject || '?' WHERE seq = 3").update();

        assertThat(said("doctor.journal-broken").parameters())
                .containsExactly("3", "journal.line-changed");

        jdbc.sql("UPDATE journal SET subject = rtrim(subject, '?') WHERE seq = 3").update();
    }

    @Test
    void aMissingKeystoreIsFoundAndOneLeftOver() throws IOException {
        var file = keys.file(keys.inUse(borgofiume).id());
        var moved = file.resolveSibling("former.p12");
        Files.move(file, moved);

        assertThat(codes(examined())).contains("doctor.key-missing", "doctor.key-left-over");

        Files.move(moved, file);
    }

    @Test
    void aKeystoreThatOthersMayReadIsFound() throws IOException {
        var file = keys.file(keys.inUse(borgofiume).id());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(said("doctor.key-open").grade()).isEqualTo(Finding.Grade.FAILED);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aCertificateThatEndsOrEndedIsFound() {
        var key = keys.inUse(borgofiume);
        var body =
                new AwardingBody(
                        key.did(),
                        borgofiume.name(),
                        Optional.of(borgofiume.country()),
                        Optional.empty(),
                        Optional.empty());
        var made = Instant.now().minus(Duration.ofDays(3650));
        var before = certificates(key);

        certify(key, SealCertificate.selfMade(keys.signer(key.id()), body, made.plusSeconds(9999)));
        assertThat(said("doctor.certificate-ends").grade()).isEqualTo(Finding.Grade.WARNING);

        certify(key, SealCertificate.selfMade(keys.signer(key.id()), body, made.minusSeconds(99)));
        assertThat(said("doctor.certificate-ended").sentence())
                .contains(key.did(), "not believed", "./cairn keys request");

        certify(key, before);
    }

    private SealCertificate certificates(Keys.Key key) {
        return SERVER.bean(Certificates.class).recorded(key.id()).orElseThrow();
    }

    private void certify(Keys.Key key, SealCertificate certificate) {
        jdbc.sql("UPDATE signing_key SET certificates = :pem WHERE id = :key")
                .param("pem", certificate.pem())
                .param("key", key.id())
                .update();
    }

    @Test
    void aKeystoreThatIsDamagedIsFound() throws IOException {
        var file = keys.file(keys.inUse(borgofiume).id());
        var whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(said("doctor.key-unreadable").grade()).isEqualTo(Finding.Grade.FAILED);

        Files.write(file, whole);
    }

    @Test
    void aChangedCredentialIsFound() {
        replaceInOneDocument("Nora", "Mora");

        assertThat(said("doctor.document-changed").grade()).isEqualTo(Finding.Grade.FAILED);

        replaceInOneDocument("Mora", "Nora");
    }

    @Test
    void aCredentialThatIsNotWhatWasRecordedIsFound() {
        swapTwoDocuments();

        assertThat(said("doctor.document-not-as-recorded").grade()).isEqualTo(Finding.Grade.FAILED);

        swapTwoDocuments();
    }

    @Test
    void awardsAndDocumentsThatWereLeftLyingAreFound() {
        jdbc.sql(
                        """
                        CREATE TABLE laid_aside AS SELECT * FROM signed_document
                        ORDER BY award_id LIMIT 1
                        """)
                .update();
        jdbc.sql("DELETE FROM signed_document WHERE award_id IN (SELECT award_id FROM laid_aside)")
                .update();

        assertThat(codes(examined())).contains("doctor.award-without-document");

        jdbc.sql("INSERT INTO signed_document SELECT * FROM laid_aside").update();
        jdbc.sql("DROP TABLE laid_aside").update();
    }

    @Test
    void aMigrationThatWasChangedSinceIsFound() {
        jdbc.sql("UPDATE flyway_schema_history SET checksum = checksum + 1").update();

        assertThat(said("doctor.migrations-changed").grade()).isEqualTo(Finding.Grade.FAILED);

        jdbc.sql("UPDATE flyway_schema_history SET checksum = checksum - 1").update();
    }

    @Test
    void aListOfAwardingBodiesThatIsMissingIsFound() throws IOException {
        var file = SERVER.bean(Installation.class).home().resolve("trust.json");
        var text = Files.readString(file);
        Files.delete(file);

        assertThat(said("doctor.trust-file-missing").grade()).isEqualTo(Finding.Grade.WARNING);

        Files.writeString(file, text);
    }

    @Test
    void theConfigurationIsLookedAtWithoutADatabase() throws IOException {
        var open = Files.createDirectory(elsewhere.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        var found =
                new ConfigurationCheck(
                                open, "http://localhost:1", 0, Set.of("CAIRN_HOEM", "CAIRN_HOME"))
                        .findings();
        var missing =
                new ConfigurationCheck(elsewhere.resolve("none"), "https://c.example", 0, Set.of())
                        .findings();

        assertThat(codes(found))
                .containsExactly(
                        "doctor.home-open",
                        "doctor.address-local",
                        "doctor.port-free",
                        "doctor.variable-unknown");
        assertThat(codes(missing))
                .containsExactly("doctor.home-missing", "doctor.address", "doctor.port-free");
    }

    @Test
    void withoutAnInstallationTheDoctorCouldNotFinish() {
        var run = Run.of("doctor", "--home", elsewhere.toString(), "--port", "65535");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("There is no installation in " + elsewhere);
    }

    private List<Finding> examined() {
        var environment = SERVER.bean(Environment.class);
        var address =
                new DatabaseAddress(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
        try (var home = OpenHome.beside(SERVER.bean(Installation.class), address, Doctor.parts())) {
            return home.bean(Doctor.class).findings();
        }
    }

    private Finding said(String code) {
        return examined().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private void replaceInOneDocument(String from, String to) {
        jdbc.sql(
                        """
                        UPDATE signed_document
                        SET document = convert_to(replace(convert_from(document, 'UTF8'),
                                                          :from, :to), 'UTF8')
                        WHERE award_id = (SELECT min(award_id::text)::uuid FROM signed_document)
                        """)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private void swapTwoDocuments() {
        jdbc.sql(
                        """
                        WITH two AS (SELECT award_id, document,
                                            row_number() OVER (ORDER BY award_id) AS n
                                     FROM signed_document ORDER BY award_id LIMIT 2)
                        UPDATE signed_document d SET document = other.document
                        FROM two own JOIN two other ON other.n = 3 - own.n
                        WHERE d.award_id = own.award_id
                        """)
                .update();
    }
}
