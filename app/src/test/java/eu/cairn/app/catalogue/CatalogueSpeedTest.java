package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.catalogue.CatalogueFacts;
import eu.cairn.catalogue.Price;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/**
 * How long a search with the counts of all facets takes among 100,000 course versions: the question
 * is read, its words are looked for in the database, and one page of courses is loaded.
 */
@Tag("long")
class CatalogueSpeedTest {

    private static final int COURSES = Integer.getInteger("cairn.speed.courses", 100_000);
    private static final int QUESTIONS = 600;

    /** How many different texts there are; each course shares its text with others. */
    private static final int TEXTS = 1_000;

    private static final Map<String, String[]> WORDS =
            Map.of(
                    "en",
                            ("data analysis programming management sustainable water energy nursing"
                                            + " care language teaching finance law robotics design"
                                            + " history music statistics network security learning"
                                            + " forest climate food safety leadership project")
                                    .split(" "),
                    "de",
                            ("Daten Analyse Programmierung Verwaltung Nachhaltigkeit Wasser Energie"
                                            + " Pflege Sprache Unterricht Finanzen Recht Robotik"
                                            + " Gestaltung Geschichte Musik Statistik Netzwerk"
                                            + " Sicherheit Lernen Wälder Klima Führung Projekt")
                                    .split(" "),
                    "fr",
                            ("données analyse programmation gestion durable eau énergie soins langue"
                                            + " enseignement finances droit robotique conception"
                                            + " histoire musique statistique réseau sécurité forêt"
                                            + " climat alimentation projet")
                                    .split(" "),
                    "es",
                            ("datos análisis programación gestión sostenible agua energía cuidados"
                                            + " lengua enseñanza finanzas derecho robótica diseño"
                                            + " historia música estadística redes seguridad bosque"
                                            + " clima alimentos proyecto")
                                    .split(" "),
                    "it",
                            ("dati analisi programmazione gestione sostenibile acqua energia cure"
                                            + " lingua insegnamento finanza diritto robotica"
                                            + " progettazione storia musica statistica reti"
                                            + " sicurezza foresta clima alimenti progetto")
                                    .split(" "),
                    "fi",
                            ("tiedot analyysi ohjelmointi johtaminen kestävä vesi energia hoito kieli"
                                            + " opetus rahoitus oikeus robotiikka muotoilu historia"
                                            + " musiikki tilastot verkko turvallisuus metsä ilmasto"
                                            + " ruoka hanke")
                                    .split(" "));

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "fi");

    @Test
    void aSearchWithAllCountsAmongAHundredThousandCoursesIsMeasured() {
        var server = TestServer.start(true);
        try {
            var random = new Random(7);
            plant(server, random);
            server.bean(JdbcClient.class).sql("ANALYZE").update();
            var entries = server.bean(CatalogueEntryStore.class);
            // the planted courses count towards what nobody published
            entries.comparedWith(server.bean(QualificationsServed.class).inForce());
            var search = server.bean(CatalogueSearch.class);
            long begun = System.nanoTime();
            search.find(CatalogueRequest.of(new LinkedMultiValueMap<>()));
            System.out.printf("first search, with the index made: %.0f ms%n", ms(begun));
            for (int i = 0; i < 200; i++) {
                search.find(CatalogueRequest.of(question(random, i)));
            }
            long found = print("questions", random, search, () -> {});
            print(
                    "questions, each after a change of one course",
                    random,
                    search,
                    () -> changeOne(server.bean(JdbcClient.class)));
            assertThat(found / QUESTIONS).isPositive();
        } finally {
            server.stop();
        }
    }

    private static void changeOne(JdbcClient jdbc) {
        jdbc.sql("UPDATE catalogue_revision SET revision = revision + 1").update();
        jdbc.sql(
                        """
                        UPDATE catalogue_entry
                        SET credits = 100 + credits % 1500,
                            revision = (SELECT revision FROM catalogue_revision)
                        WHERE id = (SELECT max(id) FROM catalogue_entry WHERE offered)
                        """)
                .update();
    }

    private static long print(
            String what, Random random, CatalogueSearch search, Runnable beforehand) {
        var times = new double[QUESTIONS];
        long found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            var request = CatalogueRequest.of(question(random, i));
            beforehand.run();
            long start = System.nanoTime();
            found += search.find(request).found().total();
            times[i] = ms(start);
        }
        Arrays.sort(times);
        System.out.printf(
                "%,d courses, %d %s, %,d courses found on average: p50 %.1f, p95 %.1f,"
                        + " p99 %.1f, longest %.1f ms%n",
                COURSES,
                QUESTIONS,
                what,
                found / QUESTIONS,
                times[QUESTIONS / 2],
                times[QUESTIONS * 95 / 100],
                times[QUESTIONS * 99 / 100],
                times[QUESTIONS - 1]);
        return found;
    }

    private static double ms(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    /** A sixth without words, the others with one to three, and up to three facets. */
    private static LinkedMultiValueMap<String, String> question(Random random, int number) {
        var asked = new LinkedMultiValueMap<String, String>();
        if (number % 6 != 0) {
            var language = any(random, LANGUAGES.toArray(String[]::new));
            var words = new ArrayList<String>();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                words.add(any(random, words(language)));
            }
            var text = String.join(" ", words);
            // every tenth has a typing error
            asked.add("q", number % 10 == 1 ? text.substring(0, 2) + text.substring(3) : text);
        }
        if (random.nextBoolean()) {
            asked.add("level", "" + (4 + random.nextInt(4)));
            asked.add("level", "" + (4 + random.nextInt(4)));
        }
        if (random.nextInt(3) == 0) {
            asked.add("language", any(random, LANGUAGES.toArray(String[]::new)));
        }
        if (random.nextInt(4) == 0) {
            asked.add("mode", any(random, "online", "onsite", "blended"));
        }
        if (random.nextInt(5) == 0) {
            asked.add("price", any(random, "free", "EUR-100", "EUR-500", "unstated"));
        }
        if (random.nextInt(5) == 0) {
            asked.add("from", LocalDate.now(ZoneOffset.UTC).plusDays(60).toString());
        }
        if (random.nextInt(8) == 0) {
            asked.add("page", "" + (1 + random.nextInt(5)));
        }
        return asked;
    }

    private static void plant(TestServer server, Random random) {
        var planted = new PlantedCourses(server, "borgofiume");
        var pattern = planted.publish("SPEED", "en", "Pattern", "a pattern");
        var store = server.bean(CatalogueEntryStore.class);
        var words = server.bean(CatalogueWords.class);
        var jdbc = server.bean(JdbcClient.class);
        long begun = System.nanoTime();
        server.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> {
                            long revision = store.nextRevision();
                            for (int i = 0; i < TEXTS; i++) {
                                var id = new UUID(99, i);
                                copy(jdbc, pattern.course(), id, "SP-" + i);
                                store.put(entry(random, words, id), revision, Instant.now());
                            }
                        });
        multiply(jdbc);
        System.out.printf(
                "%,d course versions put into the catalogue in %.0f s%n",
                jdbc.sql("SELECT count(*) FROM catalogue_text").query(Integer.class).single(),
                ms(begun) / 1000);
    }

    /** The same texts again, each with other facets and with the runs of another course. */
    private static void multiply(JdbcClient jdbc) {
        for (var statement : MULTIPLY.split(";")) {
            jdbc.sql(statement.formatted(TEXTS, COURSES / TEXTS - 1)).update();
        }
    }

    private static final String MULTIPLY =
            """
            CREATE TABLE planted AS
            SELECT row_number() OVER (ORDER BY e.id) AS place, e.*, t.title_words, t.words
            FROM catalogue_entry e JOIN catalogue_text t ON t.entry = e.id
            ORDER BY e.id DESC LIMIT %1$d;
            CREATE TABLE again AS
            SELECT p.place AS place, n, ('00000000-0000-0064-0000-'
                   || lpad(to_hex(p.place * 1000 + n), 12, '0'))::uuid AS new_id
            FROM planted p, generate_series(1, %2$d) n;
            INSERT INTO course (id, organisation_id, draft, code, title, saved_at, created_by)
            SELECT a.new_id, c.organisation_id, c.draft, c.code || '-' || a.n, c.title, c.saved_at,
                   c.created_by
            FROM again a JOIN planted p ON p.place = a.place JOIN course c ON c.id = p.course_id;
            INSERT INTO course_version (course_id, number, organisation_id, code, submitted_by,
                                        submitted_at, design, sha256)
            SELECT a.new_id, 1, v.organisation_id, v.code || '-' || a.n, v.submitted_by,
                   v.submitted_at, v.design, v.sha256
            FROM again a JOIN planted p ON p.place = a.place
            JOIN course_version v ON v.course_id = p.course_id;
            INSERT INTO catalogue_entry
                (course_id, number, offered, revision, level, credits, field, language, mode,
                 country, skills, skill_labels, qualifications, text_languages, run_from,
                 run_until, run_minutes, run_price, run_currency, published_at, changed_at)
            SELECT a.new_id, 1, true, p.revision, 4 + floor(random() * 4)::int,
                   100 * (1 + floor(random() * 15)::int), p.field, p.language,
                   (ARRAY['online', 'onsite', 'blended'])[1 + floor(random() * 3)::int],
                   (ARRAY['IT', 'FI', 'DE', 'FR', 'ES', 'IE', 'EE', 'NL', 'PT', 'GR'])
                       [1 + floor(random() * 10)::int],
                   p.skills, p.skill_labels, p.qualifications, p.text_languages, r.run_from,
                   r.run_until, r.run_minutes, r.run_price, r.run_currency, p.published_at,
                   p.changed_at
            FROM again a JOIN planted p ON p.place = a.place
            JOIN planted r ON r.place = (SELECT min(place) FROM planted)
                              + (a.place * 7 + a.n * 13) %% (SELECT count(*) FROM planted);
            INSERT INTO catalogue_text (entry, title_words, words)
            SELECT e.id, p.title_words, p.words
            FROM again a JOIN planted p ON p.place = a.place
            JOIN catalogue_entry e ON e.course_id = a.new_id
            """;

    private static void copy(JdbcClient jdbc, UUID pattern, UUID id, String code) {
        jdbc.sql(
                        """
                        INSERT INTO course (id, organisation_id, draft, code, title, saved_at,
                                            created_by)
                        SELECT :id, organisation_id, draft, :code, title, saved_at, created_by
                        FROM course WHERE id = :pattern
                        """)
                .param("id", id)
                .param("code", code)
                .param("pattern", pattern)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO course_version (course_id, number, organisation_id, code,
                                                    submitted_by, submitted_at, design, sha256)
                        SELECT :id, 1, organisation_id, :code, submitted_by, submitted_at, design,
                               sha256
                        FROM course_version WHERE course_id = :pattern
                        """)
                .param("id", id)
                .param("code", code)
                .param("pattern", pattern)
                .update();
    }

    private static CatalogueEntry entry(Random random, CatalogueWords words, UUID id) {
        var language = any(random, LANGUAGES.toArray(String[]::new));
        var title = sentence(random, language, 4);
        var all = new LinkedHashSet<>(words.of(language, title));
        for (int outcome = 0; outcome < 5; outcome++) {
            all.addAll(words.of(language, sentence(random, language, 9)));
        }
        var skills = new ArrayList<String>();
        for (int n = random.nextInt(4); n > 0; n--) {
            skills.add("http://data.europa.eu/esco/skill/" + random.nextInt(3000));
        }
        var distinct = skills.stream().distinct().toList();
        var titled = words.of(language, title);
        all.addAll(titled);
        return new CatalogueEntry(
                id,
                1,
                Optional.of(new EqfLevel(4 + random.nextInt(4))),
                new Ects(100 * (1 + random.nextInt(15))),
                any(random, "0613", "0311", "0913", "0411", "0521", "0111", "0231", "0715"),
                language,
                any(random, "online", "onsite", "blended"),
                any(random, "IT", "FI", "DE", "FR", "ES", "IE", "EE", "NL", "PT", "GR"),
                distinct,
                distinct,
                random.nextInt(3) == 0 ? List.of("q-" + random.nextInt(60)) : List.of(),
                List.of(language, "en"),
                runs(random),
                titled,
                all);
    }

    /** Words of a language, most of them from a long list that is met seldom. */
    private static String sentence(Random random, String language, int length) {
        var sentence = new ArrayList<String>();
        for (int i = 0; i < length; i++) {
            sentence.add(
                    random.nextInt(3) == 0
                            ? any(random, words(language))
                            : any(random, words(language)).substring(0, 2)
                                    + Integer.toString(100_000 + random.nextInt(6_000), 36));
        }
        return String.join(" ", sentence);
    }

    private static String[] words(String language) {
        return WORDS.getOrDefault(language, new String[] {""});
    }

    private static List<CatalogueFacts.Run> runs(Random random) {
        var runs = new ArrayList<CatalogueFacts.Run>();
        for (int n = random.nextInt(4); n > 0; n--) {
            var from = LocalDate.now(ZoneOffset.UTC).plusDays(random.nextInt(500) - 60L);
            runs.add(
                    new CatalogueFacts.Run(
                            from,
                            from,
                            60 + random.nextInt(1800),
                            random.nextInt(4) == 0
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Price(
                                                    random.nextInt(3) == 0
                                                            ? 0
                                                            : 5_000L * (1 + random.nextInt(40)),
                                                    "EUR"))));
        }
        return runs;
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
