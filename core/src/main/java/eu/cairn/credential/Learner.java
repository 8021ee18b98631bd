package eu.cairn.credential;

import java.util.Optional;

/**
 * The person whose learning a micro-credential certifies.
 *
 * @param fullName the name as the person writes it, in its own script
 * @param givenName the part used among friends, where a name has such a part
 * @param familyName the inherited part, where a name has one
 * @param identifier what the awarding body knows this learner by, such as a student number
 */
public record Learner(
        String fullName,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> identifier) {

    public Learner {
        if (fullName.isBlank()) {
            throw new IllegalArgumentException("a learner has a name");
        }
    }

    public static Learner named(String fullName) {
        return new Learner(fullName, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
