package eu.cairn.app.recognition;

import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Person;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.portfolio.Holding;
import eu.cairn.app.portfolio.Holdings;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What a learner can do about recognition: ask for it. */
@Component
public class Applications {

    private static final int LONGEST_NOTE = 2_000;

    private final RecognitionStore store;
    private final RulebookStore rulebooks;
    private final UnitStore units;
    private final Holdings holdings;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;
    private final JsonMapper json;

    Applications(
            RecognitionStore store,
            RulebookStore rulebooks,
            UnitStore units,
            Holdings holdings,
            Journal journal,
            Identifiers identifiers,
            Clock clock,
            JsonMapper json) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.units = units;
        this.holdings = holdings;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What a learner asks for, as typed.
     *
     * @param credential the short code of a credential that they hold
     * @param rulebook the qualification
     * @param unit code of the unit that the credential is to be recognised as
     * @param note what they want to add
     */
    public record Request(String credential, String rulebook, String unit, String note) {}

    /**
     * Applies for recognition of a credential that the person holds and that is genuine now. The
     * application is complete at once: the credential itself is the evidence.
     */
    @Transactional
    public Decided<ApplicationRow> apply(Person person, Request request) {
        var holding =
                ShortCode.read(request.credential()).flatMap(code -> holdings.of(person, code));
        var rulebook = rulebooks.applying(request.rulebook(), clock.instant());
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(credentialRefused(holding, rulebook));
        refusals.addAll(unitRefused(request, rulebook));
        if (request.note().length() > LONGEST_NOTE) {
            refusals.add(Refusal.of("recognition.note-too-long", "note", LONGEST_NOTE));
        }
        return refusals.isEmpty()
                ? keep(person, request, holding.orElseThrow(), rulebook.orElseThrow())
                : Decided.refused(refusals);
    }

    private List<Refusal> credentialRefused(
            Optional<Holding> holding, Optional<PublishedRulebook> rulebook) {
        if (holding.isEmpty()) {
            return List.of(Refusal.of("recognition.credential-not-held", "credential"));
        }
        var held = holding.get();
        if (held.verified().isEmpty()) {
            return List.of(
                    Refusal.of(
                            "recognition.credential-not-genuine",
                            "credential",
                            held.state().code()));
        }
        if (rulebook.stream()
                .anyMatch(it -> it.organisation().id().equals(held.awardedBy().id()))) {
            return List.of(Refusal.of("recognition.own-credential", "credential"));
        }
        return rulebook.stream().anyMatch(it -> store.isRecognised(held.awarded().award(), it.id()))
                ? List.of(Refusal.of("recognition.already-recognised", "credential"))
                : List.of();
    }

    private List<Refusal> unitRefused(Request request, Optional<PublishedRulebook> rulebook) {
        if (rulebook.isEmpty()) {
            return List.of(
                    Refusal.of("recognition.rulebook-unknown", "rulebook", request.rulebook()));
        }
        if (request.unit().isBlank()) {
            return List.of(Refusal.of("recognition.unit-missing", "unit"));
        }
        return units.target(rulebook.get(), request.unit()).isEmpty()
                ? List.of(Refusal.of("recognition.unit-unknown", "unit", request.unit()))
                : List.of();
    }

    private Decided<ApplicationRow> keep(
            Person person, Request request, Holding holding, PublishedRulebook rulebook) {
        var organisation = rulebook.organisation();
        var today = rulebook.day(clock.instant());
        var application =
                new ApplicationRow(
                        identifiers.next(),
                        store.nextNumber(organisation.id(), today.getYear()),
                        organisation.id(),
                        person.id(),
                        person.fullName(),
                        holding.awarded().award(),
                        rulebook.id(),
                        rulebook.rules().version(),
                        request.unit(),
                        request.note().strip(),
                        today,
                        clock.instant(),
                        false);
        if (!store.add(application)) {
            return Decided.refused(Refusal.of("recognition.already-open", "credential"));
        }
        journal.append(
                Optional.of(organisation.id()),
                person.id(),
                "application.made",
                application.id().toString(),
                json.writeValueAsBytes(application));
        return Decided.accepted(application);
    }
}
