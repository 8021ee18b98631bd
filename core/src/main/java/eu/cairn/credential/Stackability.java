package eu.cairn.credential;

import java.util.Optional;

/**
 * Whether and into what a micro-credential may be stacked.
 *
 * @param status its place in the institution's offer
 * @param statement in words, where more is said
 */
public record Stackability(FormalStatus status, Optional<String> statement) {}
