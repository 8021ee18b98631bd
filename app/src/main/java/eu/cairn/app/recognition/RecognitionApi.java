package eu.cairn.app.recognition;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Person;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import eu.cairn.framework.MultilingualText;
import eu.cairn.recognition.RecognisedUnitTarget;
import eu.cairn.recognition.RecognitionDecision;
import eu.cairn.recognition.RecognitionElement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Recognition for other systems: applications, the file of each, decisions. */
@RestController
@Tag(name = "Recognition")
public class RecognitionApi {

    private final Applications applications;
    private final Recognitions recognitions;
    private final RecognitionStore store;

    RecognitionApi(Applications applications, Recognitions recognitions, RecognitionStore store) {
        this.applications = applications;
        this.recognitions = recognitions;
        this.store = store;
    }

    /** What a learner sends to apply. */
    public record Asked(
            Optional<String> credential,
            Optional<String> rulebook,
            Optional<String> unit,
            Optional<String> note) {}

    /** An application, and how it stands; {@code outcome} is absent until it is decided. */
    public record Application(
            UUID id,
            String number,
            String applicant,
            String rulebook,
            String rulebookVersion,
            String unit,
            LocalDate completeOn,
            LocalDate decideBy,
            Optional<RecognitionDecision.Outcome> outcome) {}

    /**
     * The recognition file of an application.
     *
     * @param credential the short code under which the signed credential is found
     * @param state what verification says of it now
     * @param source where the description of the unit comes from
     */
    public record File(
            Application application,
            String credential,
            String state,
            List<RecognitionFile.Compared> elements,
            List<MultilingualText> outcomes,
            RecognisedUnitTarget target,
            String source,
            Optional<DecisionDocument> decision) {}

    /** One finding of a decision that is sent. */
    public record Found(Optional<String> difference, Optional<String> text) {}

    /**
     * A decision that is sent.
     *
     * @param findings for each element by its code: {@code level}, {@code workload}, {@code
     *     quality}, {@code profile}, {@code learning-outcomes}
     */
    public record Decision(
            Optional<Map<String, Found>> findings,
            Optional<String> outcome,
            Optional<String> credits,
            Optional<String> reasons,
            Optional<String> appeal) {

        DecisionDraft draft() {
            var fields = new HashMap<String, String>();
            for (var element : RecognitionElement.values()) {
                var found = Optional.ofNullable(findings.orElse(Map.of()).get(element.code()));
                fields.put(
                        "difference." + element.code(),
                        found.flatMap(Found::difference).orElse(""));
                fields.put("text." + element.code(), found.flatMap(Found::text).orElse(""));
            }
            fields.put("outcome", outcome.orElse(""));
            fields.put("credits", credits.orElse(""));
            fields.put("reasons", reasons.orElse(""));
            fields.put("appeal", appeal.orElse(""));
            return DecisionDraft.of(fields);
        }
    }

    @PostMapping("/api/v1/recognition/applications")
    @Operation(summary = "Ask to have a credential recognised as a unit of a qualification")
    ResponseEntity<Object> apply(Person person, @RequestBody Asked asked) {
        var request =
                new Applications.Request(
                        asked.credential().orElse(""),
                        asked.rulebook().orElse(""),
                        asked.unit().orElse(""),
                        asked.note().orElse(""));
        return switch (applications.apply(person, request)) {
            case Decided.Refused<ApplicationRow> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<ApplicationRow> applied ->
                    ResponseEntity.status(HttpStatus.CREATED).body(application(applied.value()));
        };
    }

    @GetMapping("/api/v1/recognition/applications")
    @Operation(summary = "The applications to your organisation")
    List<Application> list(Acting acting) {
        return store.to(acting).stream().map(this::application).toList();
    }

    @GetMapping("/api/v1/recognition/applications/{application}")
    @Operation(summary = "The recognition file: five elements of both sides, filled")
    File file(Acting acting, @PathVariable UUID application) {
        var file = recognitions.file(acting, application);
        var elements = RecognitionFile.of(file.holding().content(), file.target().unit());
        return new File(
                application(file.row(), file.decision()),
                file.holding().awarded().shortCode(),
                file.holding().state().code(),
                elements.elements(),
                elements.outcomes(),
                file.target().unit(),
                file.target().source(),
                file.decision());
    }

    @PostMapping("/api/v1/recognition/applications/{application}/decision")
    @Operation(summary = "Decide on an application, with a finding on each element")
    ResponseEntity<Object> decide(
            Acting acting, @PathVariable UUID application, @RequestBody Decision decision) {
        return switch (recognitions.decide(acting, application, decision.draft())) {
            case Decided.Refused<RecognitionDecision> refused ->
                    Problems.refused(refused.reasons());
            case Decided.Accepted<RecognitionDecision> decided ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(
                                    DecisionDocument.of(
                                            decided.value(),
                                            store.to(acting, application)
                                                    .orElseThrow(NotThere::new)));
        };
    }

    private Application application(ApplicationRow row) {
        return application(row, store.decision(row));
    }

    private static Application application(
            ApplicationRow row, Optional<DecisionDocument> decision) {
        return new Application(
                row.id(),
                row.number(),
                row.applicant(),
                row.rulebook(),
                row.rulebookVersion(),
                row.target(),
                row.completeOn(),
                row.decideBy(),
                decision.map(DecisionDocument::outcome));
    }
}
