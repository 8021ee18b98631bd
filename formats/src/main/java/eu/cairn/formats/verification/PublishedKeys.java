package eu.cairn.formats.verification;

import java.util.Optional;

/**
 * What is known of an issuer, with the keys that it publishes where the registry has none.
 *
 * <p>Published keys say whose a seal is; being found makes nobody trusted.
 *
 * @param registry the awarding bodies that are known
 * @param documents where the documents behind identifiers are had from
 */
record PublishedKeys(TrustRegistry registry, IdentityDocuments documents) {

    /** What the registry knows of an issuer, and where it has no keys, those that are published. */
    Optional<TrustedIssuer> known(String issuer) {
        var listed = registry.issuer(issuer);
        if (listed.map(entry -> !entry.keys().isEmpty()).orElse(false)) {
            return listed;
        }
        return DidWeb.address(issuer)
                .flatMap(documents::at)
                .flatMap(published -> known(issuer, published, listed))
                .or(() -> listed);
    }

    /**
     * The same for a seal that names its key by a certificate: published keys count only where the
     * key is one of them. One that is not may still be the issuer's, as nothing obliges it to
     * publish the keys of its certificates.
     */
    Optional<TrustedIssuer> knownBy(IssuerKey key, String issuer) {
        return known(issuer)
                .filter(known -> known.keys().containsValue(key))
                .or(() -> registry.issuer(issuer));
    }

    private static Optional<TrustedIssuer> known(
            String issuer, Published published, Optional<TrustedIssuer> listed) {
        return DidDocument.read(issuer, published.text())
                .map(
                        found ->
                                listed.map(body -> body.withKeys(found.keys(), published))
                                        .orElseGet(() -> found.unlisted(published)));
    }
}
