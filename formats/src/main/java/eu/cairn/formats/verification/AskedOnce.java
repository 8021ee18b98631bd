package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A registry for the verification of one document, whose many checks ask for the same issuer. Not
 * for use by several threads.
 */
final class AskedOnce implements TrustRegistry {

    private final TrustRegistry registry;
    private final Map<String, Optional<TrustedIssuer>> issuers = new HashMap<>();
    private final Map<String, Optional<TrustedIssuer>> accreditors = new HashMap<>();

    AskedOnce(TrustRegistry registry) {
        this.registry = registry.now();
    }

    @Override
    public String name() {
        return registry.name();
    }

    @Override
    public Optional<TrustedIssuer> issuer(String id) {
        return issuers.computeIfAbsent(id, registry::issuer);
    }

    @Override
    public Optional<TrustedIssuer> accreditor(String id) {
        return accreditors.computeIfAbsent(id, registry::accreditor);
    }

    @Override
    public List<QualityRecord> quality(String issuer, Optional<TrustedIssuer> known) {
        return registry.quality(issuer, known);
    }

    @Override
    public List<QualityRecord> decisions(String issuer, MicroCredential credential) {
        return registry.decisions(issuer, credential);
    }

    @Override
    public List<Accreditation> accreditations(Set<String> subjects) {
        return registry.accreditations(subjects);
    }

    @Override
    public SigningRecord signed(String issuer, String credential, String signature) {
        return registry.signed(issuer, credential, signature);
    }
}
