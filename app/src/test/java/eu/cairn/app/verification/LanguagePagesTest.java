package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.AwardedCredential;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Whoever verifies without an account is answered in their language. */
class LanguagePagesTest {

    private static final TestServer SERVER = TestServer.shared();

    private final TestServer.Visitor anybody = SERVER.visitor();

    private final AwardedCredential awarded = SERVER.inForce();

    private HttpResponse<String> get(String path, String languages) {
        return anybody.send(
                HttpRequest.newBuilder(anybody.uri(path)).header("Accept-Language", languages));
    }

    @Test
    void theBrowserSaysInWhichLanguage() {
        var form = get("/verify", "pl, de-AT;q=0.9, en;q=0.1");

        assertThat(form.body()).contains("<html lang=\"de\">", "Ist dieser Nachweis echt?");
        assertThat(form.headers().firstValue("Content-Language")).contains("de");
        assertThat(form.headers().allValues("Vary")).contains("Accept-Language");
        assertThat(get("/catalogue", "de").body()).contains("<html lang=\"en\">");
    }

    @Test
    void theLanguageThatWasChosenIsKeptFromPageToPage() {
        var form = get("/verify?lang=it", "de").body();
        var page = get("/v/" + awarded.shortCode() + "?lang=it", "de").body();

        assertThat(form)
                .contains("<html lang=\"it\">")
                .contains("<input type=\"hidden\" name=\"lang\" value=\"it\">")
                .contains("href=\"/verify?lang=fr\"");
        assertThat(page)
                .contains("<h1>Autentica</h1>", "Rilasciata da <b>")
                .contains("/v/" + awarded.shortCode() + "/report.pdf?reader=");
        assertThat(get("/verify?lang=it&code=" + awarded.shortCode(), "de").body())
                .contains("<h1>Autentica</h1>");
    }

    @Test
    void theCountryThatWasChosenIsKeptBesideTheLanguage() {
        var page = get("/verify?lang=it&reader=IE&code=" + awarded.shortCode(), "de");

        assertThat(page.uri().toString())
                .endsWith("/v/" + awarded.shortCode() + "?reader=IE&lang=it");
        assertThat(page.body()).contains("Irlanda: corrisponde a");
    }

    @Test
    void whatIsMistypedAndWhatIsNotThereIsSaidInTheLanguage() {
        assertThat(get("/verify?code=nonsense", "fr").body())
                .contains("n’est pas le code d’un justificatif");
        assertThat(get("/v/AAAA-AAAA-AA", "it").body())
                .contains("non è il codice di una credenziale");
    }

    @Test
    void theInterfaceForMachinesSpeaksEnglishUnlessAskedOtherwise() {
        var document = awarded.signed();
        var address = anybody.uri("/api/v1/verifications");
        var plain =
                anybody.send(
                        HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(document)));
        var german =
                anybody.send(
                        HttpRequest.newBuilder(address)
                                .header("Accept-Language", "de")
                                .POST(BodyPublishers.ofByteArray(document)));

        assertThat(plain.body()).contains("\"Nothing was changed since it was sealed");
        assertThat(plain.headers().firstValue("Content-Language")).contains("en");
        assertThat(german.body())
                .contains("\"Seit der Besiegelung wurde nichts verändert", "\"integrity.intact\"");
        assertThat(german.headers().firstValue("Content-Language")).contains("de");
    }
}
