package eu.cairn.award;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file of results row by row, before anything is awarded: what is ready, what is refused and why,
 * and what was awarded before.
 *
 * @param ready complete results, in the order of the file
 * @param refused rows that cannot be awarded, each with every reason
 * @param already rows about learners who hold this award
 */
public record BatchReview(List<Ready> ready, List<Refused> refused, List<Already> already) {

    public BatchReview {
        ready = List.copyOf(ready);
        refused = List.copyOf(refused);
        already = List.copyOf(already);
    }

    /** A row that can be awarded. */
    public record Ready(ResultRow row, AssessedResult result) {}

    /** A row that cannot, with the learner it is about, if known. */
    public record Refused(ResultRow row, Optional<EnrolledLearner> learner, List<Refusal> reasons) {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** A row about a learner who holds this award. */
    public record Already(ResultRow row, EnrolledLearner learner) {}

    /**
     * Reviews the rows of a file.
     *
     * @param learners the learners of the institution, by number
     * @param awarded the numbers of those who hold this award
     * @param today no assessment lies after this day
     */
    public static BatchReview of(
            List<ResultRow> rows,
            Map<String, EnrolledLearner> learners,
            Set<String> awarded,
            ApprovedCourse course,
            LocalDate today) {
        var ready = new ArrayList<Ready>();
        var refused = new ArrayList<Refused>();
        var already = new ArrayList<Already>();
        var seen = new HashMap<String, Integer>();
        for (var row : rows) {
            var learner = Optional.ofNullable(learners.get(row.learnerNumber()));
            var first = seen.putIfAbsent(row.learnerNumber(), row.line());
            if (first != null && !row.learnerNumber().isBlank()) {
                refused.add(
                        new Refused(
                                row,
                                learner,
                                List.of(Refusal.of("award.row-twice", "learner_id", first))));
            } else if (learner.isPresent() && awarded.contains(row.learnerNumber())) {
                already.add(new Already(row, learner.get()));
            } else {
                switch (AssessedResult.of(row, learner, course, today)) {
                    case Decided.Accepted<AssessedResult> result ->
                            ready.add(new Ready(row, result.value()));
                    case Decided.Refused<AssessedResult> reasons ->
                            refused.add(new Refused(row, learner, reasons.reasons()));
                }
            }
        }
        return new BatchReview(ready, refused, already);
    }

    public int rows() {
        return ready.size() + refused.size() + already.size();
    }

    /** Every row, whatever becomes of it. */
    public Stream<ResultRow> all() {
        return Stream.of(
                        ready.stream().map(Ready::row),
                        refused.stream().map(Refused::row),
                        already.stream().map(Already::row))
                .flatMap(rows -> rows);
    }

    /** The same review with those of the ready rows alone that stand in these lines. */
    public BatchReview readyIn(Set<Integer> lines) {
        return new BatchReview(
                ready.stream().filter(one -> lines.contains(one.row().line())).toList(),
                refused,
                already);
    }

    /** The credits of everything that is ready, together. */
    public Ects credits(Ects each) {
        return new Ects(Math.multiplyExact(each.hundredths(), ready.size()));
    }
}
