package eu.cairn.app.stacking;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Rulebook;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registrar's workbench for the rulebooks of an institution. */
@Controller
class RulebookPages {

    private final RulebookDrafts drafts;
    private final DraftStore store;
    private final Qualifications qualifications;
    private final PinnedVersions pinned;
    private final WhatIf whatIf;
    private final RuleWords words;

    RulebookPages(
            RulebookDrafts drafts,
            DraftStore store,
            Qualifications qualifications,
            PinnedVersions pinned,
            WhatIf whatIf,
            RuleWords words) {
        this.drafts = drafts;
        this.store = store;
        this.qualifications = qualifications;
        this.pinned = pinned;
        this.whatIf = whatIf;
        this.words = words;
    }

    @GetMapping("/rulebooks")
    Html list(Page page, Acting acting) {
        var published = qualifications.of(acting.organisation());
        return Html.ok(
                Html.PAGES.rulebooks(
                        page.titled("Rulebooks"),
                        acting.organisation(),
                        store.list(acting),
                        published,
                        pinned.warnings(published)));
    }

    /** Begins a draft, from a published rulebook of the institution if one is named. */
    @PostMapping("/rulebooks")
    Object begin(Acting acting, @RequestParam Optional<String> from) {
        return SeeOther.at("/rulebooks/" + drafts.begin(acting, from).id());
    }

    @GetMapping("/rulebooks/{draft}")
    Html draft(Page page, Acting acting, @PathVariable UUID draft) {
        var saved = store.draft(acting, draft).orElseThrow(NotThere::new);
        return Html.ok(page(page, view(acting, saved, saved.content(), List.of())));
    }

    @PostMapping("/rulebooks/{draft}")
    Object save(
            Page page,
            Acting acting,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String window,
            @RequestParam(defaultValue = "save") String action,
            HttpServletRequest request) {
        return switch (drafts.save(
                acting, draft, content, new RulebookDraft.Basis(revision, window))) {
            case Decided.Refused<RulebookDraft> refused -> {
                var saved = store.draft(acting, draft).orElseThrow(NotThere::new);
                yield Html.refused(page(page, view(acting, saved, content, refused.reasons())));
            }
            case Decided.Accepted<RulebookDraft> saved ->
                    switch (action) {
                        case "publish" -> publish(page, acting, saved.value(), request);
                        case "what-if" -> Html.ok(page(page, tried(acting, saved.value())));
                        default -> {
                            PageFrames.notice(request, "The draft is saved.");
                            yield SeeOther.at("/rulebooks/" + draft);
                        }
                    };
        };
    }

    /** Saves while somebody types and answers with what a machine says now. */
    @PostMapping("/rulebooks/{draft}/live")
    Html live(
            Acting acting,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String window) {
        var decided =
                drafts.save(acting, draft, content, new RulebookDraft.Basis(revision, window));
        var saved = store.draft(acting, draft).orElseThrow(NotThere::new);
        return Html.ok(
                Html.PAGES.rulebookLive(
                        view(acting, saved, content, decided.reasons()),
                        decided.reasons().isEmpty()));
    }

    private Object publish(
            Page page, Acting acting, RulebookDraft draft, HttpServletRequest request) {
        return switch (drafts.publish(acting, draft.id())) {
            case Decided.Refused<Rulebook> refused ->
                    Html.refused(
                            page(page, view(acting, draft, draft.content(), refused.reasons())));
            case Decided.Accepted<Rulebook> published -> {
                var rules = published.value();
                PageFrames.notice(
                        request,
                        "Version %s of %s is published.".formatted(rules.version(), rules.title()));
                yield SeeOther.at("/qualifications/%s/%s".formatted(rules.id(), rules.version()));
            }
        };
    }

    private RulebookView tried(Acting acting, RulebookDraft draft) {
        var view = view(acting, draft, draft.content(), List.of());
        return view.with(view.check().rulebook().map(rules -> whatIf.of(acting, rules)));
    }

    private RulebookView view(
            Acting acting, RulebookDraft draft, String content, List<Refusal> refusals) {
        var check = drafts.check(content);
        return new RulebookView(
                draft,
                acting.organisation(),
                content,
                check,
                check.rulebook().map(rules -> RuleSentences.of(rules, words)),
                drafts.publishable(acting, check).reasons(),
                refusals,
                UUID.randomUUID().toString(),
                Optional.empty());
    }

    private static JteModel page(Page page, RulebookView view) {
        return Html.PAGES.rulebook(page.titled("Rulebook: " + view.title()), view);
    }
}
