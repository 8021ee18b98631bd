package eu.cairn.stacking;

import java.util.Arrays;
import java.util.Optional;

/** What verification says of a credential; only a {@link #VALID} one counts. */
public enum CredentialStatus {
    VALID("valid", ""),
    REVOKED("revoked", "stacking.revoked"),
    SUSPENDED("suspended", "stacking.suspended"),
    EXPIRED("expired", "stacking.expired"),
    NOT_GENUINE("not-genuine", "stacking.not-genuine"),
    UNVERIFIED("unverified", "stacking.not-verified");

    private final String code;
    private final String reason;

    CredentialStatus(String code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public String code() {
        return code;
    }

    /** The code of the reason why a credential of this status does not count. */
    String reason() {
        return reason;
    }

    public static Optional<CredentialStatus> ofCode(String code) {
        return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst();
    }
}
