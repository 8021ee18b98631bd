package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.AwardedCredential;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What the page of a document that was sent offers next, though the document is not kept. */
class SentDocumentsTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final Pattern CARRIED = Pattern.compile("name=\"document\" value=\"([^\"]*)\"");

    private final TestServer.Visitor anybody = SERVER.visitor();

    private final AwardedCredential awarded = SERVER.inForce();

    private String carried(HttpResponse<String> page) {
        var found = CARRIED.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void theCountryCanBeChosenOnThePageItself() {
        var page = anybody.upload("/verify", "credential.json", awarded.signed());
        var document = carried(page);

        var there = anybody.post("/verify", Map.of("document", document, "reader", "IE"));

        assertThat(Base64.getUrlDecoder().decode(document)).isEqualTo(awarded.signed());
        assertThat(there.body())
                .contains("<h1>Genuine</h1>", "In Ireland it corresponds to")
                .contains("<option value=\"IE\" selected>")
                .contains("form=\"again\" name=\"as\" value=\"pdf\"");
    }

    @Test
    void theSignedReportIsHadFromThePageItselfInItsLanguageAndForItsCountry() throws Exception {
        var document = carried(anybody.upload("/verify", "credential.json", awarded.signed()));

        var report = pdf("document=" + document + "&reader=IE&lang=de&as=pdf");

        assertThat(report)
                .contains("Prüfbericht", "Irland: Er entspricht dort")
                .contains("Demonstration")
                .doesNotContainPattern("\\d\\d:\\d\\d:\\d\\d\\.\\d");
    }

    private static String pdf(String form) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var verify = URI.create(SERVER.base() + "/verify");
            var page = client.send(HttpRequest.newBuilder(verify).build(), BodyHandlers.ofString());
            var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(page.body());
            assertThat(token.find()).isTrue();
            var answer =
                    client.send(
                            HttpRequest.newBuilder(verify)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    form + "&_csrf=" + token.group(1)))
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (var opened = Loader.loadPDF(answer.body())) {
                return new PDFTextStripper().getText(opened).replaceAll("\\s+", " ");
            }
        }
    }

    @Test
    void whatThePdfShowsBesideItsCredentialIsSaidNotToBeSealed() throws Exception {
        var address = SERVER.base() + "/v/" + awarded.shortCode() + "/certificate.pdf";
        byte[] certificate;
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            certificate = client.send(request, BodyHandlers.ofByteArray()).body();
        }

        assertThat(anybody.upload("/verify", "certificate.pdf", certificate).body())
                .contains("It is inside a document of the format PDF.");
        assertThat(anybody.upload("/verify", "credential.json", awarded.signed()).body())
                .doesNotContain("It is inside a document");
    }

    @Test
    void whatIsNotGenuineHasAReportButNoCountryToChoose() {
        var changed =
                new String(awarded.signed(), StandardCharsets.UTF_8)
                        .replace("\"achievement\"", "\"achievment\"");

        var page =
                anybody.upload("/verify", "x.json", changed.getBytes(StandardCharsets.UTF_8))
                        .body();

        assertThat(page)
                .contains("form=\"again\" name=\"as\" value=\"jwt\"")
                .doesNotContain("<select id=\"reader\"");
    }

    @Test
    void whatIsTooLongToCarryAlongIsChosenAgain() {
        var page = anybody.upload("/verify", "x.bin", new byte[(1 << 20) + 1]).body();

        assertThat(page).contains("too long for this page to carry along");
        assertThat(page).doesNotContain("name=\"document\"");
    }

    @Test
    void whatACarriedDocumentWasTurnedIntoIsRefusedWhereItIsNone() {
        var answer = anybody.post("/verify", Map.of("document", "%%%", "as", "pdf"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("verification.nothing-given");
    }

    @Test
    void ofAFileAndATextNoneIsLeftOutSilently() {
        var both =
                anybody.upload(
                        "/verify", "credential.json", awarded.signed(), Map.of("text", "other"));

        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("verification.two-given");
    }

    @Test
    void aCodeThatLeadsNowhereLeadsBackToTheForm() {
        var unknown = anybody.get("/v/AAAA-AAAA-AA");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("verification.code-", "value=\"AAAA-AAAA-AA\"");
    }

    @Test
    void howManyChecksCameOutHowIsSaidInFigures() {
        assertThat(anybody.get("/v/" + awarded.shortCode()).body())
                .containsPattern(
                        "Checks: \\d+ passed, (\\d+ failed, )?(\\d+ left open, )?\\d+ not applicable\\. Made on");
    }
}
