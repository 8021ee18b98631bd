package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DataIntegrity.Proven;
import eu.cairn.framework.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What the signature of a document proves, whatever form it has. */
sealed interface Seal {

    /**
     * Nothing was changed since {@code key} signed.
     *
     * @param method the name that the document gives the key
     * @param algorithm how it was signed
     * @param signature as it is written in the document
     * @param stated when the signer says that it signed
     * @param starts when the seal itself begins to hold
     * @param expires when the seal itself ceases to hold
     */
    record Intact(
            String method,
            IssuerKey key,
            String algorithm,
            String signature,
            Optional<Instant> stated,
            Optional<Instant> starts,
            Optional<Instant> expires)
            implements Seal {}

    record Broken(Refusal reason) implements Seal {}

    record NotChecked(Refusal reason) implements Seal {}

    static Seal of(Proven proven) {
        return switch (proven) {
            case Proven.Intact intact ->
                    new Intact(
                            intact.verificationMethod(),
                            IssuerKey.of(intact.key()),
                            intact.cryptosuite(),
                            intact.proofValue(),
                            intact.created(),
                            Optional.empty(),
                            intact.expires());
            case Proven.Broken broken -> new Broken(broken.reason());
            case Proven.NotChecked open -> new NotChecked(open.reason());
        };
    }
}
