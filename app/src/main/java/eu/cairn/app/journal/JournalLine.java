package eu.cairn.app.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * One decision in the journal. Its hash covers all of it and the hash of the line before.
 *
 * @param seq 1, 2, 3, … without a gap
 * @param actor hash of the account that acted, so that the journal holds no names
 * @param kind what was decided, such as {@code award.made}
 * @param subject the identifier of what it was decided on
 * @param digest SHA-256 of the decision's document, in hexadecimal
 * @param previous the hash of the line before; of the first line, zeros
 */
public record JournalLine(
        long seq,
        Instant at,
        Optional<UUID> organisation,
        String actor,
        String kind,
        String subject,
        String digest,
        String previous,
        String hash) {

    static final String BEGINNING = "0".repeat(64);

    static String hash(
            long seq,
            Instant at,
            Optional<UUID> organisation,
            String actor,
            String kind,
            String subject,
            String digest,
            String previous) {
        var text =
                String.join(
                        "\n",
                        Long.toString(seq),
                        at.toString(),
                        organisation.map(UUID::toString).orElse(""),
                        actor,
                        kind,
                        subject,
                        digest,
                        previous);
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the hash is that of the line. */
    boolean isIntact() {
        return hash.equals(hash(seq, at, organisation, actor, kind, subject, digest, previous));
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
