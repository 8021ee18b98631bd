package eu.cairn.stacking;

import java.util.Optional;

/**
 * What a learner wants of one credential. With {@code counts} it counts in that requirement, if it
 * can; without, it stays out of it, or out of the whole qualification where none is named.
 */
public record Wish(String credentialId, Optional<String> requirement, boolean counts) {

    public Wish {
        if (counts && requirement.isEmpty()) {
            throw new IllegalArgumentException("a credential is pinned to a requirement");
        }
    }

    public static Wish pin(String credentialId, String requirement) {
        return new Wish(credentialId, Optional.of(requirement), true);
    }

    public static Wish leaveOut(String credentialId) {
        return new Wish(credentialId, Optional.empty(), false);
    }
}
