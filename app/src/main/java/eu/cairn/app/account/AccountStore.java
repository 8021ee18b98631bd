package eu.cairn.app.account;

import eu.cairn.framework.Country;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps accounts, organisations and memberships. */
@Repository
public class AccountStore {

    private static final String ORGANISATION =
            """
            SELECT o.id AS org_id, o.slug, o.name, o.language, o.country, o.place, o.url,
                   o.time_zone, o.quality_body, o.demo AS org_demo
            FROM organisation o
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> person(String email) {
        return jdbc.sql("SELECT * FROM account WHERE lower(email) = lower(:email)")
                .param("email", email)
                .query((row, n) -> account(row))
                .optional()
                .map(this::person);
    }

    public Optional<Person> person(UUID id) {
        return jdbc.sql("SELECT * FROM account WHERE id = :id")
                .param("id", id)
                .query((row, n) -> account(row))
                .optional()
                .map(this::person);
    }

    /** The people of the demo, in the order in which they were made. */
    public List<Person> demoPeople() {
        return jdbc
                .sql("SELECT * FROM account WHERE demo ORDER BY id")
                .query((row, n) -> account(row))
                .list()
                .stream()
                .map(this::person)
                .toList();
    }

    public Optional<Organisation> organisation(UUID id) {
        return jdbc.sql(ORGANISATION + " WHERE o.id = :id")
                .param("id", id)
                .query((row, n) -> organisation(row))
                .optional();
    }

    public Optional<Organisation> organisation(String slug) {
        return jdbc.sql(ORGANISATION + " WHERE o.slug = :slug")
                .param("slug", slug)
                .query((row, n) -> organisation(row))
                .optional();
    }

    public List<Organisation> organisations() {
        return jdbc.sql(ORGANISATION + " ORDER BY o.slug")
                .query((row, n) -> organisation(row))
                .list();
    }

    public void add(Organisation organisation) {
        jdbc.sql(
                        """
                        INSERT INTO organisation (id, slug, name, language, country, place, url,
                                                  time_zone, quality_body, demo)
                        VALUES (:id, :slug, :name, :language, :country, :place, :url,
                                :zone, :qualityBody, :demo)
                        """)
                .param("id", organisation.id())
                .param("slug", organisation.slug())
                .param("name", organisation.name())
                .param("language", organisation.language())
                .param("country", organisation.country().code())
                .param("place", organisation.place())
                .param("url", organisation.url())
                .param("zone", organisation.zone().getId())
                .param("qualityBody", organisation.qualityBody())
                .param("demo", organisation.demo())
                .update();
    }

    public void addAccount(
            UUID id, String email, String fullName, String passwordHash, boolean demo) {
        jdbc.sql(
                        """
                        INSERT INTO account (id, email, full_name, password_hash, demo)
                        VALUES (:id, :email, :name, :hash, :demo)
                        """)
                .param("id", id)
                .param("email", email)
                .param("name", fullName)
                .param("hash", passwordHash)
                .param("demo", demo)
                .update();
    }

    public void addMembership(UUID account, UUID organisation, Role role) {
        jdbc.sql(
                        """
                        INSERT INTO membership (account_id, organisation_id, role)
                        VALUES (:account, :organisation, :role)
                        """)
                .param("account", account)
                .param("organisation", organisation)
                .param("role", role.code())
                .update();
    }

    /** An account without what it may act as, which is read once its own row is read. */
    private record Account(UUID id, String email, String fullName, String passwordHash) {}

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("full_name"),
                row.getString("password_hash"));
    }

    private Person person(Account account) {
        return new Person(
                account.id(),
                account.email(),
                account.fullName(),
                account.passwordHash(),
                memberships(account.id()));
    }

    private List<Membership> memberships(UUID account) {
        return jdbc.sql(
                        """
                        SELECT m.role, o.id AS org_id, o.slug, o.name, o.language, o.country,
                               o.place, o.url, o.time_zone, o.quality_body, o.demo AS org_demo
                        FROM membership m JOIN organisation o ON o.id = m.organisation_id
                        WHERE m.account_id = :account
                        ORDER BY o.slug, m.role
                        """)
                .param("account", account)
                .query(
                        (row, n) ->
                                new Membership(
                                        organisation(row),
                                        Role.ofCode(row.getString("role")).orElseThrow()))
                .list();
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                row.getObject("org_id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("language"),
                new Country(row.getString("country")),
                row.getString("place"),
                row.getString("url"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("quality_body"),
                row.getBoolean("org_demo"));
    }
}
