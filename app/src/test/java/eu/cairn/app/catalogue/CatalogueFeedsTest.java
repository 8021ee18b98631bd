package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Role;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.RunDraft;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What machines of others read of the catalogue, and courses side by side. */
class CatalogueFeedsTest {

    private static final String EVIL = "Locks </script><script>alert(1)</script> & keys";

    private static TestServer server;
    private static PlantedCourses planted;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        planted = new PlantedCourses(server, "borgofiume");
    }

    @Test
    void aCoursePageIsMarkedUpAsACourseWithItsRunsAndPrices() {
        var version = planted.publish("F-RUN", "it", "Muri a secco", "costruire un muro");
        server.bean(Runs.class)
                .add(
                        server.acting("borgofiume", Role.DESIGNER),
                        version.course(),
                        1,
                        new RunDraft(
                                "2028-03-01",
                                "2028-05-30",
                                "2028-02-15",
                                "20",
                                "Borgofiume",
                                "120",
                                "EUR",
                                "",
                                ""));

        var course = markup("/catalogue/borgofiume/F-RUN/1");

        assertThat(course.get("@type").asString()).isEqualTo("Course");
        assertThat(course.get("name").asString()).isEqualTo("Muri a secco");
        assertThat(course.get("description").asString()).contains("costruire un muro");
        assertThat(course.get("provider").get("name").asString()).isNotBlank();
        assertThat(course.get("educationalCredentialAwarded").get("credentialCategory").asString())
                .isEqualTo("Micro-credential");
        assertThat(course.get("numberOfCredits").get("unitText").asString()).isEqualTo("ECTS");
        assertThat(course.get("timeRequired").asString()).startsWith("PT");
        assertThat(course.get("hasCourseInstance").get(0).get("startDate").asString())
                .isEqualTo("2028-03-01");
        assertThat(course.get("provider").get("@type").asString()).isEqualTo("Organization");
        assertThat(course.get("offers").get(0).get("priceCurrency").asString()).isEqualTo("EUR");
    }

    @Test
    void whatIsNotOnOfferAnnouncesNoRunsAndNoPrices() {
        var course = planted.publish("F-OFF", "en", "Cartwrighting", "build a cart").course();
        server.bean(Runs.class)
                .add(
                        server.acting("borgofiume", Role.DESIGNER),
                        course,
                        1,
                        new RunDraft("2028-03-01", "2028-05-30", "", "", "", "77", "EUR", "", ""));
        server.bean(Courses.class)
                .change(
                        server.acting("borgofiume", Role.QUALITY_OFFICER),
                        course,
                        1,
                        CourseState.SUSPENDED,
                        "A complaint");

        var markup = markup("/catalogue/borgofiume/F-OFF/1");
        assertThat(markup.has("offers")).isFalse();
        assertThat(markup.has("hasCourseInstance")).isFalse();
        assertThat(server.visitor().get("/catalogue/borgofiume/F-OFF/1").body())
                .doesNotContain("77 EUR")
                .doesNotContain("When it runs");
        assertThat(server.visitor().get("/api/v1/catalogue/borgofiume/F-OFF/1").body())
                .contains("\"runs\":[]");
    }

    @Test
    void aTitleCannotEndTheMarkupItStandsIn() {
        planted.publish("F-EVIL", "en", EVIL, "open a lock");

        var page = server.visitor().get("/catalogue/borgofiume/F-EVIL/1").body();

        assertThat(page).doesNotContain("<script>alert");
        assertThat(markup("/catalogue/borgofiume/F-EVIL/1").get("name").asString()).isEqualTo(EVIL);
    }

    @Test
    void theFeedHoldsTheNewestFirstAndTheSitemapEveryCourse() throws Exception {
        planted.publish("F-NEW", "fr", "Murs & pierres <sèches>", "bâtir un mur");

        var feed = xml("/catalogue/feed.atom", "application/atom+xml");
        var entries = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        assertThat(entries.item(0).getTextContent()).contains("Murs & pierres <sèches>");
        assertThat(entries.getLength()).isBetween(1, 50);

        var map = xml("/sitemap.xml", "application/xml");
        var places =
                map.getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");
        assertThat(places.getLength())
                .isEqualTo(server.bean(OfferStore.class).published().size() + 1);
        assertThat(map.getDocumentElement().getTextContent())
                .contains(server.base() + "/catalogue/borgofiume/F-NEW/1");
        assertThat(server.visitor().get("/robots.txt").body())
                .contains("Sitemap: " + server.base() + "/sitemap.xml");
        assertThat(server.visitor().get("/sitemap-1.xml").statusCode()).isEqualTo(200);
        assertThat(server.visitor().get("/sitemap-9.xml").statusCode()).isEqualTo(404);
        assertThat(server.visitor().get("/sitemap-x.xml").statusCode()).isIn(400, 404);
    }

    @Test
    void coursesStandSideBySideAndWhereTheyDifferItIsSaid() {
        planted.publish("F-ONE", "en", "Weaving", "weave a scarf");
        planted.publish("F-TWO", "it", "Tessitura", "tessere una sciarpa");

        var page =
                server.visitor()
                        .get(
                                "/catalogue/compare?course=borgofiume/F-ONE/1"
                                        + "&course=borgofiume/F-TWO/1")
                        .body();

        assertThat(page)
                .contains("Weaving", "Tessitura", "weave a scarf", "tessere una sciarpa")
                .containsPattern("Language<small>≠ differs</small>")
                .containsPattern("Country</th>");
    }

    @Test
    void fewerThanTwoMoreThanFourAndWhatIsNotOnOfferAreNotCompared() {
        planted.publish("F-ALONE", "en", "Spinning", "spin wool");
        var one = "course=borgofiume/F-ALONE/1";

        assertThat(server.visitor().get("/catalogue/compare").statusCode()).isEqualTo(422);
        assertThat(server.visitor().get("/catalogue/compare?" + one + "&" + one).body())
                .contains("Tick 2 to 4 courses");
        assertThat(
                        server.visitor()
                                .get("/catalogue/compare?" + one + "&course=nobody/X/1&course=a/b")
                                .body())
                .contains("Tick 2 to 4 courses");
        assertThat(
                        server.visitor()
                                .get(
                                        "/catalogue/compare?course=a/a/1&course=a/b/1&course=a/c/1"
                                                + "&course=a/d/1&course=a/e/1")
                                .body())
                .contains("At most 4 courses");
    }

    @Test
    void aLearnerSeesWhatACourseWouldAddToTheirStacksAndNobodyElseDoes() {
        var offer = server.bean(OfferStore.class).published().getFirst();

        assertThat(server.as(TestServer.LEARNER).get(offer.path()).body())
                .contains("What it would add to your stacks")
                .contains("It is not your result");
        assertThat(server.visitor().get(offer.path()).body())
                .doesNotContain("What it would add to your stacks");
    }

    private static JsonNode markup(String path) {
        var page = server.visitor().get(path).body();
        var found =
                Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")
                        .matcher(page);
        assertThat(found.find()).isTrue();
        return server.bean(JsonMapper.class).readTree(found.group(1));
    }

    private static Document xml(String path, String type) throws Exception {
        var answer = server.visitor().get(path);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }
}
