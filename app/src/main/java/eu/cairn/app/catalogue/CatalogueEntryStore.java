package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CatalogueFacts;
import eu.cairn.catalogue.CatalogueIndex;
import eu.cairn.catalogue.Price;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what courses on offer are found by. */
@Repository
class CatalogueEntryStore {

    private final JdbcClient jdbc;

    CatalogueEntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next revision; nobody else gets one before the transaction ends. */
    long nextRevision() {
        return jdbc.sql(
                        """
                        UPDATE catalogue_revision SET revision = revision + 1 RETURNING revision
                        """)
                .query(Long.class)
                .single();
    }

    long revision() {
        return jdbc.sql("SELECT revision FROM catalogue_revision").query(Long.class).single();
    }

    /** The qualifications that entries were last compared with. */
    String comparedWith() {
        return jdbc.sql("SELECT qualifications FROM catalogue_revision")
                .query(String.class)
                .single();
    }

    void comparedWith(String qualifications) {
        jdbc.sql("UPDATE catalogue_revision SET qualifications = :qualifications")
                .param("qualifications", qualifications)
                .update();
    }

    /** Whether no other transaction keeps the catalogue in step; none can till this one ends. */
    boolean isAlone() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('catalogue-upkeep'))")
                .query(Boolean.class)
                .single();
    }

    /** The qualifications that the entry of a version names; none where it has no entry. */
    List<String> qualifications(UUID course, int number) {
        return jdbc.sql(
                        """
                        SELECT qualifications FROM catalogue_entry
                        WHERE course_id = :course AND number = :number
                        """)
                .param("course", course)
                .param("number", number)
                .query((row, n) -> strings(row, "qualifications"))
                .optional()
                .orElse(List.of());
    }

    /** A course version. */
    record Version(UUID course, int number) {}

    /** Versions that are published and have no entry, or are not and have one. */
    List<Version> outOfStep() {
        return jdbc.sql(
                        """
                        SELECT s.course_id, s.number
                        FROM (%s) s
                        LEFT JOIN catalogue_entry e
                             ON e.course_id = s.course_id AND e.number = s.number
                        WHERE (s.state = 'published') <> coalesce(e.offered, false)
                        """
                                .formatted(Frozen.LATEST_STATE))
                .query((row, n) -> version(row))
                .list();
    }

    /** Every version on offer. */
    List<Version> offered() {
        return jdbc.sql("SELECT course_id, number FROM catalogue_entry WHERE offered ORDER BY id")
                .query((row, n) -> version(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getObject("course_id", UUID.class), row.getInt("number"));
    }

    /** Takes a version off the catalogue, if it is there. */
    void takeOff(UUID course, int number, long revision, Instant now) {
        jdbc.sql(
                        """
                        DELETE FROM catalogue_text WHERE entry IN
                            (SELECT id FROM catalogue_entry
                             WHERE course_id = :course AND number = :number)
                        """)
                .param("course", course)
                .param("number", number)
                .update();
        jdbc.sql(
                        """
                        UPDATE catalogue_entry
                        SET offered = false, revision = :revision, changed_at = :now
                        WHERE course_id = :course AND number = :number AND offered
                        """)
                .param("course", course)
                .param("number", number)
                .param("revision", revision)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static final String FIRST_PUBLISHED =
            """
            (SELECT changed_at FROM course_state
             WHERE course_id = :course AND number = :number AND state = 'published'
             ORDER BY id LIMIT 1)\
            """;

    /** Makes or changes an entry; what is counted towards changes the course itself not. */
    void put(CatalogueEntry entry, long revision, Instant now) {
        var runs = entry.runs();
        int id =
                jdbc.sql(
                                """
                                INSERT INTO catalogue_entry AS e
                                    (course_id, number, offered, revision, level, credits, field,
                                     language, mode, country, skills, skill_labels, qualifications,
                                     text_languages, run_from, run_until, run_minutes, run_price,
                                     run_currency, published_at, changed_at)
                                VALUES (:course, :number, true, :revision, :level, :credits, :field,
                                        :language, :mode, :country, :skills, :skillLabels,
                                        :qualifications, :textLanguages, :runFrom::date[],
                                        :runUntil::date[], :runMinutes::integer[],
                                        :runPrice::bigint[], :runCurrency,
                                        coalesce(%1$s, :now), coalesce(%1$s, :now))
                                ON CONFLICT (course_id, number) DO UPDATE
                                SET offered = true, revision = EXCLUDED.revision,
                                    qualifications = EXCLUDED.qualifications,
                                    run_from = EXCLUDED.run_from, run_until = EXCLUDED.run_until,
                                    run_minutes = EXCLUDED.run_minutes,
                                    run_price = EXCLUDED.run_price,
                                    run_currency = EXCLUDED.run_currency,
                                    published_at = EXCLUDED.published_at,
                                    changed_at = CASE
                                        WHEN e.offered
                                             AND (e.run_from, e.run_until, e.run_minutes,
                                                  e.run_price, e.run_currency)
                                                 IS NOT DISTINCT FROM
                                                 (EXCLUDED.run_from, EXCLUDED.run_until,
                                                  EXCLUDED.run_minutes, EXCLUDED.run_price,
                                                  EXCLUDED.run_currency)
                                        THEN e.changed_at ELSE :now::timestamptz END
                                RETURNING id
                                """
                                        .formatted(FIRST_PUBLISHED))
                        .param("course", entry.course())
                        .param("number", entry.number())
                        .param("revision", revision)
                        .param("level", entry.level().map(EqfLevel::level).orElse(null))
                        .param("credits", entry.credits().hundredths())
                        .param("field", entry.field())
                        .param("language", entry.language())
                        .param("mode", entry.mode())
                        .param("country", entry.country())
                        .param("skills", texts(entry.skills()))
                        .param("skillLabels", texts(entry.skillLabels()))
                        .param("qualifications", texts(entry.qualifications()))
                        .param("textLanguages", texts(entry.textLanguages()))
                        .param("runFrom", texts(runs.stream().map(r -> r.from().toString())))
                        .param(
                                "runUntil",
                                texts(runs.stream().map(r -> r.joinableUntil().toString())))
                        .param("runMinutes", texts(runs.stream().map(r -> "" + r.minutesAWeek())))
                        .param(
                                "runPrice",
                                runs.stream()
                                        .map(CatalogueEntryStore::price)
                                        .toArray(String[]::new))
                        .param(
                                "runCurrency",
                                texts(
                                        runs.stream()
                                                .map(
                                                        r ->
                                                                r.price()
                                                                        .map(Price::currency)
                                                                        .orElse(""))))
                        .param("now", Timestamp.from(now))
                        .query(Integer.class)
                        .single();
        jdbc.sql(
                        """
                        INSERT INTO catalogue_text (entry, title_words, words)
                        VALUES (:entry, array_to_tsvector(:title), array_to_tsvector(:words))
                        ON CONFLICT (entry) DO UPDATE
                        SET title_words = EXCLUDED.title_words, words = EXCLUDED.words
                        """)
                .param("entry", id)
                .param("title", texts(entry.titleWords()))
                .param("words", texts(entry.words()))
                .update();
        var plain =
                entry.words().stream()
                        .filter(word -> word.startsWith("~"))
                        .map(word -> word.substring(1))
                        .filter(word -> word.length() > 3)
                        .toList();
        jdbc.sql(
                        """
                        INSERT INTO catalogue_word (word)
                        SELECT * FROM unnest(:words::text[])
                        ON CONFLICT DO NOTHING
                        """)
                .param("words", texts(plain))
                .update();
    }

    private static @Nullable String price(CatalogueFacts.Run run) {
        return run.price().map(price -> "" + price.hundredths()).orElse(null);
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** An entry that changed: what it is found by, or that it is off the catalogue. */
    record Changed(
            int id,
            Optional<CatalogueFacts> facts,
            List<String> textLanguages,
            List<String> skillLabels) {}

    /** Everything that changed since a revision. */
    List<Changed> since(long revision) {
        return jdbc.sql("SELECT * FROM catalogue_entry WHERE revision > :revision ORDER BY id")
                .param("revision", revision)
                .query(
                        (row, n) ->
                                new Changed(
                                        row.getInt("id"),
                                        row.getBoolean("offered")
                                                ? Optional.of(facts(row))
                                                : Optional.empty(),
                                        strings(row, "text_languages"),
                                        strings(row, "skill_labels")))
                .list();
    }

    /** What these entries are found by. */
    Map<Integer, CatalogueFacts> facts(List<Integer> entries) {
        return jdbc
                .sql("SELECT * FROM catalogue_entry WHERE id = ANY(:entries)")
                .param("entries", entries.toArray(Integer[]::new))
                .query((row, n) -> facts(row))
                .list()
                .stream()
                .collect(Collectors.toMap(CatalogueFacts::id, it -> it));
    }

    private static CatalogueFacts facts(ResultSet row) throws SQLException {
        var level = row.getObject("level", Integer.class);
        return new CatalogueFacts(
                row.getInt("id"),
                level == null ? Optional.empty() : Optional.of(new EqfLevel(level)),
                new Ects(row.getInt("credits")),
                row.getString("field").intern(),
                row.getString("language").intern(),
                row.getString("mode").intern(),
                row.getString("country").intern(),
                strings(row, "skills"),
                strings(row, "qualifications"),
                row.getTimestamp("published_at").toInstant(),
                runs(row));
    }

    private static List<CatalogueFacts.Run> runs(ResultSet row) throws SQLException {
        var from = (Date[]) array(row, "run_from");
        var until = (Date[]) array(row, "run_until");
        var minutes = (Integer[]) array(row, "run_minutes");
        var price = (@Nullable Long[]) array(row, "run_price");
        var currency = (String[]) array(row, "run_currency");
        var runs = new ArrayList<CatalogueFacts.Run>();
        for (int i = 0; i < from.length; i++) {
            var amount = price[i];
            runs.add(
                    new CatalogueFacts.Run(
                            from[i].toLocalDate(),
                            until[i].toLocalDate(),
                            minutes[i],
                            amount == null
                                    ? Optional.empty()
                                    : Optional.of(new Price(amount, currency[i].intern()))));
        }
        return runs;
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        var strings = (String[]) array(row, column);
        var list = new ArrayList<String>(strings.length);
        for (var text : strings) {
            list.add(text.intern());
        }
        return list;
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    /** The entries whose words answer a question. */
    CatalogueIndex.Matches matching(String question) {
        return jdbc.sql(
                        """
                        SELECT (SELECT coalesce(array_agg(entry), '{}') FROM catalogue_text
                                WHERE words @@ :question::tsquery) AS entries,
                               (SELECT coalesce(array_agg(entry), '{}') FROM catalogue_text
                                WHERE title_words @@ :question::tsquery) AS titled
                        """)
                .param("question", question)
                .query(
                        (row, n) ->
                                new CatalogueIndex.Matches(
                                        numbers(row, "entries"), numbers(row, "titled")))
                .single();
    }

    private static BitSet numbers(ResultSet row, String column) throws SQLException {
        var numbers = new BitSet();
        for (var number : (Integer[]) array(row, column)) {
            numbers.set(number);
        }
        return numbers;
    }

    /**
     * Whether any text answers a question. They are counted, since for one alone the database would
     * read text after text, all of them where there is none.
     */
    boolean hasAny(String question) {
        return jdbc.sql("SELECT count(*) > 0 FROM catalogue_text WHERE words @@ :question::tsquery")
                .param("question", question)
                .query(Boolean.class)
                .single();
    }

    /**
     * All words that ever stood in the catalogue, without accents; none has fewer than four
     * letters.
     */
    List<String> words() {
        return jdbc.sql("SELECT word FROM catalogue_word").query(String.class).list();
    }

    /**
     * A course on offer, by when it was put there.
     *
     * @param path its page
     */
    record Listed(int id, String path, Instant publishedAt, Instant changedAt) {}

    private static final String LISTED =
            """
            SELECT e.id, '/catalogue/' || o.slug || '/' || v.code || '/' || v.number AS path,
                   e.published_at, e.changed_at
            FROM catalogue_entry e
            JOIN course_version v ON v.course_id = e.course_id AND v.number = e.number
            JOIN organisation o ON o.id = v.organisation_id
            WHERE e.offered
            """;

    int count() {
        return jdbc.sql("SELECT count(*) FROM catalogue_entry WHERE offered")
                .query(Integer.class)
                .single();
    }

    /** What was published or changed last. */
    List<Listed> newest(int most) {
        return jdbc.sql(LISTED + "ORDER BY e.changed_at DESC, e.id LIMIT :most")
                .param("most", most)
                .query((row, n) -> listed(row))
                .list();
    }

    /** What is on offer, in the order in which it came. */
    List<Listed> listed(int skip, int most) {
        return jdbc.sql(LISTED + "ORDER BY e.id LIMIT :most OFFSET :skip")
                .param("skip", skip)
                .param("most", most)
                .query((row, n) -> listed(row))
                .list();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getInt("id"),
                row.getString("path"),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
