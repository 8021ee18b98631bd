package eu.cairn.app.credential;

import eu.cairn.app.account.Acting;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.credential.RevocationReason;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends awards before their time, for a reason that is fit for the public. Final. A corrected award
 * that waits for its signature is ended by giving up the correction; the first one then stays.
 */
@Component
public class Revocations {

    private static final int LONGEST = 500;

    private final CredentialStore store;
    private final Journal journal;
    private final Clock clock;

    Revocations(CredentialStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Decided<UUID> revoke(Acting acting, UUID award, String code, String reason) {
        store.hold(award);
        var credential =
                store.byAward(award)
                        .filter(one -> one.organisation().equals(acting.organisation().id()))
                        .orElseThrow(NotThere::new);
        boolean givesUp = RevocationReason.CORRECTION_GIVEN_UP.code().equals(code);
        if (givesUp && !credential.waits()) {
            return Decided.refused(Refusal.of("credential.correction-not-waiting", ""));
        }
        if (!givesUp && credential.isBeingCorrected()) {
            return Decided.refused(Refusal.of("credential.correction-under-way", ""));
        }
        if (!givesUp
                && RevocationReason.ofCode(code)
                        .filter(RevocationReason.given()::contains)
                        .isEmpty()) {
            return Decided.refused(Refusal.of("credential.revocation-code-unknown", "code", code));
        }
        if (reason.isBlank()) {
            return Decided.refused(Refusal.of("credential.revocation-reason-missing", "reason"));
        }
        if (reason.length() > LONGEST) {
            return Decided.refused(
                    Refusal.of(
                            "credential.revocation-reason-too-long",
                            "reason",
                            reason.length(),
                            LONGEST));
        }
        if (!store.revoke(
                acting.organisation().id(),
                credential.award(),
                acting.person().id(),
                code,
                reason.strip(),
                clock.instant())) {
            return Decided.refused(Refusal.of("credential.revoked-before", ""));
        }
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                givesUp ? "corrections.given-up" : "revocations.made",
                award.toString(),
                (code + "\n" + reason.strip()).getBytes(StandardCharsets.UTF_8));
        return Decided.accepted(award);
    }
}
