package eu.cairn.credential;

import eu.cairn.framework.Coded;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a level is a claim or a decision: self-assessed until a body that is authorised to has
 * confirmed it.
 *
 * <p>Two things confirm a level on a day. Another body decided on the course, and its decision
 * names the level. Or the institution decided on its own course, and another body authorised it to:
 * it reviewed the institution within the obligatory system of the country, and its decision names
 * the level.
 */
public sealed interface LevelStanding extends Coded {

    /** Nobody but whoever claims it has confirmed it. */
    record SelfAssessed() implements LevelStanding {
        @Override
        public String code() {
            return "self-assessed";
        }
    }

    /**
     * An authorised body confirmed it.
     *
     * @param by that body
     * @param authorisedBy who authorised it to, where it is the institution itself
     * @param until the last day on which the confirmation holds
     * @param source the register that says so
     */
    record Confirmed(String by, Optional<String> authorisedBy, LocalDate until, String source)
            implements LevelStanding {
        @Override
        public String code() {
            return "confirmed";
        }
    }

    /** How the level of a credential stood on the day of its award. */
    static LevelStanding of(MicroCredential credential, List<QualityRecord> records) {
        var day = credential.dayOfAward();
        return of(
                credential.level().flatMap(Level::eqf),
                day,
                record -> record.isOfCourseOf(credential),
                credential.qualityAssurance().stream()
                        .filter(claim -> claim.kind() == QualityAssurance.Kind.INTERNAL)
                        .filter(claim -> claim.decidedOn().isPresent())
                        .filter(claim -> claim.holdsOn(day))
                        .map(QualityAssurance::decidedBy)
                        .findFirst(),
                records);
    }

    /**
     * How a level stands on {@code day}.
     *
     * @param ofCourse whether a record is about the course in question
     * @param decided who decided within the institution, if its decision holds on the day
     * @param records what is known of the institution and its courses
     */
    static LevelStanding of(
            Optional<EqfLevel> level,
            LocalDate day,
            Predicate<QualityRecord> ofCourse,
            Optional<String> decided,
            List<QualityRecord> records) {
        if (level.isEmpty()) {
            return new SelfAssessed();
        }
        var confirming =
                records.stream()
                        .filter(record -> record.kind() == QualityAssurance.Kind.EXTERNAL)
                        .filter(record -> record.levels().contains(level.get().level()))
                        .filter(record -> record.standingOn(day) == QualityRecord.Standing.VALID)
                        .toList();
        var course = confirming.stream().filter(ofCourse).findFirst();
        if (course.isPresent()) {
            var record = course.get();
            return new Confirmed(
                    record.agency(), Optional.empty(), record.validUntil(), record.source());
        }
        return decided.flatMap(
                        body ->
                                confirming.stream()
                                        .filter(QualityRecord::isOfInstitution)
                                        .filter(QualityRecord::official)
                                        .findFirst()
                                        .<LevelStanding>map(
                                                record ->
                                                        new Confirmed(
                                                                body,
                                                                Optional.of(record.agency()),
                                                                record.validUntil(),
                                                                record.source())))
                .orElseGet(SelfAssessed::new);
    }
}
