package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.verification.IssuerKey;
import eu.cairn.formats.verification.VerificationReport;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The signed report that somebody can file, also on a document that is not genuine. */
class ReportTest {

    private static final TestServer SERVER = TestServer.shared();

    private final AwardedCredential awarded = SERVER.inForce();

    private final byte[] document = awarded.document().orElseThrow();

    @Test
    void aReportIsSignedAndSaysWhichDocumentWasFoundWhatAndWhen() {
        var report = read(report(document, "jwt"));

        assertThat(report.known()).isTrue();
        var content = report.content();
        assertThat(content.getJsonObject("document").getString("sha256"))
                .isEqualTo(RawDocument.sha256(document));
        assertThat(content.getJsonObject("report").getString("verdict")).isEqualTo("genuine");
        assertThat(content.getJsonObject("report").getJsonArray("checks")).isNotEmpty();
        assertThat(content.getString("registry")).contains(SERVER.base());
        assertThat(content.getString("version")).isNotBlank();
    }

    @Test
    void aDocumentThatIsNotGenuineHasItsReportToo() throws IOException {
        var changed =
                new String(document, StandardCharsets.UTF_8)
                        .replaceFirst("\"name\":\"", "\"name\":\"\u202E漢 x")
                        .getBytes(StandardCharsets.UTF_8);

        var report = read(report(changed, "jwt")).content().getJsonObject("report");
        assertThat(report.getString("verdict")).isEqualTo("not-genuine");
        assertThat(text(report(changed, "pdf"))).contains("Not genuine");
        assertThat(text(report("\u0001 nothing".getBytes(StandardCharsets.UTF_8), "pdf")))
                .contains("Could not finish checking");
    }

    @Test
    void thePdfIsTaggedAndHoldsTheSignedReport() throws IOException {
        var pdf = report(document, "pdf");

        try (var opened = Loader.loadPDF(pdf)) {
            assertThat(opened.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var files =
                    opened.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().values();
            var inside = files.iterator().next().getEmbeddedFile().toByteArray();
            assertThat(read(inside).known()).isTrue();
        }
        assertThat(text(pdf)).contains("Genuine", RawDocument.sha256(document).substring(0, 16));
    }

    @Test
    void aReportThatWasChangedIsFound() {
        var report = new String(report(document, "jwt"), StandardCharsets.US_ASCII);
        var middle = report.indexOf('.') + 40;
        var changed =
                report.substring(0, middle)
                        + (report.charAt(middle) == 'A' ? 'B' : 'A')
                        + report.substring(middle + 1);

        assertThat(VerificationReport.claims(report.getBytes(StandardCharsets.US_ASCII))).isTrue();
        assertThat(VerificationReport.claims(document)).isFalse();
        assertThat(VerificationReport.read(changed.getBytes(StandardCharsets.US_ASCII), List.of()))
                .isInstanceOf(Decided.Refused.class);
    }

    @Test
    void aReportIsNoCredential() {
        var verdict = SERVER.bean(Verifications.class).verify(report(document, "jwt"));

        assertThat(verdict.code()).isEqualTo("could-not-finish");
        assertThat(verdict.checks().getFirst().code()).isEqualTo("format.verification-report");
        assertThat(VerdictWords.ENGLISH.headline(verdict)).contains("a report about a credential");
    }

    @Test
    void aCodeOrALinkHasItsReportToo() {
        var code = awarded.shortCode().getBytes(StandardCharsets.US_ASCII);
        var link =
                (SERVER.base() + "/v/" + awarded.shortCode()).getBytes(StandardCharsets.US_ASCII);

        for (var sent : List.of(code, link)) {
            assertThat(read(report(sent, "jwt")).content().getJsonObject("document"))
                    .isEqualTo(read(report(document, "jwt")).content().getJsonObject("document"));
        }
    }

    @Test
    void whatItsSignerSignedAsSomethingElseIsNoReport() {
        var signer = SERVER.bean(VerifierKey.class).signer();
        var payload = "{\"iss\":\"" + signer.controller() + "\",\"report\":{}}";
        var signed = CredentialToken.sign(payload, "vc+jwt", signer);

        assertThat(
                        VerificationReport.read(
                                        signed.getBytes(StandardCharsets.US_ASCII), List.of())
                                .reasons())
                .extracting("code")
                .containsExactly("verification.not-a-report");
    }

    @Test
    void aStrangersReportPrintsNothingThatATerminalObeys() {
        var report =
                VerificationReport.sign(
                        """
                        {"verdict": "genuine",
                         "checks": [{"check": "\\u001b[2J", "result": "\\u001b[2J", "code": "x"}]}
                        """,
                        new VerificationReport.Circumstances("ab", 1, "none", List.of(), "1"),
                        SERVER.bean(VerifierKey.class).signer());
        var out = new StringWriter();
        var printer = new PrintWriter(out);

        new ReadReport(SERVER.bean(Installation.class), Clock.systemUTC(), printer, printer)
                .print(report.getBytes(StandardCharsets.US_ASCII));

        assertThat(out.toString()).contains("genuine", "[2J").doesNotContain("\u001b");
    }

    @Test
    void thePageOffersTheReport() {
        var anybody = SERVER.visitor();

        assertThat(anybody.get("/v/" + awarded.shortCode()).body())
                .contains("/v/" + awarded.shortCode() + "/report.pdf");
        assertThat(anybody.get("/v/" + awarded.shortCode() + "/report.jwt").statusCode())
                .isEqualTo(200);
        assertThat(anybody.get("/v/" + awarded.shortCode() + "/report.exe").statusCode())
                .isEqualTo(404);
    }

    private static VerificationReport read(byte[] report) {
        var key = SERVER.bean(VerifierKey.class).signer().publicKey();
        return switch (VerificationReport.read(report, List.of(IssuerKey.of(key)))) {
            case Decided.Accepted<VerificationReport>(var read) -> read;
            case Decided.Refused<VerificationReport>(var reasons) ->
                    throw new AssertionError(reasons.toString());
        };
    }

    private static byte[] report(byte[] document, String as) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(SERVER.base() + "/api/v1/verifications/report?as=" + as))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var opened = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(opened);
        }
    }
}
