package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.CourseCopy;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.DraftMerge;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What several people do with one draft: save, choose, look back, start another, put away. */
@Component
public class DraftWork {

    private final CourseStore store;
    private final DraftStateStore states;
    private final OfferStore offers;
    private final AccountStore accounts;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    DraftWork(
            CourseStore store,
            DraftStateStore states,
            OfferStore offers,
            AccountStore accounts,
            Journal journal,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.states = states;
        this.offers = offers;
        this.accounts = accounts;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Saves what was typed, together with what others saved since. Of a field that both changed the
     * text of the other stays, and what was typed is kept beside it if a window shows it; a machine
     * is refused instead, as is a change of rows that others changed too.
     */
    @Transactional
    public Decided<SavedDraft> save(Acting acting, UUID course, CourseDraft draft, Basis basis) {
        store.hold(acting, course);
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        if (!saved.canBeEdited()) {
            return Decided.refused(
                    Refusal.of("catalogue.not-a-draft", "state", saved.state().code()));
        }
        states.keepCurrent(acting, course);
        var merged =
                states.base(acting, course, basis)
                        .flatMap(base -> DraftMerge.of(base, draft, saved.draft()))
                        .filter(one -> one.clashes().isEmpty() || !basis.window().isEmpty());
        if (merged.isEmpty()) {
            return Decided.refused(Refusal.of("catalogue.saved-elsewhere", "revision"));
        }
        var now = clock.instant();
        int revision = saved.revision() + 1;
        states.keep(acting, course, revision, draft, basis.window(), now);
        if (!merged.get().draft().equals(draft)) {
            revision++;
            states.keep(acting, course, revision, merged.get().draft(), "", now);
        }
        store.put(acting, course, merged.get().draft(), revision, now);
        for (var clash : merged.get().clashes()) {
            states.keepClash(acting, course, clash.place(), clash.text(), now);
        }
        return Decided.accepted(store.draft(acting, course).orElseThrow(NotThere::new));
    }

    /** Puts the text that was kept beside a field in its place, or drops it. */
    @Transactional
    public Decided<SavedDraft> choose(
            Acting acting, UUID course, String place, UUID writtenBy, boolean use) {
        store.hold(acting, course);
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        var other =
                saved.clashes().stream()
                        .filter(one -> one.place().equals(place))
                        .filter(one -> one.writtenBy().equals(writtenBy))
                        .findFirst();
        if (other.isEmpty()) {
            return Decided.refused(Refusal.of("catalogue.chosen-before", ""));
        }
        if (use) {
            var written = DraftMerge.with(saved.draft(), place, other.get().text());
            if (written.isEmpty()) {
                return Decided.refused(Refusal.of("catalogue.row-gone", ""));
            }
            var kept = save(acting, course, written.get(), Basis.of(saved.revision()));
            if (!kept.reasons().isEmpty()) {
                return kept;
            }
        }
        states.dropClash(acting, course, place, writtenBy);
        return Decided.accepted(store.draft(acting, course).orElseThrow(NotThere::new));
    }

    /**
     * What a window writes over next: the state that it saved last, which the form goes on showing
     * when more was saved with it.
     */
    Basis shown(Acting acting, SavedDraft saved, Basis basis) {
        return new Basis(
                states.shown(acting, saved.course(), basis.window()).orElse(saved.revision()),
                basis.window());
    }

    /** Saves an earlier state over what is saved now, which stays among the earlier states. */
    @Transactional
    public Decided<SavedDraft> restore(Acting acting, UUID course, int revision) {
        store.hold(acting, course);
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        var earlier = state(acting, course, revision);
        return save(acting, course, earlier, Basis.of(saved.revision()));
    }

    /** Starts a course from one of the organisation. */
    @Transactional
    public UUID copy(Acting acting, UUID course) {
        var other = store.draft(acting, course).orElseThrow(NotThere::new);
        var title =
                other.draft().title().isBlank()
                        ? "a course without a title"
                        : other.draft().title();
        return start(acting, CourseCopy.of(other.draft()), title + ", your own draft");
    }

    /** Starts a course from a version that is public, of whichever organisation. */
    @Transactional
    public UUID copy(Acting acting, String organisation, String code, int number) {
        var version = offers.version(organisation, code, number).orElseThrow(NotThere::new);
        if (store.state(version.course(), number).filter(CourseState::isPublic).isEmpty()) {
            throw new NotThere();
        }
        return start(
                acting,
                CourseCopy.of(version, acting.organisation().id(), acting.organisation().country()),
                provenance(version));
    }

    private String provenance(CourseVersion version) {
        return "%s, %s, version %d (%s)"
                .formatted(
                        version.design().title().authoritative(),
                        version.design().code(),
                        version.number(),
                        accounts.organisation(version.organisation()).orElseThrow().name());
    }

    private UUID start(Acting acting, CourseDraft draft, String from) {
        var id = identifiers.next();
        store.add(acting, id, draft, from, clock.instant());
        store.enter(acting, id, 1, CourseState.DRAFT, "Started from " + from, clock.instant());
        return id;
    }

    /** Puts a draft away that was never submitted; it can be taken back. */
    @Transactional
    public Decided<UUID> delete(Acting acting, UUID course) {
        store.hold(acting, course);
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        if (!store.versions(acting, saved.course()).isEmpty()) {
            return Decided.refused(Refusal.of("catalogue.submitted-once", ""));
        }
        store.putAway(acting, course, Optional.of(clock.instant()));
        line(acting, course, "course.draft-deleted");
        return Decided.accepted(course);
    }

    /** Takes a draft back that was put away. */
    @Transactional
    public void undelete(Acting acting, UUID course) {
        if (!store.putAway(acting, course, Optional.empty())) {
            throw new NotThere();
        }
        line(acting, course, "course.draft-taken-back");
    }

    /** Earlier saved states of a draft. */
    List<DraftStateStore.Line> states(Acting acting, UUID course) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        return states.list(acting, saved.course());
    }

    /** One saved state, the one that is saved now among them. */
    CourseDraft state(Acting acting, UUID course, int revision) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        return revision == saved.revision()
                ? saved.draft()
                : states.state(acting, course, revision).orElseThrow(NotThere::new);
    }

    private void line(Acting acting, UUID course, String event) {
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                event,
                course.toString(),
                event.getBytes(StandardCharsets.UTF_8));
    }
}
