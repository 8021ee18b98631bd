package eu.cairn.app.stacking;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Writing, trying and publishing rulebooks, for machines. */
@RestController
@Tag(name = "Stacking")
class RulebookApi {

    private final RulebookDrafts drafts;
    private final DraftStore store;
    private final WhatIf whatIf;
    private final RuleWords words;
    private final Installation installation;

    RulebookApi(
            RulebookDrafts drafts,
            DraftStore store,
            WhatIf whatIf,
            RuleWords words,
            Installation installation) {
        this.drafts = drafts;
        this.store = store;
        this.whatIf = whatIf;
        this.words = words;
        this.installation = installation;
    }

    /**
     * A draft to be kept.
     *
     * @param revision that it was made from; 0 for a new one
     */
    record DraftToSave(int revision, String content) {}

    /**
     * A draft with what a machine says of it.
     *
     * @param sentences what it says in words, if it can be read
     * @param obstacles why it cannot be published as it is
     * @param warnings what is legal and worth a look
     */
    record DraftAnswer(
            UUID draft,
            int revision,
            Instant savedAt,
            String content,
            Optional<RuleSentences> sentences,
            List<Obstacle> obstacles,
            List<Obstacle> warnings) {}

    record Obstacle(String code, String place, String detail) {}

    record Published(String rulebook, String version, LocalDate validFrom, String page) {}

    @GetMapping("/api/v1/rulebooks/drafts")
    @Operation(summary = "The rulebooks that your institution is writing")
    List<DraftAnswer> list(Acting acting) {
        return store.list(acting).stream().map(draft -> answer(acting, draft)).toList();
    }

    @PostMapping("/api/v1/rulebooks/drafts")
    @Operation(summary = "Begin a rulebook with a text in YAML or JSON")
    ResponseEntity<Object> begin(Acting acting, @RequestBody DraftToSave wanted) {
        return switch (drafts.begin(acting, wanted.content())) {
            case Decided.Refused<RulebookDraft> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<RulebookDraft> begun ->
                    ResponseEntity.status(HttpStatus.CREATED).body(answer(acting, begun.value()));
        };
    }

    @GetMapping("/api/v1/rulebooks/drafts/{draft}")
    @Operation(summary = "A rulebook in the making, its faults, and what it says in words")
    DraftAnswer draft(Acting acting, @PathVariable UUID draft) {
        return answer(acting, store.draft(acting, draft).orElseThrow(NotThere::new));
    }

    @PutMapping("/api/v1/rulebooks/drafts/{draft}")
    @Operation(summary = "Save a rulebook over the revision that it was made from")
    ResponseEntity<Object> save(
            Acting acting, @PathVariable UUID draft, @RequestBody DraftToSave wanted) {
        var basis = new RulebookDraft.Basis(wanted.revision(), "");
        return switch (drafts.save(acting, draft, wanted.content(), basis)) {
            case Decided.Refused<RulebookDraft> refused ->
                    Problems.answer(HttpStatus.CONFLICT, refused.reasons());
            case Decided.Accepted<RulebookDraft> saved ->
                    ResponseEntity.ok(answer(acting, saved.value()));
        };
    }

    @PostMapping("/api/v1/rulebooks/drafts/{draft}/what-if")
    @Operation(summary = "What would change for learners if a rulebook applied today")
    ResponseEntity<Object> whatIf(Acting acting, @PathVariable UUID draft) {
        var saved = store.draft(acting, draft).orElseThrow(NotThere::new);
        var check = RulebookCheck.of(saved.content());
        return check.rulebook()
                .<ResponseEntity<Object>>map(rules -> ResponseEntity.ok(whatIf.of(acting, rules)))
                .orElseGet(
                        () ->
                                Problems.refused(
                                        check.findings().stream()
                                                .map(RulebookCheck.Finding::refusal)
                                                .toList()));
    }

    @PostMapping("/api/v1/rulebooks/drafts/{draft}/publication")
    @Operation(summary = "Publish a rulebook as a version, which is never changed again")
    ResponseEntity<Object> publish(Acting acting, @PathVariable UUID draft) {
        return switch (drafts.publish(acting, draft)) {
            case Decided.Refused<Rulebook> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<Rulebook> published -> {
                var rules = published.value();
                yield ResponseEntity.status(HttpStatus.CREATED)
                        .body(
                                new Published(
                                        rules.id(),
                                        rules.version(),
                                        rules.validFrom().orElseThrow(),
                                        "%s/qualifications/%s/%s"
                                                .formatted(
                                                        installation.baseUrl(),
                                                        rules.id(),
                                                        rules.version())));
            }
        };
    }

    private DraftAnswer answer(Acting acting, RulebookDraft draft) {
        var check = drafts.check(draft.content());
        return new DraftAnswer(
                draft.id(),
                draft.revision(),
                draft.savedAt(),
                draft.content(),
                check.rulebook().map(rules -> RuleSentences.of(rules, words)),
                drafts.publishable(acting, check).reasons().stream()
                        .map(RulebookApi::said)
                        .toList(),
                check.warnings().stream().map(it -> said(it.refusal())).toList());
    }

    private static Obstacle said(Refusal reason) {
        return new Obstacle(reason.code(), reason.place(), AuditWords.english().refusal(reason));
    }
}
