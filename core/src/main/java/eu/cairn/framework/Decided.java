package eu.cairn.framework;

import java.util.List;
import java.util.function.Function;

/** The outcome of a decision that may refuse: the value, or every reason for refusing. */
public sealed interface Decided<T> {

    /** The decision was made; this is its result. */
    record Accepted<T>(T value) implements Decided<T> {}

    /** The decision was refused, for all of these reasons; never none. */
    record Refused<T>(List<Refusal> reasons) implements Decided<T> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }

    static <T> Decided<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Decided<T> refused(List<Refusal> reasons) {
        return new Refused<>(reasons);
    }

    static <T> Decided<T> refused(Refusal reason) {
        return new Refused<>(List.of(reason));
    }

    default List<Refusal> reasons() {
        return switch (this) {
            case Accepted<T> accepted -> List.of();
            case Refused<T> refused -> refused.reasons;
        };
    }

    default <R> Decided<R> map(Function<T, R> then) {
        return switch (this) {
            case Accepted<T> accepted -> accepted(then.apply(accepted.value));
            case Refused<T> refused -> refused(refused.reasons);
        };
    }

    /** The next decision, made only if this one was accepted. */
    default <R> Decided<R> then(Function<T, Decided<R>> next) {
        return switch (this) {
            case Accepted<T> accepted -> next.apply(accepted.value);
            case Refused<T> refused -> refused(refused.reasons);
        };
    }
}
