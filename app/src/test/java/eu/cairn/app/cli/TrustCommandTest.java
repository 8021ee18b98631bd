package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.credential.KeystorePassword;
import eu.cairn.app.verification.Accreditations;
import eu.cairn.app.verification.TrustLists;
import eu.cairn.app.verification.VerifierKey;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.formats.verification.TrustList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust lists and reviews at the terminal; no installation is needed for them. */
class TrustCommandTest {

    private static final String ISSUER = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path home;
    private Signer publisher;

    @BeforeEach
    void key() throws IOException {
        publisher =
                KeystoreSigner.create(
                        home.resolve("list.p12"),
                        "secret".toCharArray(),
                        "key",
                        Algorithm.ED25519,
                        "Register",
                        Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void aListIsImportedOnlyFromAPinnedPublisherAndListedAndRemoved() throws IOException {
        var file = list("2026-01-01");
        assertThat(run("import", file).exit()).isEqualTo(2);
        assertThat(run("import", file).err()).contains("None of the publishers that you pinned");

        assertThat(run("pin", "The register", publisher.controller()).exit()).isZero();
        assertThat(run("import", file).exit()).isZero();
        assertThat(run("list").out())
                .contains("urn:list:1", "The register", "OUTDATED", "1 bodies");
        assertThat(lists().issuer(ISSUER)).isPresent();

        assertThat(run("remove", "urn:list:1").exit()).isZero();
        assertThat(run("remove", "urn:list:1").exit()).isEqualTo(2);
        assertThat(lists().issuer(ISSUER)).isEmpty();
    }

    @Test
    void anOlderListDoesNotReplaceANewerOneAndAnUnpinnedPublisherIsBelievedNoMore()
            throws IOException {
        run("pin", "The register", publisher.controller());
        run("import", list("2026-01-01"));

        var older = run("import", list("2025-01-01"));
        assertThat(older.exit()).isEqualTo(2);
        assertThat(older.err()).contains("2025-01-01", "2026-01-01");
        assertThat(run("unpin", "The register").exit()).isZero();
        assertThat(lists().issuer(ISSUER)).isEmpty();
        assertThat(run("unpin", "The register").exit()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndTheSamePublisherTwice() {
        assertThat(run("pin", "X", "did:key:zzz").exit()).isEqualTo(2);
        assertThat(run("pin", "X", publisher.controller()).exit()).isZero();
        assertThat(run("pin", "Y", publisher.controller()).exit()).isEqualTo(2);
    }

    @Test
    void reviewsAreImportedWithTheFindingsOfEachRow() throws IOException {
        var table =
                Files.writeString(
                        home.resolve("reviews.csv"),
                        """
                        agency,status,decision,valid_from,valid_to,institution[1].deqar_id
                        AGY,1,1,2020-01-01,2025-12-31,DEQARINST1
                        AGY,1,9,2020-01-01,2025-12-31,DEQARINST1
                        """);

        var run =
                run(
                        "import-reviews",
                        table.toString(),
                        "--source",
                        "DEQAR",
                        "--as-of",
                        "2026-11-23");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("line 3: This is no decision that is known: 9", "1 reviews of DEQAR");
        assertThat(run("list").out()).contains("reviews    DEQAR  as of 2026-11-23  1 records");
        assertThat(run("remove", "DEQAR").exit()).isZero();
    }

    @Test
    void oneFileThatCannotBeReadLeavesTheOthersReadAndWhatIsWrittenIsForAll() throws IOException {
        run("pin", "The register", publisher.controller());
        run("import", list("2026-01-01"));
        var trust = home.resolve("trust");
        for (var folder : List.of("lists", "publishers", "accreditations")) {
            Files.createDirectories(trust.resolve(folder).resolve("0-a-folder"));
            Files.createSymbolicLink(
                    trust.resolve(folder).resolve("1-memory"), Path.of("/proc/self/mem"));
        }

        assertThat(lists().issuer(ISSUER)).isPresent();
        assertThat(new Accreditations(new Installation(home, "")).all()).isEmpty();
        try (var files = Files.list(trust.resolve("lists"))) {
            var written = files.filter(file -> file.toString().endsWith(".jwt")).findFirst();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.get())))
                    .isEqualTo("rw-r--r--");
        }
    }

    @Test
    void twoWhoMakeThePasswordOrTheKeyOfReportsAtOnceHaveTheSame() throws Exception {
        var passwords = new ArrayList<Future<String>>();
        var keys = new ArrayList<Future<String>>();
        Files.createDirectories(home.resolve("keys"));
        try (var all = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                passwords.add(
                        all.submit(() -> new String(KeystorePassword.of(home.resolve("keys")))));
                keys.add(
                        all.submit(
                                () ->
                                        new VerifierKey(
                                                        new Installation(home, ""),
                                                        Clock.systemUTC())
                                                .signer()
                                                .controller()));
            }
        }

        assertThat(passwords.stream().map(Future::resultNow).distinct()).hasSize(1);
        assertThat(keys.stream().map(Future::resultNow).distinct()).hasSize(1);
        try (var files = Files.list(home.resolve("keys"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("password", VerifierKey.FILE);
        }
    }

    @Test
    void tooManyReviewsToBeReadBackReplaceNone() throws IOException {
        var header = "agency,status,decision,valid_from,valid_to,institution[1].deqar_id\n";
        var row = "AGY,1,1,2020-01-01,2025-12-31,DEQARINST1\n";
        var few = Files.writeString(home.resolve("few.csv"), header + row).toString();
        var many = Files.writeString(home.resolve("many.csv"), header + row.repeat(9_000));
        var options = new String[] {"--source", "DEQAR", "--as-of", "2026-11-23"};
        run("import-reviews", few, options[0], options[1], options[2], options[3]);

        var run =
                run(
                        "import-reviews",
                        many.toString(),
                        options[0],
                        options[1],
                        options[2],
                        options[3]);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("more than can be kept");
        assertThat(run("list").out()).contains("reviews    DEQAR  as of 2026-11-23  1 records");
    }

    @Test
    void ofSeveralListsTheNewestThatIsNotOutdatedCountsAndEveryWarningOfAKey() throws IOException {
        run("pin", "The register", publisher.controller());
        var warning =
                "\"compromisedKeys\": [{\"publicKeyMultibase\": \"%s\", \"since\": \"2026-01-01T00:00:00Z\"}],"
                        .formatted(ISSUER.substring("did:key:".length()));
        for (int i = 0; i < 9; i++) {
            run("import", list("urn:before:" + i, "2026-04-01", "2026-04-30", "Outdated", warning));
            run("import", list("urn:older:" + i, "2026-01-01", "2026-12-31", "Older", ""));
        }
        run("import", list("urn:newest", "2026-02-01", "2026-12-31", "Newest", ""));

        var entry = lists().issuer(ISSUER).orElseThrow();

        assertThat(entry.legalName()).isEqualTo("Newest");
        assertThat(entry.compromised()).hasSize(1);
    }

    private String list(String date) throws IOException {
        return list("urn:list:1", date, "2026-06-30", "University", "");
    }

    private String list(String id, String date, String next, String name, String members)
            throws IOException {
        var payload =
                """
                {"id": "%s", "name": "Bodies", "date": "%s", "nextUpdate": "%s",
                 "entries": [{"ids": ["%s"], "legalName": "%s", "country": "FI", %s
                              "source": "Register", "validFrom": "2000-01-01"}]}
                """
                        .formatted(id, date, next, ISSUER, name, members);
        return Files.writeString(
                        home.resolve("list.jwt"), TrustList.sign(payload.strip(), publisher))
                .toString();
    }

    private TrustLists lists() {
        return new TrustLists(new Installation(home, ""), NOW);
    }

    private Run run(String... arguments) {
        return Run.of(
                Stream.concat(
                                Stream.of("trust", arguments[0], "--home", home.toString()),
                                Stream.of(arguments).skip(1))
                        .toArray(String[]::new));
    }
}
