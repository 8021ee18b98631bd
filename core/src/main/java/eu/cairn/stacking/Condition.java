package eu.cairn.stacking;

import eu.cairn.framework.EqfLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * One condition on one fact of a credential. A fact that is absent never satisfies a condition, and
 * the reason says that it is absent ({@code stacking.fact-absent}).
 */
public sealed interface Condition {

    /** The fact that this condition is about. */
    Fact fact();

    /** Why {@code values}, which are not empty, do not satisfy this condition, if so. */
    Optional<Reason> mismatchOf(List<String> values, LocalDate asOf);

    /** Why {@code credential} does not satisfy this condition on the day {@code asOf}, if so. */
    default Optional<Reason> mismatch(HeldCredential credential, LocalDate asOf) {
        var values = fact().of(credential);
        return values.isEmpty()
                ? Optional.of(Reason.of("stacking.fact-absent", fact().key()))
                : mismatchOf(values, asOf);
    }

    /** The fact has at least one of these values. */
    record OneOf(Fact fact, List<String> values) implements Condition {
        public OneOf {
            values = values.stream().distinct().sorted().toList();
        }

        @Override
        public Optional<Reason> mismatchOf(List<String> stated, LocalDate asOf) {
            return stated.stream().anyMatch(values::contains)
                    ? Optional.empty()
                    : Optional.of(
                            Reason.of(
                                    fact.differs(),
                                    String.join(", ", stated),
                                    String.join(" / ", values)));
        }
    }

    /** The fact has a value, and none of these. */
    record NoneOf(Fact fact, List<String> values) implements Condition {
        public NoneOf {
            values = values.stream().distinct().sorted().toList();
        }

        @Override
        public Optional<Reason> mismatchOf(List<String> stated, LocalDate asOf) {
            return stated.stream().noneMatch(values::contains)
                    ? Optional.empty()
                    : Optional.of(Reason.of("stacking.issuer-excluded", String.join(", ", stated)));
        }
    }

    /** A field of education (ISCED-F 2013) begins with one of these codes. */
    record Field(List<String> prefixes) implements Condition {
        public Field {
            prefixes = prefixes.stream().distinct().sorted().toList();
        }

        @Override
        public Fact fact() {
            return Fact.ISCED;
        }

        @Override
        public Optional<Reason> mismatchOf(List<String> stated, LocalDate asOf) {
            return stated.stream().anyMatch(code -> prefixes.stream().anyMatch(code::startsWith))
                    ? Optional.empty()
                    : Optional.of(
                            Reason.of(
                                    fact().differs(),
                                    String.join(", ", stated),
                                    String.join(" / ", prefixes)));
        }
    }

    /** The EQF level is within these bounds, both of which are admitted. */
    record Level(Optional<EqfLevel> atLeast, Optional<EqfLevel> atMost) implements Condition {
        @Override
        public Fact fact() {
            return Fact.LEVEL;
        }

        @Override
        public Optional<Reason> mismatchOf(List<String> stated, LocalDate asOf) {
            int level = Integer.parseInt(stated.getFirst());
            if (atLeast.isPresent() && level < atLeast.get().level()) {
                return Optional.of(
                        Reason.of("stacking.level-too-low", level, atLeast.get().level()));
            }
            if (atMost.isPresent() && level > atMost.get().level()) {
                return Optional.of(
                        Reason.of("stacking.level-too-high", level, atMost.get().level()));
            }
            return Optional.empty();
        }
    }

    /** The grade is a number and at least this one. */
    record Grade(BigDecimal atLeast) implements Condition {
        @Override
        public Fact fact() {
            return Fact.GRADE;
        }

        @Override
        public Optional<Reason> mismatchOf(List<String> stated, LocalDate asOf) {
            var grade = stated.getFirst();
            if (!grade.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                return Optional.of(Reason.of("stacking.grade-not-a-number", grade));
            }
            return new BigDecimal(grade).compareTo(atLeast) >= 0
                    ? Optional.empty()
                    : Optional.of(
                            Reason.of("stacking.grade-too-low", grade, atLeast.toPlainString()));
        }
    }

    /** The credential was awarded no longer ago than this; the last day counts. */
    record MaxAge(Period age) implements Condition {
        @Override
        public Fact fact() {
            return Fact.AWARDED;
        }

        @Override
        public Optional<Reason> mismatchOf(List<String> stated, LocalDate asOf) {
            var awarded = LocalDate.parse(stated.getFirst());
            var lastDay = awarded.plus(age);
            return lastDay.isBefore(asOf)
                    ? Optional.of(
                            Reason.of(fact().differs(), awarded, lastDay, age.toTotalMonths()))
                    : Optional.empty();
        }
    }
}
