package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A presentation gets one verdict and one on each credential, the same through every door. */
class PresentedCredentialsTest {

    private static final TestServer SERVER = TestServer.shared();

    private final List<String> documents =
            SERVER.bean(CredentialStore.class).sample(20).stream()
                    .map(one -> SERVER.bean(CredentialStore.class).byShortCode(one.shortCode()))
                    .map(one -> one.orElseThrow())
                    .filter(one -> one.revocation().isEmpty())
                    .map(AwardedCredential::signed)
                    .map(signed -> new String(signed, StandardCharsets.UTF_8))
                    .filter(one -> verdict(one).get("verdict").asString().equals("genuine"))
                    .limit(2)
                    .toList();

    @Test
    void aPresentationOfGenuineCredentialsIsGenuine() {
        var answer = verdict(presentation(documents));

        assertThat(answer.get("verdict").asString()).isEqualTo("genuine");
        assertThat(answer.get("format").asString()).isEqualTo("presentation");
        assertThat(answer.get("credentials").valueStream())
                .hasSize(2)
                .allMatch(one -> one.get("verdict").asString().equals("genuine"));
        assertThat(answer.get("checks").valueStream().map(one -> one.get("code").asString()))
                .contains(
                        "credentials.all-genuine",
                        "integrity.presentation-unsealed",
                        "trust.of-each",
                        "holder.presentation-unsealed");
    }

    @Test
    void oneThatIsNotGenuineIsNamed() throws IOException {
        var shown = presentation(List.of(documents.getFirst(), changed(documents.getLast())));
        var answer = verdict(shown);
        var page = SERVER.visitor().upload("/verify", "shown.json", bytes(shown)).body();

        assertThat(answer.get("verdict").asString()).isEqualTo("not-genuine");
        assertThat(answer.get("reason").get("evidence").get(0).asString()).isEqualTo("2");
        assertThat(page)
                .contains("Not genuine: credential 2 of 2 in it is not genuine")
                .contains("Genuine: 1 of 2 credentials")
                .contains("Checks of credential 2");
        assertThat(report(shown))
                .contains("Not genuine: credential 2 of 2 in it is not genuine", "1. ", "2. ");
    }

    @Test
    void eachCredentialIsToldInTheLanguageOfTheReader() {
        var shown = presentation(List.of(documents.getFirst(), changed(documents.getLast())));
        var page = SERVER.visitor().upload("/verify?lang=de", "shown.json", bytes(shown)).body();

        assertThat(page)
                .contains("Nicht echt: Nachweis 2 von 2 darin ist nicht echt")
                .contains("Echt: 1 von 2 Nachweisen, geprüft am ")
                .contains("Prüfungen von Nachweis 2")
                .contains("Entfällt für das Dokument als Ganzes")
                .doesNotContain("What was checked")
                .doesNotContain("Checks of credential");
    }

    @Test
    void theOnlyCredentialOfAPresentationIsWhatTheVerdictIsOn() {
        var answer = verdict(presentation(documents.subList(0, 1)));

        assertThat(answer.get("verdict").asString()).isEqualTo("genuine");
        assertThat(answer.get("format").asString()).isEqualTo("open-badges-3");
        assertThat(answer.has("credential")).isTrue();
        assertThat(answer.get("checks").get(0).get("code").asString())
                .isEqualTo("format.presented");
    }

    @Test
    void aBatchCountsAPresentationAsOneDocument() {
        var result =
                new BatchVerification.Result(
                        "shown.json",
                        new BatchVerification.Outcome.Checked(
                                SERVER.bean(Verifications.class)
                                        .answer(bytes(presentation(documents)))));
        var report = new BatchReport(List.of(result));

        assertThat(report.totals()).containsEntry("genuine", 1L);
        assertThat(report.json()).contains("\"credentials\": [", "\"verdict\": \"genuine\"");
    }

    private static String presentation(List<String> credentials) {
        return """
        {"@context": ["https://www.w3.org/ns/credentials/v2"],
         "type": ["VerifiablePresentation"],
         "verifiableCredential": [%s]}
        """
                .formatted(credentials.stream().collect(Collectors.joining(",")));
    }

    private static String changed(String document) {
        return document.replaceFirst("\"name\":\"", "\"name\":\"x");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode verdict(String document) {
        var visitor = SERVER.visitor();
        var answer =
                visitor.send(
                        HttpRequest.newBuilder(visitor.uri("/api/v1/verifications"))
                                .POST(HttpRequest.BodyPublishers.ofString(document)));
        return SERVER.bean(JsonMapper.class).readTree(answer.body());
    }

    private static String report(String document) throws IOException {
        var pdf =
                SERVER.bean(Reports.class)
                        .pdf(
                                Reports.Subject.of(
                                        SERVER.bean(Verifications.class),
                                        bytes(document),
                                        "Test registry",
                                        Locale.ENGLISH));
        try (var opened = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(opened).replaceAll("\\s+", " ");
        }
    }
}
