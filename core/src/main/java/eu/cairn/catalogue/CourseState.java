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

    /** Whether the public sees a version in this state: once it was approved, for ever. */
    public boolean isPublic() {
        return switch (this) {
            case DRAFT, IN_REVIEW -> false;
            case APPROVED, PUBLISHED, SUSPENDED, CLOSED -> true;
        };
    }

    /**
     * The states that may be asked for: what is not approved yet moves only by a submission or by a
     * decision on its quality.
     */
    public Set<CourseState> onRequest() {
        return switch (this) {
            case DRAFT, IN_REVIEW, CLOSED -> Set.of();
            case APPROVED, SUSPENDED -> Set.of(PUBLISHED, CLOSED);
            case PUBLISHED -> Set.of(SUSPENDED, CLOSED);
        };
    }

    /** The change to {@code target} on request, which needs a reason, or why it is refused. */
    public Decided<CourseState> change(CourseState target, String reason) {
        if (!onRequest().contains(target)) {
            return Decided.refused(
                    Refusal.of("catalogue.state-not-reachable", "state", code(), target.code()));
        }
        if (reason.isBlank()) {
            return Decided.refused(Refusal.of("catalogue.reason-missing", "reason"));
        }
        return Decided.accepted(target);
    }
}
