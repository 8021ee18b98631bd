package eu.cairn.app.credential;

import eu.cairn.credential.RevocationReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An award and its signed document, as it is kept.
 *
 * @param document the signed credential; empty until it is signed
 * @param statusList the number of the organisation's status list that it is in
 * @param suspendable whether the signed credential names a place where its suspension is published
 * @param suspension why it does not hold for now; empty where it ended
 * @param replaces the one in whose place it stands, or will once it is signed
 * @param replacedBy the one that stands in its place, or will once that is signed
 */
public record AwardedCredential(
        UUID award,
        UUID organisation,
        String shortCode,
        Optional<byte[]> document,
        int statusList,
        int statusIndex,
        boolean suspendable,
        Optional<Revocation> revocation,
        Optional<Suspension> suspension,
        Optional<Correction> replaces,
        Optional<Correction> replacedBy) {

    /**
     * An end before its time.
     *
     * @param code why, from a closed list
     * @param reason why, in the awarding body's own words, fit for the public
     */
    public record Revocation(Instant at, String code, String reason) {}

    /**
     * A time in which it does not hold, which may end.
     *
     * @param code why, from a closed list
     * @param reason why, in the awarding body's own words, fit for the public
     */
    public record Suspension(Instant at, String code, String reason) {}

    /**
     * The other credential of a correction.
     *
     * @param code why it was made, from a closed list
     * @param reason why, in the awarding body's own words, fit for the public
     */
    public record Correction(UUID award, String shortCode, String code, String reason) {}

    public byte[] signed() {
        return document.orElseThrow(() -> new IllegalStateException("not signed yet"));
    }

    /** Whether another stands in its place now. */
    public boolean isReplaced() {
        return revocation
                .filter(end -> end.code().equals(RevocationReason.REPLACED.code()))
                .isPresent();
    }

    /** Whether a correction waits for its signature: this one, or one that replaces this one. */
    public boolean isBeingCorrected() {
        return waits() || (revocation.isEmpty() && replacedBy.isPresent());
    }

    /** Whether it is to take the place of another as soon as it is signed. */
    public boolean waits() {
        return revocation.isEmpty() && replaces.isPresent() && document.isEmpty();
    }

    /** Whether it was to take the place of another and never will. */
    public boolean isGivenUp() {
        return revocation
                .filter(end -> end.code().equals(RevocationReason.CORRECTION_GIVEN_UP.code()))
                .isPresent();
    }
}
