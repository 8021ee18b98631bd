package eu.cairn.credential;

import java.util.List;
import java.util.Optional;

/**
 * Whether and into what a micro-credential may be stacked.
 *
 * @param status its place in the institution's offer
 * @param statement in words, where more is said
 * @param partOf the larger qualifications that it is part of
 */
public record Stackability(
        FormalStatus status, Optional<String> statement, List<LargerQualification> partOf) {

    public Stackability {
        partOf = List.copyOf(partOf);
    }

    public Stackability(FormalStatus status, Optional<String> statement) {
        this(status, statement, List.of());
    }

    /**
     * A qualification that a micro-credential is part of.
     *
     * @param title its title
     * @param uri its public address or identifier
     */
    public record LargerQualification(String title, Optional<String> uri) {}
}
