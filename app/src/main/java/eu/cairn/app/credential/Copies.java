package eu.cairn.app.credential;

import eu.cairn.app.journal.Journal;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.credential.CredentialFormat.Loss;
import eu.cairn.formats.credential.FormatSigning;
import eu.cairn.formats.credential.FormatSigning.Unfinished;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.OpenBadgeFormat;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One award in the formats that receivers understand. Each is made from the document that the award
 * was signed as, when it is asked for first, by the same key, and kept from then on.
 *
 * <p>As with the award itself, the bytes to be signed are recorded before they are signed; after a
 * crash between the two the same bytes are signed when it is asked for again.
 */
@Component
public class Copies {

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    /** Whoever asked has no account. */
    private static final UUID ANYBODY = new UUID(0, 0);

    private final CredentialStore store;
    private final Keys keys;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Copies(
            CredentialStore store,
            Keys keys,
            Journal journal,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What an award would lose in a format. */
    public List<Loss> losses(AwardedCredential awarded, CredentialFormat format) {
        return format.losses(content(awarded));
    }

    /**
     * The signed document of an award in a format.
     *
     * @return refused with {@code credential.revoked-not-copied} where the award was revoked before
     *     anybody asked for this format, and with {@code credential.not-signed} where the key
     *     cannot be used now; nothing is lost then
     */
    public Decided<byte[]> signed(AwardedCredential awarded, CredentialFormat format) {
        if (format instanceof OpenBadgeFormat) {
            return Decided.accepted(awarded.signed());
        }
        var kept = store.document(awarded.award(), format.code());
        if (kept.isPresent()) {
            return Decided.accepted(kept.get());
        }
        if (awarded.revocation().isPresent()) {
            return Decided.refused(Refusal.of("credential.revoked-not-copied", "format"));
        }
        try {
            return recorded(awarded, format).map(unfinished -> sign(awarded, format, unfinished));
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.error("award {} cannot be signed as {}", awarded.award(), format.code(), e);
            return Decided.refused(Refusal.of("credential.not-signed", "format"));
        }
    }

    private Decided<Unfinished> recorded(AwardedCredential awarded, CredentialFormat format) {
        var before = store.toSign(awarded.award(), format.code());
        if (before.isPresent()) {
            return Decided.accepted(before.get());
        }
        var document = StrictJson.parse(awarded.signed());
        var publication = document.map(OpenBadge::publication);
        if (!(publication instanceof Decided.Accepted<Publication>(var published))) {
            return Decided.refused(publication.reasons());
        }
        var content = content(awarded);
        return FormatSigning.prepare(format, content, published, signer(awarded), clock.instant())
                .map(
                        unfinished -> {
                            store.recordCopy(
                                    awarded.award(),
                                    format.code(),
                                    unfinished,
                                    format.losses(content),
                                    clock.instant());
                            return store.toSign(awarded.award(), format.code()).orElseThrow();
                        });
    }

    private byte[] sign(AwardedCredential awarded, CredentialFormat format, Unfinished unfinished) {
        var signature = signer(awarded).sign(unfinished.bytesToSign());
        var document = FormatSigning.complete(format, unfinished, signature);
        transaction.executeWithoutResult(
                status -> {
                    if (store.copied(awarded.award(), format.code(), document, clock.instant())) {
                        journal.append(
                                Optional.of(awarded.organisation()),
                                ANYBODY,
                                "copies.signed",
                                awarded.award().toString(),
                                (format.code() + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                });
        return store.document(awarded.award(), format.code()).orElseThrow();
    }

    private Signer signer(AwardedCredential awarded) {
        return keys.signer(store.keyOf(awarded.award()).orElseThrow());
    }

    private static MicroCredential content(AwardedCredential awarded) {
        return switch (new OpenBadgeFormat().read(awarded.signed())) {
            case Decided.Accepted<MicroCredential>(var content) -> content;
            case Decided.Refused<MicroCredential> refused ->
                    throw new IllegalStateException("our own credential: " + refused.reasons());
        };
    }
}
