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
import java.util.Set;
import java.util.stream.Stream;

/**
 * The awarding bodies that a registry knows, then those of the lists that were imported, with what
 * registers say of their quality assurance.
 */
public record ListedIssuers(
        TrustRegistry known, TrustLists lists, QualityRecords records, Accreditations at)
        implements TrustRegistry {

    /** As many bodies are asked about for one accreditation, however many stand behind it. */
    private static final int MOST_ASKED = 20;

    @Override
    public String name() {
        return known.name();
    }

    @Override
    public TrustRegistry now() {
        return new ListedIssuers(known.now(), lists, records, at);
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

    /**
     * A list may say that a body accredits which is otherwise known by what it awards, as the
     * organisations of the installation are.
     */
    @Override
    public Optional<TrustedIssuer> accreditor(String id) {
        var entry = issuer(id);
        return entry.filter(body -> body.scope().isPresent())
                .or(
                        () ->
                                lists.issuer(id)
                                        .map(
                                                listed ->
                                                        entry.map(TrustedIssuer::compromised)
                                                                .map(listed::alsoCompromised)
                                                                .orElse(listed)))
                .or(() -> entry);
    }

    @Override
    public List<QualityRecord> decisions(String issuer, MicroCredential credential) {
        return known.decisions(issuer, credential);
    }

    /**
     * Those that the operator imported, then those that were issued here by whoever is listed for
     * that or was let accredit: what others issue here is no matter of the bodies that it names.
     */
    @Override
    public List<Accreditation> accreditations(Set<String> subjects) {
        return Stream.concat(
                        at.of(subjects).stream(),
                        known.accreditations(subjects).stream()
                                .filter(one -> hasStanding(one.issuer())))
                .distinct()
                .toList();
    }

    /** Whether a body is listed as accrediting, or one that has standing let it accredit. */
    boolean hasStanding(String body) {
        return hasStanding(body, new HashSet<>());
    }

    private boolean hasStanding(String body, Set<String> asked) {
        if (!asked.add(body) || asked.size() > MOST_ASKED) {
            return false;
        }
        if (accreditor(body).filter(TrustedIssuer::mayAccredit).isPresent()) {
            return true;
        }
        var names = new HashSet<>(Set.of(body));
        issuer(body).ifPresent(entry -> names.addAll(entry.ids()));
        return at.of(names).stream().anyMatch(Accreditation::toAccredit)
                || known.accreditations(names).stream()
                        .filter(Accreditation::toAccredit)
                        .anyMatch(one -> hasStanding(one.issuer(), asked));
    }

    @Override
    public SigningRecord signed(String issuer, String credential, String signature) {
        return known.signed(issuer, credential, signature);
    }
}
