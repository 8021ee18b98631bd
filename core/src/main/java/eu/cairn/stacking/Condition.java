package eu.cairn.stacking;

import eu.cairn.framework.Ects;
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

    /** Whether {@code values}, which are not empty, satisfy this condition. */
    boolean holdsFor(List<String> values, LocalDate asOf);

    /** Whether {@code credential} satisfies this condition on the day {@code asOf}. */
    default boolean holds(HeldCredential credential, LocalDate asOf) {
        var values = fact().of(credential);
        return !values.isEmpty() && holdsFor(values, asOf);
    }

    /** Why {@code values}, for which this condition does not hold, do not satisfy it. */
    Reason mismatchOf(List<String> values, LocalDate asOf);

    /** Why {@code credential} does not satisfy this condition on the day {@code asOf}, if so. */
    default Optional<Reason> mismatch(HeldCredential credential, LocalDate asOf) {
        if (holds(credential, asOf)) {
            return Optional.empty();
        }
        var values = fact().of(credential);
        return Optional.of(
                values.isEmpty()
                        ? Reason.of("stacking.fact-absent", fact().key())
                        : mismatchOf(values, asOf));
    }

    /** The fact has at least one of these values. */
    record OneOf(Fact fact, List<String> values) implements Condition {
        public OneOf {
            values = values.stream().distinct().sorted().toList();
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            for (var value : stated) {
                if (values.contains(value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            return Reason.of(fact.differs(), String.join(", ", stated), String.join(" / ", values));
        }
    }

    /** The fact has a value, and none of these. */
    record NoneOf(Fact fact, List<String> values) implements Condition {
        public NoneOf {
            values = values.stream().distinct().sorted().toList();
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            for (var value : stated) {
                if (values.contains(value)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            var code = fact == Fact.ISSUER ? "stacking.issuer-excluded" : "stacking.value-excluded";
            return Reason.of(code, String.join(", ", stated), fact.key());
        }
    }

    /** The fact has a value other than these. */
    record AnyBut(Fact fact, List<String> values) implements Condition {
        public AnyBut {
            values = values.stream().distinct().sorted().toList();
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            return !values.containsAll(stated);
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            return Reason.of(fact.differs(), String.join(", ", stated), String.join(" / ", values));
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
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            return stated.stream().anyMatch(code -> prefixes.stream().anyMatch(code::startsWith));
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            return Reason.of(
                    fact().differs(), String.join(", ", stated), String.join(" / ", prefixes));
        }
    }

    /** The EQF level is within these bounds, both of which are admitted. */
    record Level(Optional<EqfLevel> atLeast, Optional<EqfLevel> atMost) implements Condition {
        @Override
        public Fact fact() {
            return Fact.LEVEL;
        }

        private int least() {
            return atLeast.map(EqfLevel::level).orElse(1);
        }

        private int most() {
            return atMost.map(EqfLevel::level).orElse(8);
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            int level = Integer.parseInt(stated.getFirst());
            return level >= least() && level <= most();
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            int level = Integer.parseInt(stated.getFirst());
            return level < least()
                    ? Reason.of("stacking.level-too-low", level, least())
                    : Reason.of("stacking.level-too-high", level, most());
        }
    }

    /** The credential itself has so many credits, both figures included. */
    record Size(Optional<Ects> atLeast, Optional<Ects> atMost) implements Condition {
        @Override
        public Fact fact() {
            return Fact.SIZE;
        }

        @Override
        public boolean holds(HeldCredential credential, LocalDate asOf) {
            return admits(credential.credits());
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            return admits(Ects.parse(stated.getFirst()).orElseThrow());
        }

        boolean admits(Ects credits) {
            return atLeast.stream().allMatch(least -> credits.compareTo(least) >= 0)
                    && atMost.stream().allMatch(most -> credits.compareTo(most) <= 0);
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            return Reason.of(
                    fact().differs(),
                    stated.getFirst(),
                    atLeast.map(Ects::toString).orElse("0"),
                    atMost.map(Ects::toString).orElse(""));
        }
    }

    /** The version of the course that it certifies is within these bounds, both admitted. */
    record Version(Optional<Integer> atLeast, Optional<Integer> atMost) implements Condition {

        /** How versions are numbered: from 1, as the catalogue does. */
        public static final String NUMBER = "[1-9]\\d{0,3}";

        /** This version and no other. */
        public static Version exactly(int number) {
            return new Version(Optional.of(number), Optional.of(number));
        }

        /** The one version that is asked for, if it is one. */
        public Optional<Integer> only() {
            return atLeast.filter(least -> atMost.stream().anyMatch(least::equals));
        }

        public boolean admits(int version) {
            return atLeast.stream().allMatch(least -> version >= least)
                    && atMost.stream().allMatch(most -> version <= most);
        }

        @Override
        public Fact fact() {
            return Fact.VERSION;
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            var version = stated.getFirst();
            return version.matches(NUMBER) && admits(Integer.parseInt(version));
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            var version = stated.getFirst();
            if (only().isPresent()) {
                return Reason.of(fact().differs(), version, only().get());
            }
            boolean early =
                    version.matches(NUMBER)
                            && atLeast.isPresent()
                            && Integer.parseInt(version) < atLeast.get();
            return early || atMost.isEmpty()
                    ? Reason.of("stacking.version-too-early", version, atLeast.orElse(1))
                    : Reason.of("stacking.version-too-late", version, atMost.get());
        }
    }

    /** The notional workload is at least so many hours. */
    record Hours(int atLeast) implements Condition {
        @Override
        public Fact fact() {
            return Fact.HOURS;
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            return new BigDecimal(stated.getFirst()).compareTo(BigDecimal.valueOf(atLeast)) >= 0;
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            return Reason.of(fact().differs(), stated.getFirst(), atLeast);
        }
    }

    /** The grade is a number and at least this one. */
    record Grade(BigDecimal atLeast) implements Condition {

        private static final String NUMBER = "-?\\d{1,9}(\\.\\d{1,9})?";

        @Override
        public Fact fact() {
            return Fact.GRADE;
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            var grade = stated.getFirst();
            return grade.matches(NUMBER) && new BigDecimal(grade).compareTo(atLeast) >= 0;
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            var grade = stated.getFirst();
            return grade.matches(NUMBER)
                    ? Reason.of("stacking.grade-too-low", grade, atLeast.toPlainString())
                    : Reason.of("stacking.grade-not-a-number", grade);
        }
    }

    /**
     * The grade is on this scale and no worse than {@code atLeast}.
     *
     * @param scale the grades, the best first
     */
    record GradeOnScale(List<String> scale, String atLeast) implements Condition {
        public GradeOnScale {
            scale = List.copyOf(scale);
            if (!scale.contains(atLeast)) {
                throw new IllegalArgumentException(atLeast + " is not on its scale");
            }
        }

        @Override
        public Fact fact() {
            return Fact.GRADE;
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            int rank = scale.indexOf(stated.getFirst());
            return rank >= 0 && rank <= scale.indexOf(atLeast);
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            var grade = stated.getFirst();
            return scale.contains(grade)
                    ? Reason.of("stacking.grade-too-low", grade, atLeast)
                    : Reason.of("stacking.grade-not-on-scale", grade, String.join(" ", scale));
        }
    }

    /** The credential was awarded, or revalidated, no longer ago than this; the last day counts. */
    record MaxAge(Period age) implements Condition {
        @Override
        public Fact fact() {
            return Fact.AWARDED;
        }

        @Override
        public boolean holds(HeldCredential credential, LocalDate asOf) {
            var since = credential.currentSince();
            return since.isPresent() && !since.get().plus(age).isBefore(asOf);
        }

        @Override
        public boolean holdsFor(List<String> stated, LocalDate asOf) {
            return !LocalDate.parse(stated.getFirst()).plus(age).isBefore(asOf);
        }

        @Override
        public Reason mismatchOf(List<String> stated, LocalDate asOf) {
            var awarded = LocalDate.parse(stated.getFirst());
            return Reason.of(fact().differs(), awarded, awarded.plus(age), age.toTotalMonths());
        }
    }
}
