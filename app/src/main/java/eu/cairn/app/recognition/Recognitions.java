package eu.cairn.app.recognition;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.portfolio.Holdings;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.app.web.NotThere;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.recognition.RecognitionApplication;
import eu.cairn.recognition.RecognitionDecision;
import eu.cairn.verification.VerifiedCredential;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an officer can do with an application: see its file, save findings, decide. */
@Component
public class Recognitions {

    private final RecognitionStore store;
    private final CredentialStore credentials;
    private final Holdings holdings;
    private final RulebookStore rulebooks;
    private final UnitStore units;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    Recognitions(
            RecognitionStore store,
            CredentialStore credentials,
            Holdings holdings,
            RulebookStore rulebooks,
            UnitStore units,
            Journal journal,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.holdings = holdings;
        this.rulebooks = rulebooks;
        this.units = units;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The file of an application to the organisation. */
    public CaseFile file(Acting acting, UUID application) {
        return file(store.to(acting, application).orElseThrow(NotThere::new));
    }

    /** An application with the credential as it is verified now, and what it is compared with. */
    CaseFile file(ApplicationRow row) {
        var rulebook = rulebooks.version(row.rulebook(), row.rulebookVersion()).orElseThrow();
        return new CaseFile(
                row,
                holdings.verified(credentials.byAward(row.award()).orElseThrow()),
                rulebook,
                units.target(rulebook, row.target()).orElseThrow(),
                store.decision(row));
    }

    /** What was typed so far, or what a decision begins with. */
    public DecisionDraft draft(Acting acting, CaseFile file) {
        return store.draft(acting, file.row().id())
                .orElseGet(() -> DecisionDraft.empty(file.target().unit(), acting.organisation()));
    }

    /** Saves what was typed; a file that was decided on keeps what it was decided with. */
    @Transactional
    public void save(Acting acting, UUID application, DecisionDraft draft) {
        var row = store.to(acting, application).orElseThrow(NotThere::new);
        store.save(acting, row.id(), draft);
    }

    /** Decides on an application, or says everything that is missing for a decision. */
    @Transactional
    public Decided<RecognitionDecision> decide(
            Acting acting, UUID application, DecisionDraft draft) {
        var file = file(acting, application);
        if (file.row().decided()) {
            return Decided.refused(Refusal.of("recognition.decided-before", ""));
        }
        if (file.row().account().equals(acting.person().id())) {
            return Decided.refused(Refusal.of("recognition.own-application", ""));
        }
        return file.holding()
                .verified()
                .map(verified -> decide(acting, file, verified, draft))
                .orElseGet(
                        () ->
                                Decided.refused(
                                        Refusal.of(
                                                "recognition.credential-not-genuine",
                                                "credential",
                                                file.holding().state().code())))
                .then(decision -> keep(acting, file, decision));
    }

    private Decided<RecognitionDecision> decide(
            Acting acting, CaseFile file, VerifiedCredential verified, DecisionDraft draft) {
        var row = file.row();
        return RecognitionDecision.decide(
                identifiers.next(),
                new RecognitionApplication(
                        row.id(),
                        row.organisation(),
                        row.account(),
                        verified,
                        file.target().unit(),
                        row.completeOn()),
                draft.proposal(),
                acting.person().id(),
                clock.instant(),
                acting.today(clock));
    }

    private Decided<RecognitionDecision> keep(
            Acting acting, CaseFile file, RecognitionDecision decision) {
        var document = store.add(decision, file.row());
        if (document.isEmpty()) {
            return Decided.refused(Refusal.of("recognition.decided-before", ""));
        }
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "recognition." + decision.outcome().code(),
                decision.id().toString(),
                document.get());
        return Decided.accepted(decision);
    }
}
