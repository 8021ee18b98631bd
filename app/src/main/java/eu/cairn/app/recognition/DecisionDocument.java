package eu.cairn.app.recognition;

import eu.cairn.credential.Level;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.MultilingualText;
import eu.cairn.recognition.ElementFinding;
import eu.cairn.recognition.RecognitionDecision;
import eu.cairn.verification.VerifiedCredential;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A recognition decision as it is kept, with what a statement of recognition names (European Area
 * of Recognition manual, ch. 11); people are named by their accounts only.
 *
 * @param application number of the application
 * @param credits the credits recognised; absent where nothing counts
 */
public record DecisionDocument(
        UUID id,
        String application,
        UUID organisation,
        Presented credential,
        ComparedWith target,
        RecognitionDecision.Outcome outcome,
        Optional<Ects> credits,
        List<ElementFinding> findings,
        String reasons,
        String appeal,
        UUID decidedBy,
        Instant decidedAt,
        LocalDate decidedOn) {

    /** The credential that was decided on, and when it was found genuine. */
    public record Presented(
            String id,
            MultilingualText title,
            String awardingBody,
            Optional<String> place,
            Optional<Country> country,
            Optional<LocalDate> awardedOn,
            Optional<Ects> credits,
            Optional<Level> level,
            Instant verifiedAt) {}

    /** The unit that it was compared with. */
    public record ComparedWith(
            String qualification,
            String version,
            String course,
            String title,
            Ects credits,
            Optional<EqfLevel> level) {}

    static DecisionDocument of(RecognitionDecision decision, ApplicationRow row) {
        var application = decision.application();
        return new DecisionDocument(
                decision.id(),
                row.number(),
                application.organisation(),
                presented(application.credential()),
                new ComparedWith(
                        row.rulebook(),
                        row.rulebookVersion(),
                        application.target().course(),
                        application.target().title(),
                        application.target().credits(),
                        application.target().level()),
                decision.outcome(),
                decision.credits(),
                decision.findings(),
                decision.reasons(),
                decision.appeal(),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.decidedOn());
    }

    private static Presented presented(VerifiedCredential verified) {
        var content = verified.content();
        var body = content.awardingBody();
        return new Presented(
                content.id(),
                content.title(),
                body.legalName(),
                body.place(),
                body.country(),
                content.awardedOn(),
                content.workload().flatMap(workload -> workload.credits()),
                content.level(),
                verified.verifiedAt());
    }
}
