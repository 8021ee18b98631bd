package eu.cairn.formats.verification;

/**
 * What a holder was asked to answer with the key that a credential is bound to (RFC 9901, section
 * 7.3).
 *
 * @param audience whom the answer is for
 * @param nonce what makes the answer one of its own; never used twice
 */
public record Challenge(String audience, String nonce) {

    public Challenge {
        if (audience.isBlank() || nonce.isBlank()) {
            throw new IllegalArgumentException("a challenge has an audience and a nonce");
        }
    }
}
