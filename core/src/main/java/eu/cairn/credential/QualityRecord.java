package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a register says of the quality assurance of an institution or of one of its courses: who
 * reviewed it, with what decision, from when to when. The fields are those of the European results
 * database (DEQAR, report data).
 *
 * @param kind whether the body that decided is another one than the institution
 * @param agency the body that decided
 * @param institution the identifiers of the institution that was reviewed
 * @param institutionName what the register calls it
 * @param programme the identifiers and titles of the course that was reviewed; empty where it is
 *     the institution as a whole
 * @param decision what was decided
 * @param official whether it is part of the obligatory system of the country
 * @param validFrom the first day on which it holds
 * @param validUntil the last day on which it holds
 * @param report where the report is published
 * @param reference the identifier of the report in the register, such as a DEQAR id
 * @param levels the European levels that the decision names
 * @param source the register that says so
 * @param asOf the day as of which it says so
 */
public record QualityRecord(
        QualityAssurance.Kind kind,
        String agency,
        Set<String> institution,
        String institutionName,
        List<String> programme,
        Decision decision,
        boolean official,
        LocalDate validFrom,
        LocalDate validUntil,
        Optional<String> report,
        Optional<String> reference,
        Set<Integer> levels,
        String source,
        LocalDate asOf) {

    public QualityRecord {
        institution = Set.copyOf(institution);
        programme = List.copyOf(programme);
        levels = Set.copyOf(levels);
    }

    /** What was decided (DEQAR, report decision). */
    public enum Decision implements Coded {
        POSITIVE("positive", "1"),
        CONDITIONAL("positive-with-conditions", "2"),
        NEGATIVE("negative", "3"),
        NOT_APPLICABLE("not-applicable", "4");

        private final String code;
        private final String number;

        Decision(String code, String number) {
            this.code = code;
            this.number = number;
        }

        @Override
        public String code() {
            return code;
        }

        /** Whether the quality was found sufficient, be it under conditions. */
        public boolean approves() {
            return this == POSITIVE || this == CONDITIONAL;
        }

        /** The decision that is known by its code or its number in the register. */
        public static Optional<Decision> of(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.code.equals(text) || one.number.equals(text))
                    .findFirst();
        }
    }

    public boolean isOfInstitution() {
        return programme.isEmpty();
    }

    /** Whether it is about the course behind {@code credential}. */
    public boolean isOfCourseOf(MicroCredential credential) {
        return credential.course().map(this::isOfCourse).orElse(false)
                || programme.contains(credential.title().authoritative());
    }

    private boolean isOfCourse(CourseReference course) {
        return programme.contains(course.url())
                || course.code().map(programme::contains).orElse(false);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    /** How the record stands on a day. */
    public enum Standing implements Coded {
        VALID("valid"),
        EXPIRED("expired"),
        NOT_YET("not-yet"),
        NEGATIVE("negative");

        private final String code;

        Standing(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** How it stands on {@code day}; an expired one is told apart from a negative one. */
    public Standing standingOn(LocalDate day) {
        if (day.isBefore(validFrom)) {
            return Standing.NOT_YET;
        }
        if (day.isAfter(validUntil)) {
            return Standing.EXPIRED;
        }
        return decision.approves() ? Standing.VALID : Standing.NEGATIVE;
    }
}
