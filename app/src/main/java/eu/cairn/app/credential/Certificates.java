package eu.cairn.app.credential;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.journal.Journal;
import eu.cairn.formats.credential.elm.ChainReview;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The certificates (X.509) of the signing keys, which seals carry. A key makes one for itself,
 * once, until whoever runs the installation brings those of a certification authority.
 */
@Component
public class Certificates {

    /** Who brings certificates: the operator at the terminal, who has no account. */
    private static final UUID OPERATOR = new UUID(0, 0);

    private final SigningKeyStore store;
    private final AccountStore accounts;
    private final Keys keys;
    private final Journal journal;
    private final Clock clock;

    Certificates(
            SigningKeyStore store, AccountStore accounts, Keys keys, Journal journal, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /** The certificate of a key and those it rests on; made now if it has none yet. */
    public SealCertificate of(UUID key) {
        return recorded(key)
                .orElseGet(
                        () -> {
                            var signer = keys.signer(key);
                            var body = Keys.body(holder(key), signer.controller());
                            var made = SealCertificate.selfMade(signer, body, clock.instant());
                            store.certify(key, made.pem());
                            return recorded(key).orElseThrow();
                        });
    }

    /** The same if there is one. */
    public Optional<SealCertificate> recorded(UUID key) {
        return store.certificates(key).map(SealCertificate::ofPem);
    }

    /**
     * The request for a certificate of a key, for a certification authority (PEM).
     *
     * @throws eu.cairn.formats.credential.KeyUnusable if the key cannot be used now
     */
    public String request(Keys.Key key) {
        return SealCertificate.request(
                keys.signer(key.id()), Keys.body(holder(key.id()), key.did()));
    }

    /**
     * Has seals carry {@code file} (PEM: the certificate of the key, then those it rests on) from
     * now on; refused with {@code key.certificate-…}.
     */
    @Transactional
    public Decided<Keys.Key> attach(Keys.Key key, byte[] file) {
        return ChainReview.of(file, key.publicKey(), clock.instant())
                .map(
                        chain -> {
                            store.certifyAnew(key.id(), chain.pem());
                            journal.append(
                                    Optional.of(key.organisation()),
                                    OPERATOR,
                                    "keys.certified",
                                    key.id().toString(),
                                    chain.pem().getBytes(StandardCharsets.UTF_8));
                            return key;
                        });
    }

    private Organisation holder(UUID key) {
        return accounts.organisation(store.byId(key).orElseThrow().organisation()).orElseThrow();
    }
}
