package eu.cairn.verification;

import eu.cairn.credential.MicroCredential;
import java.time.Instant;

/**
 * A credential that was found genuine: the gate to whatever counts or recognises credentials.
 *
 * <p>It can be made only from a {@link Verdict.Genuine}.
 */
public final class VerifiedCredential {

    private final Verdict.Genuine verdict;

    private VerifiedCredential(Verdict.Genuine verdict) {
        this.verdict = verdict;
    }

    public static VerifiedCredential of(Verdict.Genuine verdict) {
        return new VerifiedCredential(verdict);
    }

    public MicroCredential content() {
        return verdict.content();
    }

    public Instant verifiedAt() {
        return verdict.at();
    }
}
