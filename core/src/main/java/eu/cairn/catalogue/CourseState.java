package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a course stands. Each change has a date, a reason and somebody who made it. */
public enum CourseState implements Coded {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    PUBLISHED,
    SUSPENDED,
    CLOSED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CourseState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }

    /** The states that may follow this one. */
    public Set<CourseState> next() {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW, CLOSED);
            case IN_REVIEW -> Set.of(DRAFT, APPROVED);
            case APPROVED -> Set.of(PUBLISHED, CLOSED);
            case PUBLISHED -> Set.of(SUSPENDED, CLOSED);
            case SUSPENDED -> Set.of(PUBLISHED, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    /** The change to {@code target}, which needs a reason, or why it is refused. */
    public Decided<CourseState> change(CourseState target, String reason) {
        if (!next().contains(target)) {
            return Decided.refused(
                    Refusal.of("catalogue.state-not-reachable", "state", code(), target.code()));
        }
        if (reason.isBlank()) {
            return Decided.refused(Refusal.of("catalogue.reason-missing", "reason"));
        }
        return Decided.accepted(target);
    }
}
