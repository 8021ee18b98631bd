package eu.cairn.stacking;

import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The plain facts of a credential that a learner holds, as far as a rulebook can ask about them.
 * Only {@code id}, {@code credits} and {@code status} are always known.
 *
 * @param id what this credential is called in audits, unique within a portfolio
 * @param course the course it certifies; credentials of one course are counted once
 * @param themes subjects in the words of rulebooks
 * @param isced codes of ISCED-F 2013
 * @param issuer the identifier of the body that issued it
 * @param kind the kind of issuer, such as {@code hei} or {@code private}
 * @param mode the form of participation
 * @param award the award that this credential is, where it is one that rulebooks name
 * @param expires the last day on which it is valid
 * @param grade as stated; rules compare it only where it is a number
 * @param qa the quality assurance framework
 */
public record HeldCredential(
        String id,
        Optional<String> title,
        Optional<String> course,
        Ects credits,
        Optional<EqfLevel> level,
        List<String> themes,
        List<String> isced,
        Optional<String> issuer,
        Optional<String> issuerName,
        Optional<String> kind,
        Optional<Country> country,
        Optional<String> mode,
        Optional<String> award,
        Optional<LocalDate> awarded,
        Optional<LocalDate> expires,
        Optional<String> grade,
        CredentialStatus status,
        Optional<String> qa,
        Optional<Recognition> recognition) {

    public HeldCredential {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a credential has an id");
        }
        themes = themes.stream().distinct().sorted().toList();
        isced = isced.stream().distinct().sorted().toList();
    }

    /** A valid credential of which nothing else is known yet. */
    public static HeldCredentialFacts of(String id, Ects credits) {
        return new HeldCredentialFacts(id, credits);
    }

    /** This credential with the facts that a recognition decision gives it. */
    HeldCredential recognisedAs(RecognisedUnit unit) {
        return new HeldCredential(
                id,
                title,
                Optional.of(unit.course()),
                unit.credits(),
                unit.level().or(() -> level),
                themes,
                isced,
                issuer,
                issuerName,
                kind,
                country,
                mode,
                award,
                awarded,
                expires,
                grade,
                status,
                qa,
                Optional.of(Recognition.RECOGNISED));
    }

    /** Why this credential cannot count at all on the day {@code asOf}; empty if it can. */
    Optional<Reason> unusable(LocalDate asOf) {
        if (status != CredentialStatus.VALID) {
            return Optional.of(
                    status == CredentialStatus.EXPIRED && expires.isPresent()
                            ? Reason.of(status.reason(), expires.get())
                            : Reason.of(status.reason(), status.code()));
        }
        if (awarded.isPresent() && awarded.get().isAfter(asOf)) {
            return Optional.of(Reason.of("stacking.not-yet-awarded", awarded.get()));
        }
        if (expires.isPresent() && expires.get().isBefore(asOf)) {
            return Optional.of(Reason.of("stacking.expired", expires.get()));
        }
        return Optional.empty();
    }
}
