package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Country;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.ObjectMapper;

class VerifyCommandTest {

    private static final Signer SIGNER = Samples.signer(1);
    private static final int INDEX = 7;

    @TempDir Path folder;

    private final BitSet revoked = new BitSet();
    private HttpServer server;
    private String prefix = "";

    @BeforeEach
    void serveTheStatusList() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        prefix = "http://localhost:" + server.getAddress().getPort() + "/status/";
        server.createContext(
                "/status/1",
                exchange -> {
                    var body = statusList().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aGenuineCredentialExitsWithZeroAndSaysWhatItCertifies() throws IOException {
        var run = verify(credential());

        assertThat(run.exit).isZero();
        assertThat(run.out)
                .startsWith("Genuine\n")
                .contains("Zoë Ó Briain")
                .contains("7.5 ECTS")
                .contains("Not revoked");
    }

    @Test
    void aRevokedCredentialExitsWithOne() throws IOException {
        revoked.set(INDEX);

        var run = verify(credential());

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out)
                .startsWith("Not genuine: it was revoked\n")
                .contains(" sealed it on 20 June 2025. It has been revoked since:")
                .doesNotContain("which is not confirmed");
    }

    @Test
    void aReplacedCredentialNamesTheOneInItsPlace() throws IOException {
        revoked.set(INDEX);
        server.createContext(
                "/status/1/" + INDEX,
                exchange -> {
                    var asked = exchange.getRequestURI().getQuery();
                    var body =
                            asked.equals("credential=" + Samples.credential(SIGNER).id())
                                    ? """
                                    {"on": "2026-11-26", "code": "replaced",
                                     "reason": "The name was mistyped.",
                                     "replacedBy": "https://cairn.example/v/NEXT"}\
                                    """
                                            .getBytes(StandardCharsets.UTF_8)
                                    : new byte[0];
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });

        var run = verify(credential());

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out)
                .startsWith(
                        "Not genuine: revoked on 26 November 2026, replaced by a corrected"
                                + " credential\n")
                .contains("https://cairn.example/v/NEXT: The name was mistyped.");
    }

    @Test
    void aChangedCredentialExitsWithOneAndNothingItSaysIsShown() throws IOException {
        var run = verify(credential().replace("28/30", "30/30"));

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).startsWith("Not genuine: it was changed after it was sealed\n");
        assertThat(run.out).doesNotContain("30/30").doesNotContain("Zoë");
    }

    @Test
    void anUnreachableStatusListExitsWithTwo() throws IOException {
        server.stop(0);

        var run = verify(credential());

        assertThat(run.exit).isEqualTo(2);
        assertThat(run.out)
                .startsWith("Could not finish checking: the issuer’s status list could not");
    }

    @Test
    void aSavedListAndTheIssuersKeyAreEnoughWithoutAnyService() throws IOException {
        var list = file(statusList());
        revoked.set(INDEX);
        var revokedList = file(statusList());
        server.stop(0);
        var credential = file(credential()).toString();
        var trust = trust().toString();

        var run = run("--trust", trust, "--status", list.toString(), "--offline", credential);

        assertThat(run.exit).isZero();
        assertThat(run.out).startsWith("Genuine\n").contains("Not revoked");
        assertThat(
                        run(
                                        "--trust",
                                        trust,
                                        "--status",
                                        revokedList.toString(),
                                        "--offline",
                                        credential)
                                .exit)
                .isEqualTo(1);
        assertThat(run("--trust", trust, "--offline", credential).exit).isEqualTo(2);
        assertThat(run("--trust", trust, "--status", trust, "--offline", credential).exit)
                .isEqualTo(64);
    }

    @Test
    void aFolderOfSavedListsIsAsGoodAsTheLists() throws IOException {
        var lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("revocation.json"), statusList());
        Files.writeString(lists.resolve(".DS_Store"), "of a file manager");
        server.stop(0);
        var trust = trust().toString();
        var document = file(credential()).toString();

        var run = run("--trust", trust, "--status", lists.toString(), "--offline", document);

        assertThat(run.exit).isZero();
        assertThat(run.out).contains("Not revoked");
    }

    @Test
    void whereNothingCouldBeVerifiedAProgramStillGetsAnObject() throws IOException {
        for (var given :
                Map.of(
                                "no-such-file",
                                "verification.file-unreadable 64",
                                file("").toString(),
                                "verification.nothing-given 2",
                                file(" \n").toString(),
                                "verification.nothing-given 2",
                                file("2222-2222-2x").toString(),
                                "verification.code-mistyped 2",
                                "https://badges.uni.edu/1",
                                "verification.link-not-followed 2")
                        .entrySet()) {
            var run = run("--json", "--offline", "--trust", trust().toString(), given.getKey());

            var report = new ObjectMapper().readTree(run.out);
            var check = report.get("checks").get(0);
            assertThat(report.get("verdict").asString()).isEqualTo("could-not-finish");
            assertThat(report.get("format").asString()).isEqualTo("unknown");
            assertThat(report.get("checks")).hasSize(1);
            assertThat(check.get("check").asString()).isEqualTo("format");
            assertThat(check.get("result").asString()).isEqualTo("could-not-check");
            assertThat(check.get("code").asString() + " " + run.exit).isEqualTo(given.getValue());
            assertThat(check.get("text").asString()).isNotBlank().doesNotContain("{");
            assertThat(report.has("credential")).isFalse();
        }
    }

    @Test
    void severalDocumentsAreCheckedOneByOneWhateverIsWrongWithOne() throws IOException {
        var genuine = file(credential());
        var more = Files.createDirectory(folder.resolve("more"));
        Files.writeString(more.resolve("changed.json"), credential().replace("28/30", "30/30"));
        Files.writeString(more.resolve("nonsense.txt"), "nonsense");
        var trust = trust().toString();

        var words = run("--trust", trust, genuine.toString(), more.toString(), "no-such-file");
        var report =
                new ObjectMapper()
                        .readTree(
                                run("--json", "--trust", trust, genuine.toString(), more.toString())
                                        .out);

        assertThat(words.exit).isEqualTo(1);
        assertThat(words.out)
                .contains(genuine + ": Genuine\n")
                .contains("changed.json: Not genuine: it was changed after it was sealed\n")
                .contains("nonsense.txt: Could not finish checking")
                .contains("no-such-file: Not checked: The file cannot be read.\n")
                .contains("     1 genuine\n     1 not-genuine\n     1 could-not-finish\n");
        assertThat(report.get("totals").get("genuine").asInt()).isEqualTo(1);
        assertThat(report.get("items")).hasSize(3);
        assertThat(run("--trust", trust, genuine.toString(), genuine.toString()).exit).isZero();
        assertThat(run("--trust", trust, "https://localhost/v/1").exit).isEqualTo(2);
    }

    @Test
    void whoeverIsOfflineAsksNobody() throws IOException {
        assertThat(
                        run(
                                        "--trust",
                                        trust().toString(),
                                        "--offline",
                                        file(credential()).toString())
                                .exit)
                .isEqualTo(2);
    }

    @Test
    void theReportIsOneJsonDocument() throws IOException {
        var run = run("--json", "--trust", trust().toString(), file(credential()).toString());

        var report = new ObjectMapper().readTree(run.out);
        assertThat(run.exit).isZero();
        assertThat(report.get("verdict").asString()).isEqualTo("genuine");
        assertThat(report.get("format").asString()).isEqualTo("open-badges-3");
        assertThat(report.get("checks"))
                .extracting(check -> check.get("check").asString())
                .containsSubsequence(
                        "format",
                        "integrity",
                        "issuer",
                        "trust",
                        "scope",
                        "status",
                        "validity",
                        "completeness",
                        "issue",
                        "level",
                        "workload",
                        "assurance",
                        "holder");
        assertThat(report.get("checks"))
                .allSatisfy(check -> assertThat(check.get("text").asString()).isNotBlank());
        assertThat(report.get("credential").get("eqf").asInt()).isEqualTo(7);
    }

    @Test
    void theSignedReportIsWrittenAndReadAgain() throws IOException {
        var home = folder.resolve("home");
        var pdf = folder.resolve("report.pdf");
        var token = folder.resolve("report.jwt");
        var trust = trust().toString();
        var document = file(credential()).toString();

        assertThat(
                        run(
                                        "--home",
                                        home.toString(),
                                        "--trust",
                                        trust,
                                        "--report",
                                        pdf.toString(),
                                        document)
                                .exit)
                .isZero();
        run("--home", home.toString(), "--trust", trust, "--report", token.toString(), document);
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        var own = run("--home", home.toString(), token.toString());
        assertThat(own.exit).isZero();
        assertThat(own.out).contains("the signer is known here", "genuine", "trust.listed");
        var others = run("--home", folder.resolve("other").toString(), token.toString());
        assertThat(others.exit).isEqualTo(2);
        Files.writeString(token, Files.readString(token).replaceFirst("\\.[A-Za-z]", ".A"));
        assertThat(run("--home", home.toString(), token.toString()).exit).isNotZero();
    }

    @Test
    void aWrongCommandExitsWithSixtyFour() throws IOException {
        assertThat(run().exit).isEqualTo(64);
        assertThat(run("--trust", trust().toString(), "no-such-file").exit).isEqualTo(64);
        assertThat(run("--trust", "no-such-file", file(credential()).toString()).exit)
                .isEqualTo(64);
        assertThat(run("--trust", file("{}").toString(), file("x").toString()).exit).isEqualTo(64);
    }

    @Test
    void aNameCannotSteerTheTerminal() throws IOException {
        var plain = Samples.credential(SIGNER);
        var hostile =
                Samples.signed(
                        new eu.cairn.credential.MicroCredential(
                                plain.id(),
                                plain.title(),
                                Optional.of(eu.cairn.credential.Learner.named("A\u001b[2J\u202eB")),
                                plain.awardingBody(),
                                plain.awardedOn(),
                                plain.issuedAt(),
                                plain.expiresOn(),
                                plain.outcomes(),
                                plain.workload(),
                                plain.level(),
                                plain.assessments(),
                                plain.participation(),
                                plain.qualityAssurance(),
                                plain.grade(),
                                plain.prerequisites(),
                                plain.stackability(),
                                plain.field(),
                                plain.languageOfInstruction(),
                                plain.course(),
                                plain.description(),
                                plain.reviewOn(),
                                plain.contributors(),
                                plain.rights()),
                        publication(),
                        SIGNER);

        assertThat(verify(hostile).out).contains("A\uFFFD[2J\uFFFDB").doesNotContain("\u001b");
    }

    private Run verify(String document) throws IOException {
        return run("--trust", trust().toString(), file(document).toString());
    }

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit =
                new CommandLine(new VerifyCommand(Clock.fixed(Samples.NOW, ZoneOffset.UTC)))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Run(exit, out.toString());
    }

    private record Run(int exit, String out) {}

    private String credential() {
        return Samples.signed(Samples.credential(SIGNER), publication(), SIGNER);
    }

    private Publication publication() {
        return new Publication(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new StatusEntry(prefix + "1", INDEX, Purpose.REVOCATION)),
                Optional.empty());
    }

    private String statusList() {
        var list =
                StatusList.of(Purpose.REVOCATION, revoked)
                        .write(
                                prefix + "1",
                                SIGNER.controller(),
                                Samples.NOW,
                                Duration.ofMinutes(5));
        return Samples.accepted(
                new DataIntegrity(Contexts.trusted()).sign(list, SIGNER, Samples.NOW));
    }

    private Path trust() throws IOException {
        var issuer =
                new TrustedIssuer(
                        Set.of(SIGNER.controller()),
                        "Università della Laguna",
                        new Country("IT"),
                        Optional.of("Chioggia"),
                        Optional.empty(),
                        "Register of Higher Education",
                        LocalDate.of(2000, 1, 1),
                        Optional.empty(),
                        Map.of(),
                        Optional.of(prefix),
                        true);
        return Files.writeString(
                folder.resolve("trust.json"), new TrustFile("Test", List.of(issuer)).write());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "document", ".json"), content);
    }
}
