package eu.cairn.app.credential;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.credential.CredentialFormat.Loss;
import eu.cairn.formats.credential.EuropeanDigitalCredentialFormat;
import eu.cairn.formats.credential.FormatSigning;
import eu.cairn.formats.credential.FormatSigning.Unfinished;
import eu.cairn.formats.credential.LearningCredentialFormat;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.OpenBadgeFormat;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.elm.TimeStamping;
import eu.cairn.formats.credential.sdjwt.HolderKey;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One award in the formats that receivers understand. Each is made from the document that the award
 * was signed as, when it is asked for first, by the same key even where that was retired since, and
 * kept from then on.
 *
 * <p>As with the award itself, the bytes to be signed are recorded before they are signed; after a
 * crash between the two the same bytes are signed when it is asked for again.
 */
@Component
public class Copies {

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    /** Who has a copy made is not asked. */
    private static final UUID ANYBODY = new UUID(0, 1);

    private final CredentialStore store;
    private final AccountStore accounts;
    private final Keys keys;
    private final Certificates certificates;
    private final TimeAuthority timeAuthority;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Copies(
            CredentialStore store,
            AccountStore accounts,
            Keys keys,
            Certificates certificates,
            TimeAuthority timeAuthority,
            Journal journal,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.accounts = accounts;
        this.keys = keys;
        this.certificates = certificates;
        this.timeAuthority = timeAuthority;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A format that an award may be had in.
     *
     * @param available whether it is made, or was made for everybody before the award was revoked
     *     or its key compromised
     * @param lacking what the format demands and the award does not state; while there is any, it
     *     is not written
     * @param unfit why what the award states does not fit the format; while there is any reason, it
     *     is not written
     * @param stated how many parts the award states
     * @param losses those of them that whoever receives the document does not get as they are
     */
    public record Offer(
            CredentialFormat format,
            boolean available,
            List<CredentialPart> lacking,
            List<Refusal> unfit,
            int stated,
            List<Loss> losses) {}

    /** Every format, and what becomes of an award in it. */
    public List<Offer> offers(AwardedCredential awarded) {
        var content = content(awarded);
        var stated =
                Arrays.stream(CredentialPart.values())
                        .filter(part -> !part.of(content).isEmpty())
                        .toList()
                        .size();
        return CredentialFormat.all().stream()
                .map(
                        format ->
                                new Offer(
                                        format,
                                        isAvailable(awarded, format),
                                        format.lacking(content),
                                        format.unfit(content),
                                        stated,
                                        format.losses(content)))
                .toList();
    }

    private boolean isAvailable(AwardedCredential awarded, CredentialFormat format) {
        return (awarded.revocation().isEmpty()
                        && awarded.suspension().isEmpty()
                        && !keys.isCompromised(store.keyOf(awarded.award()).orElseThrow()))
                || format instanceof OpenBadgeFormat
                || store.document(awarded.award(), format.code()).isPresent();
    }

    /**
     * The signed document of an award in a format.
     *
     * @return refused with {@code credential.revoked-not-copied} where the award was revoked before
     *     anybody asked for this format, with {@code credential.suspended-not-copied} where it is
     *     suspended, with {@code credential.not-written} where the format cannot hold what the
     *     award states, with {@code credential.key-compromised} where others may have the key, with
     *     {@code credential.certificate-not-valid} where a seal is asked for and the certificate of
     *     the key has expired, with {@code credential.no-time-stamp} where the authority that is
     *     set stamps no time on it, and with {@code credential.not-signed} where the key cannot be
     *     used now; nothing is lost then
     */
    public Decided<byte[]> signed(AwardedCredential awarded, CredentialFormat format) {
        return format instanceof OpenBadgeFormat
                ? Decided.accepted(awarded.signed())
                : signed(awarded, format, Optional.empty());
    }

    /**
     * The credential for one wallet, bound to its key, so that nobody else can present it; refused
     * as {@link #signed} is. Only to be handed to the learner.
     */
    public Decided<byte[]> forWallet(AwardedCredential awarded, HolderKey wallet) {
        return signed(awarded, new LearningCredentialFormat(), Optional.of(wallet));
    }

    private Decided<byte[]> signed(
            AwardedCredential awarded, CredentialFormat format, Optional<HolderKey> wallet) {
        var name = name(format, wallet);
        var kept = store.document(awarded.award(), name);
        if (kept.isPresent()) {
            return Decided.accepted(kept.get());
        }
        if (awarded.revocation().isPresent()) {
            return Decided.refused(Refusal.of("credential.revoked-not-copied", "format"));
        }
        if (awarded.suspension().isPresent()) {
            return Decided.refused(Refusal.of("credential.suspended-not-copied", "format"));
        }
        if (keys.isCompromised(store.keyOf(awarded.award()).orElseThrow())) {
            return Decided.refused(Refusal.of("credential.key-compromised", "format"));
        }
        var content = content(awarded);
        var lacking =
                format.lacking(content).stream()
                        .map(part -> Refusal.of("credential.part-lacking", "", part.code()));
        var reasons = Stream.concat(lacking, format.unfit(content).stream()).toList();
        if (!reasons.isEmpty()) {
            return Decided.refused(reasons);
        }
        try {
            return recorded(awarded, content, format, wallet)
                    .then(unfinished -> sign(awarded, name, format, unfinished));
        } catch (IllegalArgumentException e) {
            LOG.error("award {} cannot be written as {}", awarded.award(), format.code(), e);
            return Decided.refused(Refusal.of("credential.not-written", "format"));
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.error("award {} cannot be signed as {}", awarded.award(), format.code(), e);
            return Decided.refused(Refusal.of("credential.not-signed", "format"));
        }
    }

    /** A document is kept by its format and, where it is for one wallet only, the wallet's key. */
    private static String name(CredentialFormat format, Optional<HolderKey> wallet) {
        return format.code() + wallet.map(key -> " " + key.thumbprint()).orElse("");
    }

    private Decided<Unfinished> recorded(
            AwardedCredential awarded,
            MicroCredential content,
            CredentialFormat format,
            Optional<HolderKey> wallet) {
        var name = name(format, wallet);
        var before = store.toSign(awarded.award(), name);
        if (before.isPresent()) {
            return Decided.accepted(before.get());
        }
        var document = StrictJson.parse(awarded.signed());
        var publication = document.map(OpenBadge::publication);
        if (!(publication instanceof Decided.Accepted<Publication>(var published))) {
            return Decided.refused(publication.reasons());
        }
        var key = store.keyOf(awarded.award()).orElseThrow();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (format instanceof EuropeanDigitalCredentialFormat
                && !certificates.of(key).isValid(now)) {
            return Decided.refused(Refusal.of("credential.certificate-not-valid", "format"));
        }
        return FormatSigning.prepare(
                        format,
                        content,
                        format instanceof LearningCredentialFormat
                                ? StatusLists.ofTokens(published)
                                : published.ofDemo(isDemo(awarded)),
                        wallet,
                        signer(awarded),
                        () -> certificates.of(key),
                        now)
                .map(
                        unfinished -> {
                            store.recordCopy(
                                    awarded.award(),
                                    name,
                                    unfinished,
                                    format.losses(content),
                                    clock.instant());
                            return store.toSign(awarded.award(), name).orElseThrow();
                        });
    }

    private Decided<byte[]> sign(
            AwardedCredential awarded,
            String name,
            CredentialFormat format,
            Unfinished unfinished) {
        var signature = signer(awarded).sign(unfinished.bytesToSign());
        return stamped(format, FormatSigning.complete(format, unfinished, signature))
                .map(document -> kept(awarded, name, document));
    }

    /** With the time on it where a seal is to have one; a seal without it is not kept. */
    private Decided<byte[]> stamped(CredentialFormat format, byte[] document) {
        var authority = timeAuthority.authority();
        if (authority.isEmpty() || !(format instanceof EuropeanDigitalCredentialFormat)) {
            return Decided.accepted(document);
        }
        var sealed = new String(document, StandardCharsets.UTF_8);
        var stamped = TimeStamping.stamped(sealed, authority.get());
        stamped.reasons().forEach(reason -> LOG.error("no time on a seal: {}", reason));
        return stamped.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] kept(AwardedCredential awarded, String name, byte[] document) {
        transaction.executeWithoutResult(
                status -> {
                    if (store.copied(awarded.award(), name, document, clock.instant())) {
                        journal.append(
                                Optional.of(awarded.organisation()),
                                ANYBODY,
                                "copies.signed",
                                awarded.award().toString(),
                                document);
                    }
                });
        return store.document(awarded.award(), name).orElseThrow();
    }

    private boolean isDemo(AwardedCredential awarded) {
        return accounts.organisation(awarded.organisation()).orElseThrow().demo();
    }

    private Signer signer(AwardedCredential awarded) {
        return keys.signer(store.keyOf(awarded.award()).orElseThrow());
    }

    /** What an award states, as it was signed. */
    public static MicroCredential content(AwardedCredential awarded) {
        return switch (new OpenBadgeFormat().read(awarded.signed())) {
            case Decided.Accepted<MicroCredential>(var content) -> content;
            case Decided.Refused<MicroCredential> refused ->
                    throw new IllegalStateException("our own credential: " + refused.reasons());
        };
    }
}
