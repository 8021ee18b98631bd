package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Person;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.OfferStore;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.award.AdmissionDecision;
import eu.cairn.award.AdmissionRequest;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applying for a course that is on offer, deciding on it, and withdrawing. */
@Component
class CourseApplications {

    private final CourseApplicationStore store;
    private final OfferStore offers;
    private final CourseStore courses;
    private final CredentialStore credentials;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    CourseApplications(
            CourseApplicationStore store,
            OfferStore offers,
            CourseStore courses,
            CredentialStore credentials,
            Journal journal,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.offers = offers;
        this.courses = courses;
        this.credentials = credentials;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The version by its address, {@code organisation/code/number}, while it is on offer. */
    CourseVersion onOffer(String address) {
        var parts = address.split("/");
        if (parts.length != 3 || !parts[2].matches("[1-9]\\d{0,5}")) {
            throw new NotThere();
        }
        return offers.version(parts[0], parts[1], Integer.parseInt(parts[2]))
                .filter(
                        version ->
                                courses.state(version.course(), version.number())
                                        .equals(Optional.of(CourseState.PUBLISHED)))
                .orElseThrow(NotThere::new);
    }

    /** What a person holds and can show: signed, not revoked, not suspended. */
    List<AwardedCredential> toShow(Person person) {
        return credentials.heldBy(person).stream()
                .filter(one -> one.document().isPresent())
                .filter(one -> one.revocation().isEmpty() && one.suspension().isEmpty())
                .toList();
    }

    @Transactional
    Decided<UUID> apply(
            Person person, CourseVersion version, String statement, List<String> shown) {
        var held =
                toShow(person).stream()
                        .map(AwardedCredential::shortCode)
                        .collect(Collectors.toSet());
        return AdmissionRequest.of(version.design().prerequisites(), statement, shown, held)
                .then(asked -> keep(person, version, asked));
    }

    private Decided<UUID> keep(Person person, CourseVersion version, AdmissionRequest asked) {
        var id = identifiers.next();
        if (!store.add(id, person, version, asked, clock.instant())) {
            return Decided.refused(Refusal.of("award.admission-asked-before", "course"));
        }
        write(version.organisation(), person, "asked", id, asked.toString());
        return Decided.accepted(id);
    }

    @Transactional
    Decided<UUID> decide(Acting acting, UUID id, Decided<AdmissionDecision> decided) {
        if (store.at(acting, id).isEmpty()) {
            throw new NotThere();
        }
        return decided.then(
                decision -> {
                    if (!store.decide(acting, id, decision, clock.instant())) {
                        return notOpen();
                    }
                    write(
                            acting.organisation().id(),
                            acting.person(),
                            decision.admits() ? "admitted" : "refused",
                            id,
                            decision.toString());
                    return Decided.accepted(id);
                });
    }

    @Transactional
    Decided<UUID> withdraw(Person person, UUID id) {
        if (store.of(person, id).isEmpty()) {
            throw new NotThere();
        }
        if (!store.withdraw(person, id, clock.instant())) {
            return notOpen();
        }
        write(store.organisationOf(id), person, "withdrawn", id, "");
        return Decided.accepted(id);
    }

    private static Decided<UUID> notOpen() {
        return Decided.refused(Refusal.of("award.admission-not-open", "state"));
    }

    private void write(UUID organisation, Person by, String what, UUID id, String document) {
        journal.append(
                Optional.of(organisation),
                by.id(),
                "admission." + what,
                id.toString(),
                (id + document).getBytes(StandardCharsets.UTF_8));
    }
}
