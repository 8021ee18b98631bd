package eu.cairn.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.QualityRecord;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether the quality of issuer and course was assured on the day of the award. What a credential
 * says of its own quality is a claim; it passes only where a record of somebody else, or of the
 * register of the body that decided, says the same.
 */
public final class AssuranceCheck {

    private final List<QualityRecord> records;
    private final Instant at;

    /**
     * @param records what is known of the issuer and its courses
     */
    public AssuranceCheck(List<QualityRecord> records, Instant at) {
        this.records = List.copyOf(records);
        this.at = at;
    }

    /** One check on the issuer and one on the course. */
    public List<Check> of(MicroCredential credential) {
        var day = credential.dayOfAward();
        return List.of(issuer(day), course(credential, day));
    }

    private Check issuer(LocalDate day) {
        return best(records.stream().filter(QualityRecord::isOfInstitution).toList(), day)
                .map(record -> recorded(record, "issuer", day))
                .orElseGet(() -> check(Result.COULD_NOT_CHECK, "assurance.issuer-unknown"));
    }

    private Check course(MicroCredential credential, LocalDate day) {
        var ofCourse = records.stream().filter(one -> one.isOfCourseOf(credential)).toList();
        return contradicted(credential, day)
                .or(() -> best(ofCourse, day).map(record -> recorded(record, "course", day)))
                .orElseGet(() -> claimed(credential));
    }

    /**
     * The newest decision in force on the day, of another body before one of the institution; else
     * the last one that ended, else one to come.
     */
    private static Optional<QualityRecord> best(List<QualityRecord> records, LocalDate day) {
        return records.stream()
                .filter(record -> record.decision() != QualityRecord.Decision.NOT_APPLICABLE)
                .min(
                        Comparator.<QualityRecord, Integer>comparing(
                                        record -> rank(record.standingOn(day)))
                                .thenComparing(AssuranceCheck::isInternal)
                                .thenComparing(
                                        QualityRecord::validFrom, Comparator.reverseOrder()));
    }

    private static int rank(QualityRecord.Standing standing) {
        return switch (standing) {
            case VALID, NEGATIVE -> 0;
            case EXPIRED -> 1;
            case NOT_YET -> 2;
        };
    }

    private Check recorded(QualityRecord record, String of, LocalDate day) {
        var standing = record.standingOn(day);
        var valid = standing == QualityRecord.Standing.VALID;
        return check(
                valid ? Result.PASSED : Result.FAILED,
                "assurance."
                        + of
                        + "-"
                        + standing.code()
                        + (valid && isInternal(record) ? "-internal" : ""),
                record.agency(),
                record.validFrom().toString(),
                record.validUntil().toString(),
                record.source(),
                record.asOf().toString());
    }

    private static boolean isInternal(QualityRecord record) {
        return record.kind() == QualityAssurance.Kind.INTERNAL;
    }

    /** Where no claim in the document holds on the day, and one says why. */
    private Optional<Check> contradicted(MicroCredential credential, LocalDate day) {
        var claims = credential.qualityAssurance();
        if (claims.isEmpty() || claims.stream().anyMatch(claim -> claim.holdsOn(day))) {
            return Optional.empty();
        }
        var claim = claims.getFirst();
        return Optional.of(
                claim.decidedOn().filter(day::isBefore).isPresent()
                        ? check(
                                Result.FAILED,
                                "assurance.decided-later",
                                claim.decidedBy(),
                                claim.decidedOn().get().toString(),
                                day.toString())
                        : check(
                                Result.FAILED,
                                "assurance.ended-before",
                                claim.decidedBy(),
                                claim.validUntil().map(LocalDate::toString).orElse(""),
                                day.toString()));
    }

    private Check claimed(MicroCredential credential) {
        return credential.qualityAssurance().stream()
                .findFirst()
                .map(claim -> check(Result.COULD_NOT_CHECK, "assurance.claimed", claim.decidedBy()))
                .orElseGet(() -> check(Result.COULD_NOT_CHECK, "assurance.not-stated"));
    }

    private Check check(Result result, String code, String... evidence) {
        return new Check(Kind.ASSURANCE, result, code, List.of(evidence), at);
    }
}
