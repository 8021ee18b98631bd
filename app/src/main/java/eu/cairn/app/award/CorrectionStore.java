package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.award.Correction;
import eu.cairn.credential.Learner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps corrections: awards in the place of others. */
@Repository
class CorrectionStore {

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An award as it was decided, without what only its document states. */
    record Kept(
            UUID course,
            int number,
            UUID learner,
            String learnerNumber,
            List<String> passedTasks,
            LocalDate passedOn,
            String minute,
            LocalDate awardedOn) {}

    /** Holds an award of the organisation until the transaction ends; false if it has none. */
    boolean hold(Acting acting, UUID award) {
        return jdbc.sql(
                        """
                        SELECT id FROM award
                        WHERE id = :award AND organisation_id = :organisation FOR UPDATE
                        """)
                .param("award", award)
                .param("organisation", acting.organisation().id())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    Optional<Kept> kept(Acting acting, UUID award) {
        return jdbc.sql(
                        """
                        SELECT a.course_id, a.number, a.learner_id, l.number AS learner_number,
                               a.tasks, a.passed_on, a.minute, a.awarded_on
                        FROM award a JOIN learner l ON l.id = a.learner_id
                        WHERE a.id = :award AND a.organisation_id = :organisation
                        """)
                .param("award", award)
                .param("organisation", acting.organisation().id())
                .query((row, n) -> kept(row))
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("course_id", UUID.class),
                row.getInt("number"),
                row.getObject("learner_id", UUID.class),
                row.getString("learner_number"),
                List.of(row.getString("tasks").split(" ")),
                row.getObject("passed_on", LocalDate.class),
                row.getString("minute"),
                row.getObject("awarded_on", LocalDate.class));
    }

    /** Keeps a corrected award, which waits until it is signed. */
    void add(
            Correction correction,
            UUID replaced,
            UUID by,
            String code,
            StatusPlace place,
            Instant now) {
        var award = correction.award();
        jdbc.sql(
                        """
                        INSERT INTO award (id, organisation_id, batch_id, course_id, number,
                                learner_id, short_code, awarded_on, passed_on, grade, tasks,
                                assessed_by,
                                minute, awarded_by, awarded_at, status_list, status_index,
                                replaces, waits, correction_code, correction_reason, suspendable)
                        SELECT :id, organisation_id, batch_id, course_id, :number, learner_id,
                               :code, awarded_on, passed_on, :grade, :tasks, assessed_by, :minute, :by, :at,
                               :list, :index, id, true, :reason, :words, true
                        FROM award WHERE id = :replaced
                        """)
                .param("id", award.id())
                .param("number", award.course().version().number())
                .param("code", code)
                .param("grade", award.result().grade().orElse(null))
                .param("tasks", String.join(" ", award.result().passedTasks()))
                .param("minute", award.board().minute())
                .param("by", by)
                .param("at", Timestamp.from(now))
                .param("list", place.list())
                .param("index", place.index())
                .param("reason", correction.reason().code())
                .param("words", correction.words())
                .param("replaced", replaced)
                .update();
    }

    /** What proved the outcomes of the first award proves those of the corrected one. */
    void takeOverProofs(UUID award, UUID replaced) {
        jdbc.sql(
                        """
                        INSERT INTO outcome_proof (award_id, outcome, criterion, evidence,
                                                   assessed_on)
                        SELECT :award, outcome, criterion, evidence, assessed_on
                        FROM outcome_proof WHERE award_id = :replaced
                        """)
                .param("award", award)
                .param("replaced", replaced)
                .update();
    }

    /** Writes the corrected names into the organisation's own record of the learner. */
    void rename(UUID learner, Learner name) {
        jdbc.sql(
                        """
                        UPDATE learner SET full_name = :full, given_name = :given,
                               family_name = :family
                        WHERE id = :learner
                        """)
                .param("learner", learner)
                .param("full", name.fullName())
                .param("given", name.givenName().orElse(""))
                .param("family", name.familyName().orElse(""))
                .update();
    }
}
