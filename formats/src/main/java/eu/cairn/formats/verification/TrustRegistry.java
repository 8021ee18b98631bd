package eu.cairn.formats.verification;

import java.util.Optional;

/** The awarding bodies that whoever verifies has decided to know. */
public interface TrustRegistry {

    /** What the registry is called where a check names it. */
    String name();

    Optional<TrustedIssuer> issuer(String id);

    /** A registry that knows nobody. */
    static TrustRegistry empty() {
        return new TrustRegistry() {
            @Override
            public String name() {
                return "none";
            }

            @Override
            public Optional<TrustedIssuer> issuer(String id) {
                return Optional.empty();
            }
        };
    }
}
