package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Role;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.RunDraft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The search of the catalogue, against the real database and over HTTP. */
class CatalogueSearchTest {

    private static TestServer server;
    private static PlantedCourses planted;

    @BeforeAll
    static void start() {
        server = TestServer.start(true);
        planted = new PlantedCourses(server, "borgofiume");
        planted.publish(
                "S-ES", "es", "Formación en análisis geográfico", "cartografiar territorios");
        planted.publish("S-DE", "de", "Einführung in die Programmierung", "Wälder kartieren");
        planted.publish("S-FR", "fr", "Gestion durable des forêts", "évaluer un paysage");
        planted.publish("S-IT", "it", "Sicurezza per la piccola impresa", "valutare i rischi");
        planted.publish("S-FI", "fi", "Metsien hoito", "johtaa muutosta kestävästi");
        planted.publish("S-SV", "sv", "Hållbarhet i praktiken", "mäta utsläpp");
        planted.publish("S-EL", "el", "Εισαγωγή στην ανάλυση", "περιγράφει μεθόδους");
        planted.publish("S-PL", "pl", "Zarządzanie łańcuchem dostaw", "opisać proces");
        planted.publish("S-EN", "en", "Beekeeping for beginners", "inspect a hive");
        planted.publish("S-EN2", "en", "Rural trades", "explain beekeeping to visitors");
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "formaciones, S-ES",
        "análisis geográficos, S-ES",
        "Programmierungen, S-DE",
        "Einführungen, S-DE",
        "forêt, S-FR",
        "imprese, S-IT",
        "metsä, S-FI",
        "hållbarheten, S-SV",
        "ανάλυσης, S-EL",
        "inspecting hives, S-EN"
    })
    void aWordIsFoundInTheFormsOfItsLanguage(String words, String code) {
        assertThat(planted.found(q(words))).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "formacion geografico, S-ES",
        "formaciones analisis, S-ES",
        "einfuhrung, S-DE",
        "walder, S-DE",
        "forets, S-FR",
        "metsa, S-FI",
        "hallbarheten, S-SV",
        "ΑΝΑΛΥΣΗ, S-EL",
        "zarzadzanie lancuchem, S-PL",
        "ZARZĄDZANIE, S-PL"
    })
    void accentsAndCapitalsMayBeLeftOut(String words, String code) {
        assertThat(planted.found(q(words))).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "beekeping, S-EN",
        "bekeeeping, S-EN",
        "formaicon, S-ES",
        "Programierung, S-DE",
        "sicureza, S-IT",
        "zarzadzani, S-PL",
        "αναλυσι, S-EL",
        "Einfuehrung, S-DE"
    })
    void aTypingErrorIsForgivenAndSaid(String words, String code) {
        assertThat(planted.found(q(words))).contains(code);
        assertThat(planted.answer(q("beekeping")).get("meant").toString())
                .isEqualTo("[\"beekeeping\"]");
        assertThat(server.visitor().get("/catalogue?" + q("beekeping")).body())
                .contains("“beekeeping”");
    }

    @Test
    void whatHasTheWordsInItsTitleComesFirst() {
        assertThat(planted.found(q("beekeeping"))).containsExactly("S-EN", "S-EN2");
    }

    @Test
    void theInstitutionAndTheFieldAreFoundToo() {
        var all = planted.answer(q("")).get("total").asInt();

        assertThat(planted.answer(q("borgofiume")).get("total").asInt()).isBetween(10, all);
        assertThat(planted.found(q("borgofiume beekeeping")))
                .containsExactlyInAnyOrder("S-EN", "S-EN2");
        assertThat(planted.found(q("beekeeping metsien"))).isEmpty();
    }

    @Test
    void everyCountOfEveryFacetIsTheNumberThatChoosingItGives() {
        var open = planted.answer("");
        var wrong = new ArrayList<String>();
        int looked = 0;
        for (var facet : open.get("facets")) {
            for (var value : facet.get("values")) {
                var query =
                        facet.get("facet").asString()
                                + "="
                                + encoded(value.get("value").asString());
                looked++;
                int total = planted.answer(query).get("total").asInt();
                if (total != value.get("count").asInt()) {
                    wrong.add(query + ": " + value.get("count") + " counted, " + total + " found");
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(looked).isGreaterThan(20);
    }

    @Test
    void theFacetsAddUpWithACountInTheDesigns() {
        var byLanguage = new TreeMap<String, Integer>();
        var byLevel = new TreeMap<String, Integer>();
        for (var offer : server.bean(OfferStore.class).published()) {
            byLanguage.merge(offer.design().language().tag(), 1, Integer::sum);
            offer.design()
                    .level()
                    .eqf()
                    .ifPresent(level -> byLevel.merge("" + level.level(), 1, Integer::sum));
        }

        assertThat(counts("", "language")).isEqualTo(byLanguage);
        assertThat(counts("", "level")).isEqualTo(byLevel);
        assertThat(counts("language=it&language=de", "language")).isEqualTo(byLanguage);
        assertThat(planted.answer("language=it&language=de").get("total").asInt())
                .isEqualTo(byLanguage.getOrDefault("it", 0) + byLanguage.getOrDefault("de", 0));
    }

    @Test
    void startHoursPriceAndPlaceInAStackNarrowDown() {
        var version = planted.publish("S-RUN", "en", "Glassblowing", "blow glass");
        var from = LocalDate.now(ZoneOffset.UTC).plusMonths(8).withDayOfMonth(1);
        announce(version.course(), from.toString(), from.plusDays(69).toString(), "180");
        announce(
                version.course(),
                from.plusMonths(6).toString(),
                from.plusMonths(9).toString(),
                "0");

        var month = from.toString().substring(0, 7);
        assertThat(planted.found("q=glassblowing&start=" + month)).containsExactly("S-RUN");
        assertThat(planted.found("q=glassblowing&from=" + from + "&to=" + from.plusDays(9)))
                .containsExactly("S-RUN");
        assertThat(
                        planted.found(
                                "q=glassblowing&from="
                                        + from.plusDays(1)
                                        + "&to="
                                        + from.plusDays(9)))
                .isEmpty();
        assertThat(planted.found("q=glassblowing&price=free")).containsExactly("S-RUN");
        assertThat(planted.found("q=glassblowing&price=free&start=" + month)).isEmpty();
        assertThat(planted.found("q=glassblowing&price=EUR-250&start=" + month))
                .containsExactly("S-RUN");
        assertThat(counts("q=glassblowing", "hours")).isNotEmpty();
    }

    @Test
    void whatIsSuspendedIsNotFoundAndIsFoundAgainOncePublished() {
        var version = planted.publish("S-GONE", "en", "Falconry", "handle a falcon");
        var acting = server.acting("borgofiume", Role.QUALITY_OFFICER);
        var courses = server.bean(Courses.class);

        assertThat(planted.found(q("falconry"))).containsExactly("S-GONE");
        courses.change(acting, version.course(), 1, CourseState.SUSPENDED, "A complaint");
        assertThat(planted.found(q("falconry"))).doesNotContain("S-GONE");
        courses.change(acting, version.course(), 1, CourseState.PUBLISHED, "It was unfounded");
        assertThat(planted.found(q("falconry"))).containsExactly("S-GONE");
    }

    @Test
    void entriesThatAreMissingAreMadeWhenAServerStarts() {
        planted.publishUnseen("S-OLD", "en", "Thatching", "thatch a roof");
        assertThat(planted.found(q("thatching"))).doesNotContain("S-OLD");

        server.bean(CatalogueUpkeep.class).started();

        assertThat(planted.found(q("thatching"))).containsExactly("S-OLD");
    }

    @Test
    void oneBadCourseCostsNoOtherItsEntryAndNoServerItsStart() {
        var bad = planted.publishUnseen("S-BAD", "en", "Alchemy", "make gold").course();
        planted.publishUnseen("S-GOOD", "en", "Horology", "mend a clock");
        var design =
                jdbc().sql("SELECT design FROM course_version WHERE course_id = :id")
                        .param("id", bad)
                        .query(byte[].class)
                        .single();
        design(bad, "{}".getBytes(StandardCharsets.UTF_8));
        try {
            server.bean(CatalogueUpkeep.class).started();

            assertThat(planted.found(q("horology"))).containsExactly("S-GOOD");
        } finally {
            design(bad, design);
        }
    }

    private static void design(UUID course, byte[] design) {
        jdbc().sql("UPDATE course_version SET design = :design WHERE course_id = :id")
                .param("design", design)
                .param("id", course)
                .update();
    }

    @Test
    void oneServerOfSeveralKeepsTheCatalogueInStep() {
        planted.publishUnseen("S-ALONE", "en", "Saddlery", "stitch a saddle");

        server.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> {
                            assertThat(server.bean(CatalogueEntryStore.class).isAlone()).isTrue();
                            CompletableFuture.runAsync(server.bean(CatalogueUpkeep.class)::started)
                                    .join();
                        });
        assertThat(planted.found(q("saddlery"))).doesNotContain("S-ALONE");

        server.bean(CatalogueUpkeep.class).started();
        assertThat(planted.found(q("saddlery"))).containsExactly("S-ALONE");
    }

    @Test
    void otherQualificationsMakeOnlyTheEntriesAgainThatNameOthers() {
        var course = planted.publish("S-QUAL", "en", "Glazing", "set a pane").course();
        var store = server.bean(CatalogueEntryStore.class);
        server.bean(CatalogueUpkeep.class).started();
        var served = store.qualifications(course, 1);
        jdbc().sql("UPDATE catalogue_entry SET qualifications = '{gone}' WHERE course_id = :id")
                .param("id", course)
                .update();
        store.comparedWith("others");
        var changed = changedAt(course);
        long revision = store.revision();

        server.bean(CatalogueUpkeep.class).everyMinute();

        assertThat(store.qualifications(course, 1)).isEqualTo(served);
        assertThat(store.revision()).isEqualTo(revision + 1);
        assertThat(store.comparedWith()).isNotEqualTo("others");
        assertThat(changedAt(course)).isEqualTo(changed);
    }

    @Test
    void anEntryStatesWhenItsVersionWasPublishedAndChangesWithItsRuns() {
        var course = planted.publishUnseen("S-DAY", "en", "Bookbinding", "bind a book").course();
        jdbc().sql(
                        """
                        UPDATE course_state SET changed_at = '2026-02-03T04:05:06Z'
                        WHERE course_id = :id
                        """)
                .param("id", course)
                .update();
        var day = Instant.parse("2026-02-03T04:05:06Z");

        server.bean(CatalogueUpkeep.class).started();
        assertThat(publishedAt(course)).isEqualTo(day);
        assertThat(changedAt(course)).isEqualTo(day);

        announce(course, "2028-03-01", "2028-05-30", "10");
        assertThat(publishedAt(course)).isEqualTo(day);
        assertThat(changedAt(course)).isAfter(day);
    }

    private static Instant publishedAt(UUID course) {
        return at("published_at", course);
    }

    private static Instant changedAt(UUID course) {
        return at("changed_at", course);
    }

    private static Instant at(String column, UUID course) {
        return jdbc().sql("SELECT " + column + " FROM catalogue_entry WHERE course_id = :id")
                .param("id", course)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @Test
    void aWordOfWhatIsNotOnOfferIsNotProposed() {
        var version = planted.publish("S-ZYM", "en", "Zymurgy", "brew a beer");
        assertThat(planted.found(q("zymurgi"))).containsExactly("S-ZYM");

        server.bean(Courses.class)
                .change(
                        server.acting("borgofiume", Role.QUALITY_OFFICER),
                        version.course(),
                        1,
                        CourseState.SUSPENDED,
                        "A complaint");

        assertThat(server.visitor().get("/catalogue?q=zymurgi").body()).doesNotContain("zymurgy");
    }

    @Test
    void nobodyRenamesASkillForAll() {
        var first = planted.publish("S-SKILL", "en", "Tanning", "tan a hide").course();
        var second = planted.publish("S-SKILL2", "en", "Tanning again", "tan a hide").course();
        jdbc().sql(
                        """
                        INSERT INTO skill (uri, language, label, other_labels, kind, description,
                                           words)
                        VALUES ('urn:esco:tan', 'en', 'tan hides', '', 'skill', '', 'tan hides')
                        """)
                .update();
        skills(first, "tan");
        skills(second, "RENAMED");

        assertThat(planted.answer(q("tanning")).get("facets").toString())
                .contains("tan hides", "tan of the house")
                .doesNotContain("RENAMED");
    }

    private static void skills(UUID course, String label) {
        jdbc().sql(
                        """
                        UPDATE catalogue_entry
                        SET skills = '{urn:esco:tan,urn:own:tan}', skill_labels = :labels,
                            revision = :revision
                        WHERE course_id = :id
                        """)
                .param("labels", new String[] {label, label + " of the house"})
                .param("revision", server.bean(CatalogueEntryStore.class).nextRevision())
                .param("id", course)
                .update();
        planted.answer("");
    }

    private static JdbcClient jdbc() {
        return server.bean(JdbcClient.class);
    }

    @Test
    void anEmptyResultSaysWhatToTakeOut() {
        var page = server.visitor().get("/catalogue?q=beekeeping&language=fi").body();

        assertThat(page)
                .contains("No course matches")
                .contains("Without “beekeeping”")
                .contains("Without Language of instruction</a>: 2 courses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "\\",
                "a'b\\",
                "(",
                ")|(",
                "!",
                "&",
                "a & | b",
                ":*",
                "~",
                "<->",
                "%",
                "_",
                "\"",
                "<script>alert(1)</script>",
                "'; DROP TABLE course; --",
                "\u0000x",
                "\uD800",
                "𝔣𝔬𝔯𝔪",
                "e\u0301\u0301\u0301",
                "١٢٣",
                "你好",
                "🐝",
                "a:b:c",
                "en:bee",
                "${7*7}",
                "{0}"
            })
    void hostileWordsFindNothingAndBreakNothing(String words) {
        var page = server.visitor().get("/catalogue?" + q(words));

        assertThat(page.statusCode()).isIn(200, 400);
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("Exception");
        assertThat(server.visitor().get("/api/v1/catalogue/search?" + q(words)).statusCode())
                .isIn(200, 400);
    }

    @Test
    void hugeAndSenselessQuestionsAreAnswered() {
        for (var query :
                List.of(
                        q("word ".repeat(1200)),
                        q("x".repeat(6000)),
                        q("a" + "\uD840\uDC00".repeat(20)),
                        q("a" + "\uD840\uDC00".repeat(50)),
                        "page=999999",
                        "page=-1&level=9&level=x&credits=ten&price=EUR&start=2027-13&country=zz",
                        "level=" + "9".repeat(3000),
                        "skill=" + encoded("<b>"),
                        "sort=rm&hours=" + encoded("' OR 1=1"))) {
            assertThat(server.visitor().get("/catalogue?" + query).statusCode())
                    .as(query.substring(0, Math.min(60, query.length())))
                    .isEqualTo(200);
        }
        for (var path : List.of("/catalogue/compare?course=a%00/b/1&course=c/d%00/1")) {
            assertThat(server.visitor().get(path).statusCode()).isEqualTo(422);
        }
        assertThat(server.visitor().get("/api/v1/catalogue/search?from=soon").statusCode())
                .isEqualTo(422);
    }

    @Test
    void pagesHoldEveryCourseOnce() {
        var codes = new ArrayList<String>();
        int pages = planted.answer("").get("pages").asInt();
        for (int page = 1; page <= pages; page++) {
            planted.answer("page=" + page)
                    .get("courses")
                    .forEach(it -> codes.add(it.get("path").asString()));
        }

        assertThat(codes).doesNotHaveDuplicates().hasSize(planted.answer("").get("total").asInt());
    }

    private static void announce(UUID course, String from, String to, String price) {
        assertThat(
                        server.bean(Runs.class)
                                .add(
                                        server.acting("borgofiume", Role.DESIGNER),
                                        course,
                                        1,
                                        new RunDraft(from, to, "", "", "", price, "EUR", "", ""))
                                .reasons())
                .isEmpty();
    }

    private static Map<String, Integer> counts(String query, String facet) {
        var counts = new TreeMap<String, Integer>();
        for (var group : planted.answer(query).get("facets")) {
            if (group.get("facet").asString().equals(facet)) {
                group.get("values")
                        .forEach(
                                it ->
                                        counts.put(
                                                it.get("value").asString(),
                                                it.get("count").asInt()));
            }
        }
        return counts;
    }

    private static String q(String words) {
        return "q=" + encoded(words);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
