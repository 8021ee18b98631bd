package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the learners of each institution. */
@Repository
public class LearnerStore {

    private final JdbcClient jdbc;

    LearnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The learners in the order of their numbers, after {@code from}. */
    public List<LearnerRow> list(Acting acting, String from, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM learner
                        WHERE organisation_id = :organisation AND number > :from
                        ORDER BY number LIMIT :most
                        """)
                .param("organisation", acting.organisation().id())
                .param("from", from)
                .param("most", most)
                .query((row, n) -> learner(row))
                .list();
    }

    public long count(Acting acting) {
        return jdbc.sql("SELECT count(*) FROM learner WHERE organisation_id = :organisation")
                .param("organisation", acting.organisation().id())
                .query(Long.class)
                .single();
    }

    /** The learners with these numbers, by number. */
    public Map<String, LearnerRow> byNumber(Acting acting, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT * FROM learner
                        WHERE organisation_id = :organisation AND number = ANY (:numbers)
                        """)
                .param("organisation", acting.organisation().id())
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> learner(row))
                .list()
                .stream()
                .collect(Collectors.toMap(LearnerRow::number, Function.identity()));
    }

    /** Adds a learner; false if the number is taken. */
    public boolean add(Acting acting, LearnerRow learner) {
        return jdbc.sql(
                                """
                                INSERT INTO learner (id, organisation_id, number, full_name,
                                                     given_name, family_name, email)
                                VALUES (:id, :organisation, :number, :full, :given, :family, :email)
                                ON CONFLICT (organisation_id, number) DO NOTHING
                                """)
                        .param("id", learner.id())
                        .param("organisation", acting.organisation().id())
                        .param("number", learner.number())
                        .param("full", learner.fullName())
                        .param("given", learner.givenName())
                        .param("family", learner.familyName())
                        .param("email", learner.email())
                        .update()
                == 1;
    }

    private static LearnerRow learner(ResultSet row) throws SQLException {
        return new LearnerRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("full_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"));
    }
}
