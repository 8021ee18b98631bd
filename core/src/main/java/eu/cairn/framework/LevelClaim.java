package eu.cairn.framework;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the level of a micro-credential may be stated, which depends on whether the national
 * framework admits micro-credentials.
 */
public enum LevelClaim implements Coded {
    /** The framework holds micro-credentials themselves. */
    INCLUDED("included"),
    /** Law or an agency ties micro-credentials to a level, and the framework does not hold them. */
    REFERENCED("referenced"),
    /** Nothing but the provider's own judgement against the descriptors stands behind the level. */
    PROVIDERS_OWN("own");

    private final String code;

    LevelClaim(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<LevelClaim> ofCode(String code) {
        return Arrays.stream(values()).filter(claim -> claim.code.equals(code)).findFirst();
    }
}
