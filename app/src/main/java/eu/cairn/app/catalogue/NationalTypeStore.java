package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the types of micro-credentials that national authorities have registered. */
@Repository
class NationalTypeStore {

    private static final String TYPE =
            """
            SELECT t.*, o.name AS authority
            FROM national_type t JOIN organisation o ON o.id = t.organisation_id
            """;

    private final JdbcClient jdbc;

    NationalTypeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a type; false if its country has one of the same code. */
    boolean add(Acting acting, UUID id, NationalType type, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO national_type (id, organisation_id, country, code, name,
                                        language, credits_least, credits_most, eqf_levels,
                                        national_levels, law, law_address, valid_from, valid_to,
                                        registered_by, registered_at)
                                VALUES (:id, :organisation, :country, :code, :name, :language,
                                        :least, :most, :levels, :national, :law, :address, :from,
                                        :to, :by, :at)
                                ON CONFLICT (country, lower(code)) DO NOTHING
                                """)
                        .param("id", id)
                        .param("organisation", acting.organisation().id())
                        .param("country", type.country().code())
                        .param("code", type.code())
                        .param("name", type.name().authoritative())
                        .param("language", type.name().authoritativeLanguage().tag())
                        .param("least", type.creditsLeast().map(Ects::hundredths).orElse(null))
                        .param("most", type.creditsMost().map(Ects::hundredths).orElse(null))
                        .param(
                                "levels",
                                type.levels().stream().map(EqfLevel::level).toArray(Integer[]::new))
                        .param("national", type.nationalLevels().toArray(String[]::new))
                        .param("law", type.law().name())
                        .param("address", type.law().address())
                        .param("from", type.validity().from().orElseThrow())
                        .param("to", type.validity().to().orElse(null))
                        .param("by", acting.person().id())
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Ends a type of the acting authority; false if it was ended before. */
    boolean end(Acting acting, UUID id, LocalDate from, String reason, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE national_type
                                SET ended_from = :from, end_reason = :reason, ended_by = :by,
                                    ended_at = :at
                                WHERE id = :id AND organisation_id = :organisation
                                      AND ended_from IS NULL
                                """)
                        .param("id", id)
                        .param("organisation", acting.organisation().id())
                        .param("from", from)
                        .param("reason", reason)
                        .param("by", acting.person().id())
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<RegisteredType> get(Acting acting, UUID id) {
        return jdbc.sql(TYPE + " WHERE t.id = :id AND t.organisation_id = :organisation")
                .param("id", id)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> registered(row))
                .optional();
    }

    /** What the acting authority has registered, the newest first. */
    List<RegisteredType> of(Acting acting) {
        return jdbc.sql(TYPE + " WHERE t.organisation_id = :organisation ORDER BY t.id DESC")
                .param("organisation", acting.organisation().id())
                .query((row, n) -> registered(row))
                .list();
    }

    /** What is registered for a system and for the state that it belongs to, by first day. */
    List<RegisteredType> binding(Country country) {
        return jdbc.sql(
                        TYPE
                                + """
                                 WHERE t.country IN (:system, :state)
                                ORDER BY t.valid_from, t.id
                                """)
                .param("system", country.code())
                .param("state", country.alpha2())
                .query((row, n) -> registered(row))
                .list();
    }

    private static RegisteredType registered(ResultSet row) throws SQLException {
        var type = type(row);
        var endedAt = row.getTimestamp("ended_at");
        if (endedAt == null) {
            return new RegisteredType(id(row), type, registeredAt(row), Optional.empty());
        }
        var from = row.getObject("ended_from", LocalDate.class);
        return new RegisteredType(
                id(row),
                type.endedFrom(from),
                registeredAt(row),
                Optional.of(
                        new RegisteredType.End(
                                from, row.getString("end_reason"), endedAt.toInstant())));
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    private static Instant registeredAt(ResultSet row) throws SQLException {
        return row.getTimestamp("registered_at").toInstant();
    }

    private static NationalType type(ResultSet row) throws SQLException {
        return new NationalType(
                new Country(row.getString("country")),
                row.getString("code"),
                MultilingualText.of(new Language(row.getString("language")), row.getString("name")),
                row.getString("authority"),
                Optional.ofNullable(row.getObject("credits_least", Integer.class)).map(Ects::new),
                Optional.ofNullable(row.getObject("credits_most", Integer.class)).map(Ects::new),
                Arrays.stream((Integer[]) array(row, "eqf_levels")).map(EqfLevel::new).toList(),
                List.of((String[]) array(row, "national_levels")),
                new NationalType.Law(row.getString("law"), row.getString("law_address")),
                new Validity(
                        Optional.of(row.getObject("valid_from", LocalDate.class)),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class))));
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        return row.getArray(column).getArray();
    }
}
