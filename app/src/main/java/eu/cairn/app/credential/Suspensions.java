package eu.cairn.app.credential;

import eu.cairn.app.account.Acting;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.credential.SuspensionReason;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a credential not hold for a while, for a reason that is fit for the public, and hold again.
 * What is suspended is not genuine until it is reinstated.
 */
@Component
public class Suspensions {

    private static final int LONGEST = 500;

    private final CredentialStore credentials;
    private final SuspensionStore store;
    private final Journal journal;
    private final Clock clock;

    Suspensions(CredentialStore credentials, SuspensionStore store, Journal journal, Clock clock) {
        this.credentials = credentials;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Decided<UUID> suspend(Acting acting, UUID award, String code, String reason) {
        var refusals = new ArrayList<>(hindrance(held(acting, award)).stream().toList());
        if (refusals.isEmpty()) {
            if (SuspensionReason.ofCode(code).isEmpty()) {
                refusals.add(Refusal.of("credential.suspension-code-unknown", "code", code));
            }
            refusals.addAll(faults(reason));
        }
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        store.suspend(award, acting.person().id(), code, reason.strip(), clock.instant());
        journal(acting, "suspensions.made", award, code + "\n" + reason.strip());
        return Decided.accepted(award);
    }

    /** Lets a suspended credential hold again, for a reason that is kept. */
    @Transactional
    public Decided<UUID> reinstate(Acting acting, UUID award, String reason) {
        if (held(acting, award).suspension().isEmpty()) {
            return Decided.refused(Refusal.of("credential.not-suspended", ""));
        }
        var faults = faults(reason);
        if (!faults.isEmpty()) {
            return Decided.refused(faults);
        }
        store.reinstate(award, acting.person().id(), reason.strip(), clock.instant());
        journal(acting, "suspensions.ended", award, reason.strip());
        return Decided.accepted(award);
    }

    private AwardedCredential held(Acting acting, UUID award) {
        credentials.hold(award);
        return credentials
                .byAward(award)
                .filter(one -> one.organisation().equals(acting.organisation().id()))
                .orElseThrow(NotThere::new);
    }

    /** Why a credential cannot be suspended as it stands. */
    private static Optional<Refusal> hindrance(AwardedCredential credential) {
        if (credential.revocation().isPresent()) {
            return Optional.of(Refusal.of("credential.suspension-of-revoked", ""));
        }
        if (credential.isBeingCorrected()) {
            return Optional.of(Refusal.of("credential.suspension-of-corrected", ""));
        }
        if (credential.document().isEmpty()) {
            return Optional.of(Refusal.of("credential.suspension-before-signed", ""));
        }
        if (!credential.suspendable()) {
            return Optional.of(Refusal.of("credential.not-suspendable", ""));
        }
        return credential.suspension().map(since -> Refusal.of("credential.suspended-before", ""));
    }

    private static List<Refusal> faults(String reason) {
        if (reason.isBlank()) {
            return List.of(Refusal.of("credential.suspension-reason-missing", "reason"));
        }
        return reason.length() > LONGEST
                ? List.of(
                        Refusal.of(
                                "credential.suspension-reason-too-long",
                                "reason",
                                reason.length(),
                                LONGEST))
                : List.of();
    }

    private void journal(Acting acting, String kind, UUID award, String words) {
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                kind,
                award.toString(),
                words.getBytes(StandardCharsets.UTF_8));
    }
}
