package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.award.Award;
import eu.cairn.award.OutcomeProof;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how the outcomes of awards were found to be reached. */
@Repository
class OutcomeProofStore {

    private final JdbcClient jdbc;

    OutcomeProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The proofs of an award, and who stands behind them.
     *
     * @param assessedBy who assessed, as the results named them; blank where they did not
     * @param recordedBy the name of whoever recorded or uploaded the results
     */
    record Recorded(
            UUID course,
            int number,
            String assessedBy,
            String recordedBy,
            Instant recordedAt,
            List<OutcomeProof> proofs) {

        Recorded {
            proofs = List.copyOf(proofs);
        }

        Optional<OutcomeProof> of(String outcome) {
            return proofs.stream().filter(one -> one.outcome().equals(outcome)).findFirst();
        }
    }

    void add(Award award) {
        var proofs = award.result().proofs();
        if (proofs.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO outcome_proof (award_id, outcome, criterion, evidence,
                                                   assessed_on)
                        SELECT :award, * FROM unnest(:outcomes::text[], :criteria::text[],
                                                     :evidence::text[], :days::date[])
                        """)
                .param("award", award.id())
                .param("outcomes", texts(proofs, OutcomeProof::outcome))
                .param("criteria", texts(proofs, OutcomeProof::criterion))
                .param("evidence", texts(proofs, OutcomeProof::evidence))
                .param(
                        "days",
                        proofs.stream()
                                .map(one -> Date.valueOf(one.assessedOn()))
                                .toArray(Date[]::new))
                .update();
    }

    private static String[] texts(List<OutcomeProof> proofs, Function<OutcomeProof, String> part) {
        return proofs.stream().map(part).toArray(String[]::new);
    }

    Optional<Recorded> of(Acting acting, UUID award) {
        return jdbc.sql(
                        """
                        SELECT a.course_id, a.number, a.assessed_by, p.full_name, b.uploaded_at
                        FROM award a JOIN award_batch b ON b.id = a.batch_id
                        JOIN account p ON p.id = b.uploaded_by
                        WHERE a.id = :award AND a.organisation_id = :organisation
                        """)
                .param("award", award)
                .param("organisation", acting.organisation().id())
                .query(
                        (row, n) ->
                                new Recorded(
                                        row.getObject("course_id", UUID.class),
                                        row.getInt("number"),
                                        row.getString("assessed_by"),
                                        row.getString("full_name"),
                                        row.getTimestamp("uploaded_at").toInstant(),
                                        proofs(award)))
                .optional();
    }

    private List<OutcomeProof> proofs(UUID award) {
        return jdbc.sql(
                        """
                        SELECT outcome, criterion, evidence, assessed_on FROM outcome_proof
                        WHERE award_id = :award ORDER BY outcome
                        """)
                .param("award", award)
                .query(
                        (row, n) ->
                                new OutcomeProof(
                                        row.getString("outcome"),
                                        row.getString("criterion"),
                                        row.getString("evidence"),
                                        row.getObject("assessed_on", LocalDate.class)))
                .list();
    }

    /** By which criterion each outcome of a course was judged last, by the outcome's code. */
    Map<String, String> lastCriteria(Acting acting, UUID course) {
        return jdbc
                .sql(
                        """
                        SELECT p.outcome, p.criterion FROM outcome_proof p
                        WHERE p.award_id = (
                            SELECT a.id FROM award a
                            WHERE a.organisation_id = :organisation AND a.course_id = :course
                                  AND EXISTS (SELECT FROM outcome_proof o WHERE o.award_id = a.id)
                            ORDER BY a.awarded_at DESC, a.id LIMIT 1)
                        """)
                .param("organisation", acting.organisation().id())
                .param("course", course)
                .query((row, n) -> Map.entry(row.getString("outcome"), row.getString("criterion")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
