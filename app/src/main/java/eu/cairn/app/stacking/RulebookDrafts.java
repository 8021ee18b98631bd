package eu.cairn.app.stacking;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What a registrar can do with rulebooks: write them, try them, publish them. */
@Component
class RulebookDrafts {

    /** The most characters of a text that is kept; what the reader takes is less. */
    static final int LONGEST = 300_000;

    private final DraftStore store;
    private final RulebookStore rulebooks;
    private final PinnedVersions pinned;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    RulebookDrafts(
            DraftStore store,
            RulebookStore rulebooks,
            PinnedVersions pinned,
            Journal journal,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.pinned = pinned;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What a machine says of a text, and of the courses on offer that it asks for. */
    RulebookCheck check(String content) {
        var check = RulebookCheck.of(content);
        return check.rulebook().map(rules -> check.with(pinned.warnings(rules))).orElse(check);
    }

    /** Begins a draft with this text. */
    @Transactional
    public Decided<RulebookDraft> begin(Acting acting, String content) {
        if (content.length() > LONGEST) {
            return Decided.refused(Refusal.of("rulebook.too-large", "content", LONGEST));
        }
        var id = identifiers.next();
        store.add(acting, id, kept(content), clock.instant());
        return Decided.accepted(store.draft(acting, id).orElseThrow());
    }

    /** Begins a draft with the text of the institution's own published rulebook, or an example. */
    @Transactional
    public RulebookDraft begin(Acting acting, Optional<String> rulebook) {
        var text =
                rulebook.flatMap(id -> rulebooks.versions(id).stream().findFirst())
                        .filter(it -> it.organisation().id().equals(acting.organisation().id()))
                        .map(PublishedRulebook::content)
                        .orElseGet(() -> example(acting));
        var id = identifiers.next();
        store.add(acting, id, text, clock.instant());
        return store.draft(acting, id).orElseThrow();
    }

    /** Saves what was typed, unless somebody else saved since it was opened. */
    @Transactional
    public Decided<RulebookDraft> save(
            Acting acting, UUID id, String content, RulebookDraft.Basis basis) {
        var saved = store.draft(acting, id).orElseThrow(NotThere::new);
        if (content.length() > LONGEST) {
            return Decided.refused(Refusal.of("rulebook.too-large", "content", LONGEST));
        }
        var text = kept(content);
        if (text.equals(saved.content())) {
            return Decided.accepted(saved);
        }
        return store.save(acting, id, text, basis, clock.instant())
                ? Decided.accepted(store.draft(acting, id).orElseThrow())
                : Decided.refused(Refusal.of("rulebook.saved-elsewhere", "revision"));
    }

    /** Publishes a draft as a version, which is never changed again; the draft is then gone. */
    @Transactional
    public Decided<Rulebook> publish(Acting acting, UUID id) {
        var draft = store.draft(acting, id).orElseThrow(NotThere::new);
        if (!store.remove(acting, draft)) {
            return Decided.refused(Refusal.of("rulebook.saved-elsewhere", "revision"));
        }
        var published =
                publishable(acting, RulebookCheck.of(draft.content()))
                        .then(
                                rules ->
                                        rulebooks.publish(
                                                acting.organisation(),
                                                draft.content(),
                                                clock.instant()));
        switch (published) {
            case Decided.Accepted<Rulebook> rules -> {
                journal.append(
                        Optional.of(acting.organisation().id()),
                        acting.person().id(),
                        "rulebook.published",
                        rules.value().id() + " " + rules.value().version(),
                        draft.content().getBytes(StandardCharsets.UTF_8));
            }
            case Decided.Refused<Rulebook> refused ->
                    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return published;
    }

    /** Why what was read cannot be published by this institution now, or the rulebook. */
    Decided<Rulebook> publishable(Acting acting, RulebookCheck check) {
        if (check.rulebook().isEmpty() || !check.findings().isEmpty()) {
            return Decided.refused(
                    check.findings().stream().map(RulebookCheck.Finding::refusal).toList());
        }
        var rules = check.rulebook().get();
        var refusals = new ArrayList<Refusal>();
        if (rules.id().contains("/")) {
            refusals.add(Refusal.of("rulebook.no-address", "qualification.id", rules.id()));
        }
        if (rules.version().contains("/")) {
            refusals.add(
                    Refusal.of("rulebook.no-address", "qualification.version", rules.version()));
        }
        var home = CourseFacts.issuer(acting.organisation().slug());
        rules.awardingBody()
                .filter(body -> !body.id().equals(home))
                .ifPresent(
                        body ->
                                refusals.add(
                                        Refusal.of(
                                                "rulebook.awarded-by-another",
                                                "awardedBy",
                                                body.id(),
                                                home)));
        var versions = rulebooks.versions(rules.id());
        if (versions.stream()
                .anyMatch(it -> !it.organisation().id().equals(acting.organisation().id()))) {
            refusals.add(Refusal.of("rulebook.of-another", "qualification.id", rules.id()));
        } else if (versions.stream().anyMatch(it -> it.rules().version().equals(rules.version()))) {
            refusals.add(
                    Refusal.of(
                            "rulebook.published-before",
                            "qualification.version",
                            rules.id(),
                            rules.version()));
        }
        refusals.addAll(days(acting, rules));
        return refusals.isEmpty() ? Decided.accepted(rules) : Decided.refused(refusals);
    }

    private List<Refusal> days(Acting acting, Rulebook rules) {
        var today = acting.today(clock);
        if (rules.validFrom().isEmpty()) {
            return List.of(Refusal.of("rulebook.valid-from-missing", "validFrom", today));
        }
        if (rules.validFrom().get().isBefore(today)) {
            return List.of(
                    Refusal.of(
                            "rulebook.valid-from-past",
                            "validFrom",
                            rules.validFrom().get(),
                            today));
        }
        return List.of();
    }

    /** A browser ends lines with two characters, and a database keeps no NUL. */
    private static String kept(String content) {
        return content.replace("\r\n", "\n").replace("\0", "");
    }

    private String example(Acting acting) {
        return """
        qualification:
          id: %s-certificate
          version: %d-1
          title: A certificate
        awardedBy: {id: "%s", name: "%s"}
        validFrom: %s
        requirements:
          - id: core
            title: Core
            credits: {atLeast: 10.0}
            from: {level: {atLeast: 6}}
        total: {credits: {atLeast: 10.0}}
        """
                .formatted(
                        acting.organisation().slug(),
                        acting.today(clock).getYear(),
                        CourseFacts.issuer(acting.organisation().slug()),
                        acting.organisation().name().replace("\"", "'"),
                        acting.today(clock).plusMonths(1).withDayOfMonth(1));
    }
}
