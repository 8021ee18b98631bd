package eu.cairn.stacking;

import java.util.Optional;

/**
 * A kind of credential that a requirement would accept and that the learner does not hold yet.
 *
 * @param limits the limits that it touches, as bits
 * @param course the course it certifies, where rules name it; such a credential counts once
 * @param size how many credits one of them may have, where that is asked
 * @param facts the facts that make it acceptable; what no rule asks about is absent
 */
record FurtherKind(
        long limits, Optional<String> course, HeldCredential facts, Optional<Condition.Size> size) {

    /** Whether it is something that is held once, or that excludes others. */
    boolean isNamed() {
        return course.isPresent() || facts.award().isPresent();
    }
}
