package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The frameworks as everybody may read them, on the pages and as records. */
class FrameworksTest {

    private final TestServer server = TestServer.shared();
    private final JsonMapper json = JsonMapper.shared();

    @Test
    void aCountryHasOnePageAndOneRecordWithTheSameFacts() throws Exception {
        var page = get("/frameworks/EE").body();
        var record = json.readTree(get("/api/v1/frameworks/EE").body());

        assertThat(page).contains("referenced to level", "since 1 March 2025", "Estonian Quali");
        assertThat(record.at("/country/claim").asString()).isEqualTo("referenced");
        assertThat(record.at("/country/admission/validity/from").asString())
                .isEqualTo("2025-03-01");
        var levels = record.get("levels");
        assertThat(levels).hasSize(8);
        for (var level : levels) {
            assertThat(level.at("/level/source").asString().isBlank())
                    .isEqualTo(!level.at("/level/confirmed").asBoolean());
        }
    }

    @Test
    void whatIsAwardedAtALevelIsLinkedThere() throws Exception {
        var italy = get("/frameworks/IT").body();
        var seven = get("/frameworks/eqf/7").body();

        assertThat(italy).contains("/catalogue/borgofiume/CLIMA-5/1");
        assertThat(seven).contains("/catalogue/borgofiume/CLIMA-5/1", "highly specialised");
        assertThat(get("/frameworks/eqf/6").body())
                .doesNotContain("/catalogue/borgofiume/CLIMA-5/1");
        assertThat(get("/api/v1/frameworks/eqf/7").body())
                .contains("/catalogue/borgofiume/CLIMA-5/1");
    }

    @Test
    void whatIsRecalledAndNotSeenInASourceIsShownAsUnconfirmed() throws Exception {
        assertThat(get("/frameworks/DK").body()).contains("unconfirmed", "own claim");
        var record = json.readTree(get("/api/v1/frameworks/DK").body());
        assertThat(record.at("/country/admission/confirmed").asBoolean(true)).isFalse();
        assertThat(record.at("/country/claim").asString()).isEqualTo("own");
    }

    @Test
    void bothFrameworksOfSpainAreThereAndTheListNamesEveryCountry() throws Exception {
        assertThat(get("/frameworks/ES").body()).contains("MECES", "MECU");
        assertThat(get("/frameworks").body())
                .contains("/frameworks/GB-SCT", "United Kingdom, Scotland", "180–240");
        assertThat(json.readTree(get("/api/v1/frameworks").body()).get("countries"))
                .hasSizeGreaterThan(45);
    }

    @Test
    void whatIsNoFrameworkIsNotThere() throws Exception {
        for (var path : new String[] {"XX", "eqf/0", "eqf/9", "it", "eqf/seven"}) {
            assertThat(get("/frameworks/" + path).statusCode()).as(path).isIn(400, 404);
            assertThat(get("/api/v1/frameworks/" + path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void theWordingOfALevelStandsOnTheCoursePageInTheCatalogueAndOnTheCredential()
            throws Exception {
        assertThat(get("/catalogue/lough-ree/TL514/1").body()).contains("included at level");
        var list = new StringBuilder();
        for (int page = 1; page <= 10; page++) { // others publish courses too
            list.append(get("/catalogue?page=" + page).body());
        }
        assertThat(list.toString())
                .contains("included at level", "referenced to level", "provider’s own claim");
        assertThat(get("/api/v1/catalogue/lough-ree/TL514/1").body())
                .contains("\"levelClaim\":\"included\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.base() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
