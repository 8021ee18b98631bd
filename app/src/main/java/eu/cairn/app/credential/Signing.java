package eu.cairn.app.credential;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Installation;
import eu.cairn.award.Award;
import eu.cairn.credential.AwardingBody;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes signed credentials of awards, in two steps: the exact bytes to be signed are recorded with
 * the award; they are signed afterwards, and again after a crash, always to the same document.
 */
@Component
public class Signing {

    private static final Logger LOG = LoggerFactory.getLogger(Signing.class);
    private static final int AT_ONCE = 50;

    private final CredentialStore store;
    private final AccountStore accounts;
    private final Keys keys;
    private final Installation installation;
    private final Clock clock;
    private final DataIntegrity proofs = new DataIntegrity(Contexts.trusted());

    Signing(
            CredentialStore store,
            AccountStore accounts,
            Keys keys,
            Installation installation,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.keys = keys;
        this.installation = installation;
        this.clock = clock;
    }

    /** The key that an organisation signs with, which stays so until the transaction ends. */
    public UUID holdKey(UUID organisation) {
        keys.hold(organisation);
        return keys.inUse(accounts.organisation(organisation).orElseThrow()).id();
    }

    /**
     * Records what is to be signed for an award, in the transaction that makes the award.
     *
     * @param statusIndex its place in the organisation's status list {@code statusList}
     */
    public void record(Award award, String shortCode, int statusList, int statusIndex) {
        var organisation =
                accounts.organisation(award.course().version().organisation()).orElseThrow();
        var key = keys.inUse(organisation);
        var issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var credential =
                award.credential(
                        new Award.Setting(
                                awardingBody(organisation, key),
                                organisation.qualityBody(),
                                courseUrl(award, organisation),
                                url("/decisions/" + award.course().decision().id()),
                                issuedAt));
        var publication =
                new Publication(
                        Optional.of(shortCode),
                        Optional.of(url("/v/" + shortCode)),
                        Optional.of(
                                new Publication.StatusEntry(
                                        url("/status/" + organisation.slug() + "/" + statusList),
                                        statusIndex,
                                        Publication.Purpose.REVOCATION)),
                        Optional.empty());
        var prepared =
                proofs.prepare(
                        OpenBadge.write(credential, publication), keys.signer(key.id()), issuedAt);
        switch (prepared) {
            case Decided.Accepted<DataIntegrity.Prepared> accepted ->
                    store.record(award.id(), key.id(), accepted.value(), issuedAt);
            case Decided.Refused<DataIntegrity.Prepared> refused ->
                    throw new IllegalStateException("our own credential: " + refused.reasons());
        }
    }

    /** Signs some of what is recorded; returns how many were signed. */
    @Transactional
    public int signSome() {
        var open = store.toSign(AT_ONCE);
        for (var one : open) {
            var signature = keys.signer(one.key()).sign(one.prepared().bytesToSign());
            store.signed(
                    one.award(),
                    proofs.complete(one.prepared(), signature).getBytes(StandardCharsets.UTF_8),
                    clock.instant());
        }
        if (!open.isEmpty()) {
            LOG.info("{} credentials signed", open.size());
        }
        return open.size();
    }

    private AwardingBody awardingBody(Organisation organisation, Keys.Key key) {
        return new AwardingBody(
                key.did(),
                organisation.name(),
                Optional.of(organisation.country()),
                Optional.of(organisation.place()),
                Optional.of(organisation.url()));
    }

    private String courseUrl(Award award, Organisation organisation) {
        var version = award.course().version();
        return url(
                "/catalogue/%s/%s/%d"
                        .formatted(organisation.slug(), version.design().code(), version.number()));
    }

    private String url(String path) {
        return installation.baseUrl() + path;
    }
}
