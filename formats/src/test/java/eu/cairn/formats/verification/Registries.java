package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Country;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Trust registries of tests. */
final class Registries {

    private Registries() {}

    static TrustFile knowing(Signer signer) {
        return of(Set.of(signer.controller()), Map.of());
    }

    static TrustFile of(Set<String> ids, Map<String, IssuerKey> keys) {
        return new TrustFile("Test registry", List.of(issuer(ids, keys)));
    }

    static TrustedIssuer issuer(Set<String> ids, Map<String, IssuerKey> keys) {
        return new TrustedIssuer(
                ids,
                "Università della Laguna",
                new Country("IT"),
                Optional.of("Chioggia"),
                Optional.empty(),
                "Register of Higher Education",
                LocalDate.of(2000, 1, 1),
                Optional.empty(),
                keys,
                Optional.of("https://lagoonside.example/status/"),
                false);
    }
}
