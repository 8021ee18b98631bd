package eu.cairn.app.demo;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Person;
import eu.cairn.app.award.ApprovalRules;
import eu.cairn.app.award.AwardStore;
import eu.cairn.app.award.Awards;
import eu.cairn.app.award.Corrections;
import eu.cairn.app.catalogue.JointAwards;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.Revocations;
import eu.cairn.app.credential.Suspensions;
import eu.cairn.award.Correction;
import eu.cairn.credential.CorrectionReason;
import eu.cairn.credential.SuspensionReason;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What registrars did in the demo's past: awarded, asked for approval, corrected, revoked,
 * suspended.
 */
@Component
class DemoAwards {

    /** The course that two award jointly, and whose results of a class wait for a second person. */
    static final String SHARED = "una-arts";

    /** The number of a learner who was enrolled without the marks on his name. */
    private static final String MISSPELT = "BF-2026-0012";

    private static final LocalDate CONFIRMED = LocalDate.of(2026, 11, 24);
    private static final LocalDate CORRECTED = LocalDate.of(2026, 7, 21);
    private static final LocalDate REVOKED = LocalDate.of(2026, 9, 14);
    private static final LocalDate SUSPENDED = LocalDate.of(2026, 11, 23);

    private final Awards awards;
    private final AwardStore made;
    private final Revocations revocations;
    private final Suspensions suspensions;
    private final JointAwards jointAwards;
    private final Corrections corrections;
    private final ApprovalRules approvalRules;
    private final CredentialStore credentials;

    DemoAwards(
            Awards awards,
            AwardStore made,
            Revocations revocations,
            Suspensions suspensions,
            JointAwards jointAwards,
            Corrections corrections,
            ApprovalRules approvalRules,
            CredentialStore credentials) {
        this.awards = awards;
        this.made = made;
        this.revocations = revocations;
        this.suspensions = suspensions;
        this.jointAwards = jointAwards;
        this.corrections = corrections;
        this.approvalRules = approvalRules;
        this.credentials = credentials;
    }

    /** A whole class, or a hundred credits in sum, is more than one registrar awards alone. */
    void agreeOnRule(Acting registrar, LocalDate day) {
        accepted(StoryClock.on(day, () -> approvalRules.set(registrar, "20", "100")));
    }

    /** A name that was typed without its marks is put right on a credential, once it is signed. */
    void correct(Acting registrar) {
        var learner =
                DemoLearner.all().stream().filter(DemoAwards::isMisspelt).findFirst().orElseThrow();
        var name = learner.learner();
        var credential = credentials.heldBy(address(learner)).stream().findFirst().orElseThrow();
        accepted(
                StoryClock.on(
                        CORRECTED,
                        () ->
                                corrections.correct(
                                        registrar,
                                        credential.award(),
                                        new Correction.Wanted(
                                                CorrectionReason.LEARNER_DATA.code(),
                                                "The name had been typed without its marks.",
                                                name.fullName(),
                                                name.givenName().orElse(""),
                                                name.familyName().orElse(""),
                                                "",
                                                1,
                                                ""))));
    }

    /** Another organisation agrees to award a course jointly. */
    void agree(Acting registrar, UUID course, LocalDate day) {
        accepted(StoryClock.on(day, () -> jointAwards.decide(registrar, course, 1, true, "")));
    }

    void award(Acting registrar, DemoCourse course, UUID id, LocalDate day) {
        var own = number(course.organisation().key());
        var numbers = course.key().equals(SHARED) ? List.of(own, MISSPELT) : List.of(own);
        var batch = upload(course, id, day, registrar, numbers);
        accepted(StoryClock.on(day, () -> awards.confirm(registrar, batch, true, "EB-" + day)));
    }

    /**
     * One registrar confirmed the results of the class, above the size that one may award alone.
     */
    void awaitApproval(Acting registrar, DemoCourse course, UUID id) {
        var numbers = DemoLearner.all().stream().map(DemoLearner::number).toList();
        var batch = upload(course, id, CONFIRMED, registrar, numbers);
        accepted(
                StoryClock.on(
                        CONFIRMED,
                        () -> awards.confirm(registrar, batch, true, "EB-" + CONFIRMED)));
    }

    private UUID upload(
            DemoCourse course, UUID id, LocalDate day, Acting registrar, List<String> numbers) {
        var file = results(course, day, numbers).getBytes(StandardCharsets.UTF_8);
        return accepted(
                StoryClock.on(
                        day,
                        () -> awards.upload(registrar, id, 1, "results-" + day + ".csv", file)));
    }

    private static String results(DemoCourse course, LocalDate day, List<String> numbers) {
        int tasks = course.draft().tasks().size();
        int outcomes = course.draft().outcomes().size();
        var judged = day.minusDays(3);
        var header =
                Stream.of(
                                Stream.of("learner_id"),
                                each(tasks, "A%d"),
                                Stream.of("passed_on", "identity_checked"),
                                each(outcomes, "LO%1$d criterion,LO%1$d evidence,LO%1$d date"))
                        .flatMap(columns -> columns);
        var rows =
                numbers.stream()
                        .map(
                                number ->
                                        Stream.of(
                                                        Stream.of(number),
                                                        each(tasks, "passed"),
                                                        Stream.of(judged.toString(), "yes"),
                                                        each(
                                                                outcomes,
                                                                proof(course, number, judged)))
                                                .flatMap(cells -> cells));
        return Stream.concat(Stream.of(header), rows)
                .map(cells -> cells.collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    private static String proof(DemoCourse course, String number, LocalDate judged) {
        return "Rubric of the course; row %%1$d,https://lms.%s.example/submissions/%s-%%1$d,%s"
                .formatted(course.organisation().key(), number, judged);
    }

    private static Stream<String> each(int number, String cells) {
        return IntStream.rangeClosed(1, number).mapToObj(cells::formatted);
    }

    void revoke(Acting registrar, UUID id) {
        var award = made.awards(registrar, id, 1, 1).getFirst().id();
        accepted(
                StoryClock.on(
                        REVOKED,
                        () ->
                                revocations.revoke(
                                        registrar,
                                        award,
                                        "result-withdrawn",
                                        "The result of the final essay was withdrawn: it had been"
                                                + " marked for another person.")));
    }

    /**
     * What a learner holds from the registrar's organisation does not hold while it is looked into.
     */
    void suspend(Acting registrar, Person learner) {
        var credential =
                credentials.heldBy(learner).stream()
                        .filter(held -> held.organisation().equals(registrar.organisation().id()))
                        .findFirst()
                        .orElseThrow();
        accepted(
                StoryClock.on(
                        SUSPENDED,
                        () ->
                                suspensions.suspend(
                                        registrar,
                                        credential.award(),
                                        SuspensionReason.RESULT_UNDER_REVIEW.code(),
                                        "Two assessors marked the final project differently. A third"
                                                + " one reads it.")));
    }

    static String address(DemoLearner one) {
        return one.number().toLowerCase(java.util.Locale.ROOT) + "@example.org";
    }

    static boolean isMisspelt(DemoLearner one) {
        return one.number().equals(MISSPELT);
    }

    static String number(String organisation) {
        return organisation.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + "-2025-0417";
    }

    static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T> accepted -> accepted.value();
            case Decided.Refused<T> refused ->
                    throw new IllegalStateException(
                            "the demo contradicts itself: " + refused.reasons());
        };
    }
}
