package eu.cairn.app.catalogue;

import eu.cairn.app.account.Organisation;
import eu.cairn.catalogue.AwardingRight;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Validity;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what organisations may award. */
@Repository
public class AwardingRightStore {

    private final JdbcClient jdbc;

    AwardingRightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The right that an organisation has on {@code day}, where one is recorded. */
    Optional<AwardingRight> on(Organisation organisation, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT eqf_up_to, basis, valid_from, valid_to FROM awarding_right
                        WHERE organisation_id = :organisation AND valid_from <= :day
                              AND (valid_to IS NULL OR valid_to >= :day)
                        ORDER BY valid_from DESC LIMIT 1
                        """)
                .param("organisation", organisation.id())
                .param("day", day)
                .query(
                        (row, n) ->
                                new AwardingRight(
                                        new EqfLevel(row.getInt("eqf_up_to")),
                                        row.getString("basis"),
                                        new Validity(
                                                Optional.of(
                                                        row.getObject(
                                                                "valid_from", LocalDate.class)),
                                                Optional.ofNullable(
                                                        row.getObject(
                                                                "valid_to", LocalDate.class)))))
                .optional();
    }

    /** Records a right from a day on, in the place of one that is recorded from the same day. */
    public void put(Organisation organisation, AwardingRight right) {
        jdbc.sql(
                        """
                        INSERT INTO awarding_right (organisation_id, eqf_up_to, basis, valid_from,
                                                    valid_to)
                        VALUES (:organisation, :level, :basis, :from, :to)
                        ON CONFLICT (organisation_id, valid_from) DO UPDATE
                        SET eqf_up_to = :level, basis = :basis, valid_to = :to
                        """)
                .param("organisation", organisation.id())
                .param("level", right.upTo().level())
                .param("basis", right.basis())
                .param("from", right.validity().from().orElse(LocalDate.EPOCH))
                .param("to", right.validity().to().orElse(null))
                .update();
    }
}
