package eu.cairn.app.quality;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eu.cairn.framework.NationalType;
import eu.cairn.quality.CarriedFinding;
import eu.cairn.quality.Finding;
import eu.cairn.quality.QualityDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A quality decision as it is kept and published; people are named by their accounts only.
 *
 * @param carried where findings were made that it carries over; empty in those made before any was
 * @param nationalTypes the national types of which the version was on that day; empty in those made
 *     before there was a register
 */
public record DecisionDocument(
        UUID id,
        UUID course,
        int number,
        String criteriaSet,
        String criteriaVersion,
        List<Finding> findings,
        QualityDecision.Outcome outcome,
        String reasons,
        Optional<LocalDate> validUntil,
        UUID decidedBy,
        Instant decidedAt,
        LocalDate decidedOn,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<CarriedFinding> carried,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<NationalType> nationalTypes) {

    static DecisionDocument of(QualityDecision decision) {
        return new DecisionDocument(
                decision.id(),
                decision.version().course(),
                decision.version().number(),
                decision.criteriaSet(),
                decision.criteriaVersion(),
                decision.findings(),
                decision.outcome(),
                decision.reasons(),
                decision.validUntil(),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.decidedOn(),
                decision.carried(),
                decision.nationalTypes());
    }
}
