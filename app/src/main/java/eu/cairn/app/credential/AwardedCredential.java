package eu.cairn.app.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An award and its signed document, as it is kept.
 *
 * @param document the signed credential; empty until it is signed
 * @param statusList the number of the organisation's status list that it is in
 */
public record AwardedCredential(
        UUID award,
        UUID organisation,
        String shortCode,
        Optional<byte[]> document,
        int statusList,
        int statusIndex,
        Optional<Revocation> revocation) {

    /**
     * An end before its time.
     *
     * @param code why, from a closed list
     * @param reason why, in the awarding body's own words, fit for the public
     */
    public record Revocation(Instant at, String code, String reason) {}

    public byte[] signed() {
        return document.orElseThrow(() -> new IllegalStateException("not signed yet"));
    }
}
