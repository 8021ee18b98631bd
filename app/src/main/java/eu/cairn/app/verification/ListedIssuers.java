package eu.cairn.app.verification;

import eu.cairn.app.credential.QualityRecords;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityRecord;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.formats.verification.TrustRegistry;
import eu.cairn.formats.verification.TrustedIssuer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The awarding bodies that a registry knows, then those of the lists that were imported, with what
 * registers say of their quality assurance.
 */
public record ListedIssuers(
        TrustRegistry known, TrustLists lists, QualityRecords records, Accreditations at)
        implements TrustRegistry {

    @Override
    public String name() {
        return known.name();
    }

    @Override
    public Optional<TrustedIssuer> issuer(String id) {
        var listed = lists.issuer(id);
        return known.issuer(id)
                .map(
                        entry ->
                                listed.map(TrustedIssuer::compromised)
                                        .map(entry::alsoCompromised)
                                        .orElse(entry))
                .or(() -> listed);
    }

    @Override
    public List<QualityRecord> quality(String issuer, Optional<TrustedIssuer> entry) {
        var names = new HashSet<String>();
        names.add(issuer);
        entry.ifPresent(
                body -> {
                    names.addAll(body.ids());
                    names.add(body.legalName());
                    body.url().ifPresent(names::add);
                });
        return records.of(names);
    }

    @Override
    public List<QualityRecord> decisions(String issuer, MicroCredential credential) {
        return known.decisions(issuer, credential);
    }

    @Override
    public List<Accreditation> accreditations(String subject) {
        return at.of(subject);
    }

    @Override
    public SigningRecord signed(String issuer, String credential, String signature) {
        return known.signed(issuer, credential, signature);
    }
}
