package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.VerificationKey;
import java.util.Optional;

/** Finds keys by their names, and says whose they are. */
final class Keyring {

    private Keyring() {}

    enum Owner {
        MATCHES,
        ANOTHERS,
        UNCONFIRMED
    }

    /**
     * A key for checking integrity only; whose it is, is another question. A {@code did:key} whose
     * parts do not agree names none.
     */
    static Optional<VerificationKey> find(String method, Optional<TrustedIssuer> known) {
        return DidKey.key(method)
                .or(
                        () ->
                                known.map(entry -> entry.keys().get(method))
                                        .flatMap(IssuerKey::verificationKey))
                .or(
                        () ->
                                DidKey.isClaimedBy(method)
                                        ? Optional.empty()
                                        : DidKey.fromMultikey(
                                                method.substring(method.indexOf('#') + 1)));
    }

    static Owner owner(String issuer, IssuerKey key, Optional<TrustedIssuer> known) {
        var own = IssuerKey.insideIdentifier(issuer);
        if (own.isPresent()) {
            return own.get().equals(key) ? Owner.MATCHES : Owner.ANOTHERS;
        }
        if (known.isEmpty() || known.get().keys().isEmpty()) {
            return Owner.UNCONFIRMED;
        }
        return known.get().keys().containsValue(key) ? Owner.MATCHES : Owner.ANOTHERS;
    }
}
