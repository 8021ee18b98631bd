package eu.cairn.app.stacking;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.formats.stacking.RulebookReader;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Rulebook;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the versions of published rulebooks as the texts they are. */
@Repository
public class RulebookStore {

    private static final String NEWEST =
            """
            SELECT DISTINCT ON (r.id) r.id, r.version, r.organisation_id, r.content,
                   r.valid_from
            FROM rulebook r JOIN organisation o ON o.id = r.organisation_id
            WHERE r.valid_from <= (:now AT TIME ZONE o.time_zone)::date
                  AND (:id::text IS NULL OR r.id = :id)
            ORDER BY r.id, r.valid_from DESC, r.published_at DESC
            """;

    private final JdbcClient jdbc;
    private final AccountStore accounts;

    /** What published texts say, read once: a version is never changed. */
    private final Map<Version, Rulebook> read = new ConcurrentHashMap<>();

    private record Version(String id, String version) {}

    RulebookStore(JdbcClient jdbc, AccountStore accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /**
     * Publishes a version, or says what is wrong with its text, what contradicts itself in it, or
     * that it was published before. What is published can be read for ever, even where a later
     * release would not admit it any more.
     */
    public Decided<Rulebook> publish(Organisation organisation, String content, Instant now) {
        return RulebookReader.review(content)
                .decided()
                .then(rules -> add(organisation, rules, content, now));
    }

    private Decided<Rulebook> add(
            Organisation organisation, Rulebook rules, String content, Instant now) {
        var validFrom = rules.validFrom().orElse(LocalDate.ofInstant(now, organisation.zone()));
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(:id))")
                .param("id", rules.id())
                .query((row, n) -> rules.id())
                .single();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO rulebook (id, version, organisation_id, title, content,
                                                      valid_from, published_at)
                                SELECT :id, :version, :organisation, :title, :content, :from, :at
                                WHERE NOT EXISTS (SELECT 1 FROM rulebook WHERE id = :id
                                                  AND organisation_id <> :organisation)
                                ON CONFLICT (id, version) DO NOTHING
                                """)
                        .param("id", rules.id())
                        .param("version", rules.version())
                        .param("organisation", organisation.id())
                        .param("title", rules.title())
                        .param("content", content)
                        .param("from", Date.valueOf(validFrom))
                        .param("at", Timestamp.from(now))
                        .update();
        return added == 1
                ? Decided.accepted(rules)
                : Decided.refused(
                        Refusal.of("rulebook.published-before", "", rules.id(), rules.version()));
    }

    /** The version of every rulebook that applies now, where its organisation is, by id. */
    public List<PublishedRulebook> applying(Instant now) {
        return newest(null, now).toList();
    }

    /** The version of a rulebook that applies now, where its organisation is. */
    public Optional<PublishedRulebook> applying(String id, Instant now) {
        return newest(id, now).findFirst();
    }

    private Stream<PublishedRulebook> newest(@Nullable String id, Instant now) {
        return jdbc
                .sql(NEWEST)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .query(rulebooks())
                .list()
                .stream()
                .filter(book -> book.applies(now));
    }

    /** One version, whether it still applies or not. */
    public Optional<PublishedRulebook> version(String id, String version) {
        return jdbc.sql(
                        """
                        SELECT id, version, organisation_id, content, valid_from FROM rulebook
                        WHERE id = :id AND version = :version
                        """)
                .param("id", id)
                .param("version", version)
                .query(rulebooks())
                .optional();
    }

    /** Every version of a rulebook, the one that begins last first. */
    public List<PublishedRulebook> versions(String id) {
        return jdbc.sql(
                        """
                        SELECT id, version, organisation_id, content, valid_from FROM rulebook
                        WHERE id = :id ORDER BY valid_from DESC, published_at DESC
                        """)
                .param("id", id)
                .query(rulebooks())
                .list();
    }

    /** The newest version of each of an organisation's rulebooks, by title. */
    List<PublishedRulebook> of(Organisation organisation) {
        return jdbc.sql(
                        """
                        SELECT * FROM (
                            SELECT DISTINCT ON (id) id, version, organisation_id, title, content,
                                   valid_from
                            FROM rulebook WHERE organisation_id = :organisation
                            ORDER BY id, valid_from DESC, published_at DESC) newest
                        ORDER BY title, id
                        """)
                .param("organisation", organisation.id())
                .query(rulebooks())
                .list();
    }

    /** Reads rows, and each organisation once. */
    private RowMapper<PublishedRulebook> rulebooks() {
        var organisations = new HashMap<UUID, Organisation>();
        return (row, n) -> {
            var id = row.getObject("organisation_id", UUID.class);
            var organisation =
                    organisations.computeIfAbsent(
                            id, it -> accounts.organisation(it).orElseThrow());
            return rulebook(organisation, row);
        };
    }

    private PublishedRulebook rulebook(Organisation organisation, ResultSet row)
            throws SQLException {
        var content = row.getString("content");
        var rules =
                read.computeIfAbsent(
                        new Version(row.getString("id"), row.getString("version")),
                        version -> rules(content));
        return new PublishedRulebook(
                organisation, rules, row.getDate("valid_from").toLocalDate(), content);
    }

    private static Rulebook rules(String content) {
        return switch (RulebookReader.read(content)) {
            case Decided.Accepted<Rulebook> accepted -> accepted.value();
            case Decided.Refused<Rulebook> refused ->
                    throw new IllegalStateException(
                            "a published rulebook cannot be read: " + refused.reasons());
        };
    }
}
