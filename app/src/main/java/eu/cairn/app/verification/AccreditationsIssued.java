package eu.cairn.app.verification;

import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.credential.IssuedAccreditation.Kind;
import eu.cairn.app.credential.IssuedAccreditation.Withdrawal;
import eu.cairn.app.credential.IssuedAccreditationStore;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.StatusLists;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.NotThere;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.formats.verification.StatusLists.Note;
import eu.cairn.framework.Decided;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accreditations that the organisations of this installation issue with their seals, and
 * withdraw. Issuing makes none of them believed: whoever verifies goes by who is listed for it.
 */
@Component
public class AccreditationsIssued {

    /** Who accredits at the terminal has no account. */
    private static final UUID OPERATOR = new UUID(0, 0);

    private static final int LONGEST_REASON = 500;

    private final IssuedAccreditationStore store;
    private final Keys keys;
    private final IssuerIdentity identity;
    private final Installation installation;
    private final Identifiers identifiers;
    private final Journal journal;
    private final Clock clock;

    AccreditationsIssued(
            IssuedAccreditationStore store,
            Keys keys,
            IssuerIdentity identity,
            Installation installation,
            Identifiers identifiers,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.identity = identity;
        this.installation = installation;
        this.identifiers = identifiers;
        this.journal = journal;
        this.clock = clock;
    }

    /** What else works with this where an installation is opened without its server. */
    public static List<Class<?>> parts() {
        return List.of(AccreditationsIssued.class);
    }

    /**
     * Seals and keeps an accreditation.
     *
     * @param by whose account it is, unless it is the operator
     * @throws eu.cairn.formats.credential.KeyUnusable if the key cannot sign now
     */
    @Transactional
    public Decided<IssuedAccreditation> issue(
            Organisation organisation, Optional<UUID> by, AccreditationWanted wanted) {
        var faults = wanted.faults(today(organisation));
        if (!faults.isEmpty()) {
            return Decided.refused(faults);
        }
        if (isItself(organisation, wanted.subject())) {
            return Decided.refused(
                    Refusal.of("accreditation.of-itself", "subject", organisation.name()));
        }
        keys.hold(organisation.id());
        var one = sealed(organisation, wanted);
        if (!store.add(one, by)) {
            return Decided.refused(
                    Refusal.of("accreditation.issued-before", "subject", one.subjectName()));
        }
        journal(one, by, "accreditations.issued", one.token());
        return Decided.accepted(one);
    }

    private IssuedAccreditation sealed(Organisation organisation, AccreditationWanted wanted) {
        var of = wanted.understood();
        var key = keys.inUse(organisation).id();
        var place = store.next(organisation.id(), key);
        var id = identifiers.next();
        var draft =
                new Accreditation.Draft(
                        IssuedAccreditation.identifier(id),
                        organisation.name(),
                        wanted.subject(),
                        wanted.name(),
                        of.kind() == Kind.COURSE,
                        of.from(),
                        of.until(),
                        of.levels().stream().map(EqfLevel::new).collect(Collectors.toSet()),
                        of.kind() == Kind.ACCREDITING_BODY,
                        Optional.of(
                                new Publication.StatusEntry(
                                        StatusLists.addressOfAccreditations(
                                                installation, organisation, place.list()),
                                        place.index(),
                                        Publication.Purpose.REVOCATION)));
        return new IssuedAccreditation(
                id,
                organisation.id(),
                of.kind(),
                wanted.subject(),
                wanted.name(),
                of.levels(),
                of.from(),
                of.until(),
                Accreditation.issue(draft, keys.signer(key)),
                key,
                place.list(),
                place.index(),
                clock.instant(),
                Optional.empty());
    }

    /** Whether that is the organisation, by any name that it has, or a course of its own. */
    private boolean isItself(Organisation organisation, String subject) {
        var courses = "%s/catalogue/%s/".formatted(installation.baseUrl(), organisation.slug());
        return keys.holder(subject).equals(Optional.of(organisation.id()))
                || identity.all(organisation).contains(subject)
                || subject.equals(organisation.url())
                || subject.startsWith(courses);
    }

    /**
     * Ends an accreditation as of now, for a reason that is public. Final.
     *
     * @param by whose account it is, unless it is the operator
     */
    @Transactional
    public Decided<IssuedAccreditation> withdraw(
            Organisation organisation, Optional<UUID> by, UUID id, String reason) {
        var one = of(organisation, id);
        if (one.withdrawal().isPresent()) {
            return before(one);
        }
        var words = reason.strip();
        if (words.isEmpty()) {
            return Decided.refused(Refusal.of("accreditation.reason-missing", "reason"));
        }
        if (words.length() > LONGEST_REASON) {
            return Decided.refused(
                    Refusal.of(
                            "accreditation.reason-too-long",
                            "reason",
                            words.length(),
                            LONGEST_REASON));
        }
        if (!store.withdraw(id, words, by, clock.instant())) {
            return before(one);
        }
        journal(one, by, "accreditations.withdrawn", words);
        return Decided.accepted(of(organisation, id));
    }

    private static Decided<IssuedAccreditation> before(IssuedAccreditation one) {
        return Decided.refused(Refusal.of("accreditation.withdrawn-before", "", one.subjectName()));
    }

    /** One that an organisation issued. */
    public IssuedAccreditation of(Organisation organisation, UUID id) {
        return store.byId(id)
                .filter(one -> one.organisation().equals(organisation.id()))
                .orElseThrow(NotThere::new);
    }

    /** Those of an organisation that were issued before {@code before}, the newest first. */
    public List<IssuedAccreditation> of(
            Organisation organisation, Optional<UUID> before, int most) {
        return store.of(organisation.id(), before, most);
    }

    /** The one with an identifier, whoever issued it. */
    public Optional<IssuedAccreditation> named(String identifier) {
        return IssuedAccreditation.read(identifier).flatMap(store::byId);
    }

    /**
     * Since which day, where its organisation decides, and why the one at a place was withdrawn.
     */
    Optional<Note> note(Organisation organisation, int list, int index, String credential) {
        return store.at(organisation.id(), list, index)
                .filter(one -> one.identifier().equals(credential))
                .flatMap(IssuedAccreditation::withdrawal)
                .map(end -> new Note(day(organisation, end), end.reason()));
    }

    /** The day on which it was withdrawn. */
    static LocalDate day(Organisation organisation, Withdrawal end) {
        return LocalDate.ofInstant(end.at(), organisation.zone());
    }

    LocalDate today(Organisation organisation) {
        return LocalDate.ofInstant(clock.instant(), organisation.zone());
    }

    private void journal(IssuedAccreditation one, Optional<UUID> by, String kind, String document) {
        journal.append(
                Optional.of(one.organisation()),
                by.orElse(OPERATOR),
                kind,
                one.id().toString(),
                document.getBytes(StandardCharsets.UTF_8));
    }
}
