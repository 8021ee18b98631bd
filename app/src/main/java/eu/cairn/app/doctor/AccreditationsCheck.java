package eu.cairn.app.doctor;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.credential.IssuedAccreditation.Kind;
import eu.cairn.app.credential.IssuedAccreditationStore;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.StatusLists;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Check;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Accreditations that were issued here, some of them: intact, and what the database has of them.
 */
public class AccreditationsCheck {

    private static final int SAMPLE = 200;

    private final IssuedAccreditationStore issued;
    private final AccountStore accounts;
    private final Keys keys;
    private final KnownIssuers issuers;
    private final Installation installation;
    private final Clock clock;

    AccreditationsCheck(
            IssuedAccreditationStore issued,
            AccountStore accounts,
            Keys keys,
            KnownIssuers issuers,
            Installation installation,
            Clock clock) {
        this.issued = issued;
        this.accounts = accounts;
        this.keys = keys;
        this.issuers = issuers;
        this.installation = installation;
        this.clock = clock;
    }

    public List<Finding> findings() {
        var sample = issued.sample(SAMPLE);
        var found = new ArrayList<Finding>();
        var organisations =
                accounts.organisations().stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity()));
        var verifier =
                new Verifier(issuers, eu.cairn.formats.verification.StatusLists.unreachable());
        for (var one : sample) {
            if (!isIntact(verifier, one)) {
                found.add(Finding.failed("doctor.accreditation-changed", one.identifier()));
            } else if (!isAsRecorded(one, organisations)) {
                found.add(Finding.failed("doctor.accreditation-not-as-recorded", one.identifier()));
            }
        }
        if (found.isEmpty()) {
            found.add(Finding.ok("doctor.accreditations", sample.size()));
        }
        return found;
    }

    private boolean isIntact(Verifier verifier, IssuedAccreditation one) {
        return verifier.verify(bytes(one), clock.instant()).checks().stream()
                .anyMatch(
                        check ->
                                check.kind() == Check.Kind.INTEGRITY
                                        && check.result() == Check.Result.PASSED);
    }

    /** Whether what is sealed says what is kept beside it, by the key that is kept. */
    private boolean isAsRecorded(IssuedAccreditation one, Map<UUID, Organisation> organisations) {
        var by = organisations.get(one.organisation());
        return by != null
                && Accreditation.read(bytes(one))
                        instanceof Decided.Accepted<Accreditation>(var sealed)
                && sealed.id().equals(one.identifier())
                && isOfKey(sealed.issuer(), one.key(), by)
                && sealed.subject().equals(one.subject())
                && sealed.subjectName().equals(one.subjectName())
                && sealed.from().equals(one.from())
                && sealed.until().equals(one.until())
                && sealed.levels().equals(Set.copyOf(one.levels()))
                && sealed.toAccredit() == (one.kind() == Kind.ACCREDITING_BODY)
                && sealed.status().equals(List.of(place(one, by)));
    }

    private boolean isOfKey(String issuer, UUID key, Organisation by) {
        return keys.of(by).stream().anyMatch(of -> of.id().equals(key) && of.did().equals(issuer));
    }

    private StatusEntry place(IssuedAccreditation one, Organisation by) {
        return new StatusEntry(
                StatusLists.addressOfAccreditations(installation, by, one.list()),
                one.index(),
                Purpose.REVOCATION);
    }

    private static byte[] bytes(IssuedAccreditation one) {
        return one.token().getBytes(StandardCharsets.UTF_8);
    }
}
