package eu.cairn.app.demo;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.ApprovalRules;
import eu.cairn.app.award.AwardStore;
import eu.cairn.app.award.Awards;
import eu.cairn.app.award.LearnerRow;
import eu.cairn.app.award.LearnerStore;
import eu.cairn.app.catalogue.AwardingRightStore;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.Revocations;
import eu.cairn.app.quality.ReviewDraft;
import eu.cairn.app.quality.Reviews;
import eu.cairn.app.recognition.Applications;
import eu.cairn.catalogue.AwardingRight;
import eu.cairn.catalogue.CourseState;
import eu.cairn.framework.Decided;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Validity;
import eu.cairn.quality.CriteriaSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The past of the demo, told through the same decisions that people make on the pages: courses
 * submitted and approved, results confirmed, credentials signed, one of them revoked.
 */
@Component
class DemoStory {

    private static final LocalDate SUBMITTED = LocalDate.of(2025, 6, 2);
    private static final LocalDate APPROVED = LocalDate.of(2025, 6, 16);
    private static final LocalDate FOUNDED = LocalDate.of(1994, 9, 1);
    private static final LocalDate ASKED = LocalDate.of(2026, 11, 21);
    private static final LocalDate CONFIRMED = LocalDate.of(2026, 11, 24);
    private static final LocalDate REVOKED = LocalDate.of(2026, 9, 14);

    /** Keys of the courses that the demo's learner was awarded, one of which was revoked. */
    private static final Set<String> PASSED =
            Set.of(
                    "una-intro",
                    "una-climate",
                    "una-polecon",
                    "una-arts",
                    "clima",
                    "tl514",
                    "tl519",
                    "ethics-ai");

    private static final String WITHDRAWN = "ethics-ai";

    /** The course whose results of a whole class wait for a second registrar. */
    private static final String SHARED = "una-arts";

    private final AccountStore accounts;
    private final AwardingRightStore rights;
    private final Identifiers identifiers;
    private final PasswordEncoder passwords;
    private final Courses courses;
    private final Reviews reviews;
    private final Awards awards;
    private final LearnerStore learners;
    private final AwardStore made;
    private final Revocations revocations;
    private final DemoRules rules;
    private final Applications applications;
    private final CredentialStore credentials;
    private final ApprovalRules approvalRules;

    DemoStory(
            AccountStore accounts,
            AwardingRightStore rights,
            Identifiers identifiers,
            PasswordEncoder passwords,
            Courses courses,
            Reviews reviews,
            Awards awards,
            LearnerStore learners,
            AwardStore made,
            Revocations revocations,
            DemoRules rules,
            Applications applications,
            CredentialStore credentials,
            ApprovalRules approvalRules) {
        this.accounts = accounts;
        this.rights = rights;
        this.identifiers = identifiers;
        this.passwords = passwords;
        this.courses = courses;
        this.reviews = reviews;
        this.awards = awards;
        this.learners = learners;
        this.made = made;
        this.revocations = revocations;
        this.rules = rules;
        this.applications = applications;
        this.credentials = credentials;
        this.approvalRules = approvalRules;
    }

    void tell() {
        var password = passwords.encode(DemoWorld.PASSWORD);
        DemoCourses.organisations().forEach(one -> found(one, password));
        DemoPeople.GUESTS.forEach(guest -> welcome(guest, password));
        enrol();
        accepted(
                at(
                        APPROVED,
                        () ->
                                approvalRules.set(
                                        acting("borgofiume", Role.REGISTRAR), "20", "100")));
        DemoCourses.all().forEach(this::offer);
        rules.publish(SUBMITTED.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The learner asks to have her newest Italian credential recognised, once it is signed. */
    void ask() {
        var learner = accounts.person(DemoPeople.LEARNER).orElseThrow();
        var borgofiume = accounts.organisation("borgofiume").orElseThrow().id();
        var newest =
                credentials.heldBy(learner).stream()
                        .filter(held -> held.organisation().equals(borgofiume))
                        .reduce((first, second) -> second)
                        .orElseThrow();
        accepted(
                at(
                        ASKED,
                        () ->
                                applications.apply(
                                        learner,
                                        new Applications.Request(
                                                newest.shortCode(),
                                                DemoRules.RECOGNISING,
                                                "EMA-CLIMATE",
                                                "I should like to finish the micro-degree in Tartu"
                                                        + " next year."))));
    }

    private void found(DemoOrganisation one, String password) {
        var organisation =
                new Organisation(
                        identifiers.next(),
                        one.key(),
                        one.name(),
                        language(one),
                        one.country(),
                        one.city(),
                        "https://" + one.key() + ".example",
                        zone(one),
                        "Quality office, " + one.name(),
                        true);
        accounts.add(organisation);
        rights.put(
                organisation,
                new AwardingRight(
                        new EqfLevel(8),
                        "invented right of a university",
                        new Validity(Optional.of(FOUNDED), Optional.empty())));
        for (var role : Role.values()) {
            var id = identifiers.next();
            var email = DemoPeople.staff(one.key(), role);
            accounts.addAccount(id, email, "Staff of " + one.name(), password, false);
            accounts.addMembership(id, organisation.id(), role);
        }
    }

    private void welcome(DemoPeople.Guest guest, String password) {
        var id = identifiers.next();
        accounts.addAccount(id, guest.email(), guest.name(), password, true);
        if (guest.role().isPresent() && guest.organisation().isPresent()) {
            var organisation = accounts.organisation(guest.organisation().get()).orElseThrow();
            accounts.addMembership(id, organisation.id(), guest.role().get());
        }
    }

    /** The class at Borgofiume, and the demo's learner wherever she has learnt. */
    private void enrol() {
        var registrar = acting("borgofiume", Role.REGISTRAR);
        for (var one : DemoLearner.all()) {
            learners.add(
                    registrar,
                    new LearnerRow(
                            identifiers.next(),
                            one.number(),
                            one.learner().fullName(),
                            one.learner().givenName().orElse(""),
                            one.learner().familyName().orElse(""),
                            one.number().toLowerCase(java.util.Locale.ROOT) + "@example.org"));
        }
        for (var organisation : DemoCourses.organisations()) {
            learners.add(
                    acting(organisation.key(), Role.REGISTRAR),
                    new LearnerRow(
                            identifiers.next(),
                            number(organisation.key()),
                            "Nora Lindqvist",
                            "Nora",
                            "Lindqvist",
                            DemoPeople.LEARNER));
        }
    }

    private void offer(DemoCourse course) {
        var designer = acting(course.organisation().key(), Role.DESIGNER);
        var id = at(SUBMITTED, () -> courses.begin(designer, course.draft()));
        if (course.state() == CourseState.DRAFT) {
            return;
        }
        var day = course.state() == CourseState.IN_REVIEW ? LocalDate.of(2026, 11, 19) : SUBMITTED;
        accepted(at(day, () -> courses.submit(designer, id)));
        if (course.state() == CourseState.IN_REVIEW) {
            return;
        }
        var officer = acting(course.organisation().key(), Role.QUALITY_OFFICER);
        accepted(at(APPROVED, () -> reviews.decide(officer, id, 1, allMet())));
        if (PASSED.contains(course.key())) {
            award(course, id, course.awardedOn().getFirst());
        }
        if (course.key().equals(SHARED)) {
            awaitApproval(course, id);
        }
        if (course.key().equals(WITHDRAWN)) {
            revoke(course, id);
        }
    }

    private void award(DemoCourse course, UUID id, LocalDate day) {
        var registrar = acting(course.organisation().key(), Role.REGISTRAR);
        var numbers = List.of(number(course.organisation().key()));
        var batch = upload(course, id, day, registrar, numbers);
        accepted(at(day, () -> awards.confirm(registrar, batch, true, "EB-" + day)));
    }

    /**
     * One registrar confirmed the results of the class, above the size that one may award alone.
     */
    private void awaitApproval(DemoCourse course, UUID id) {
        var registrar =
                new Acting(
                        accounts.person(DemoPeople.FIRST_REGISTRAR + "@example.org").orElseThrow(),
                        accounts.organisation(course.organisation().key()).orElseThrow(),
                        Role.REGISTRAR);
        var numbers = DemoLearner.all().stream().map(DemoLearner::number).toList();
        var batch = upload(course, id, CONFIRMED, registrar, numbers);
        accepted(at(CONFIRMED, () -> awards.confirm(registrar, batch, true, "EB-" + CONFIRMED)));
    }

    private UUID upload(
            DemoCourse course, UUID id, LocalDate day, Acting registrar, List<String> numbers) {
        var file = results(course, day, numbers).getBytes(StandardCharsets.UTF_8);
        return accepted(
                at(day, () -> awards.upload(registrar, id, 1, "results-" + day + ".csv", file)));
    }

    private static String results(DemoCourse course, LocalDate day, List<String> numbers) {
        int tasks = course.draft().tasks().size();
        var columns =
                java.util.stream.IntStream.rangeClosed(1, tasks)
                        .mapToObj(n -> "A" + n)
                        .collect(Collectors.joining(","));
        var passed = String.join(",", java.util.Collections.nCopies(tasks, "passed"));
        return numbers.stream()
                .map(number -> "%s,%s,%s,,yes\n".formatted(number, passed, day.minusDays(3)))
                .collect(
                        Collectors.joining(
                                "",
                                "learner_id,%s,passed_on,grade,identity_checked\n"
                                        .formatted(columns),
                                ""));
    }

    private void revoke(DemoCourse course, UUID id) {
        var registrar = acting(course.organisation().key(), Role.REGISTRAR);
        var award = made.awards(registrar, id, 1, 1).getFirst().id();
        accepted(
                at(
                        REVOKED,
                        () ->
                                revocations.revoke(
                                        registrar,
                                        award,
                                        "result-withdrawn",
                                        "The result of the final essay was withdrawn: it had been"
                                                + " marked for another person.")));
    }

    private static ReviewDraft allMet() {
        var results = new HashMap<String, String>();
        for (var criterion : CriteriaSet.shortCourses2026().criteria()) {
            results.put(criterion.id(), "met");
        }
        return new ReviewDraft(
                results,
                Map.of(),
                "approved",
                "The design was checked against each criterion; all are met.",
                "3");
    }

    private Acting acting(String organisation, Role role) {
        var person = accounts.person(DemoPeople.staff(organisation, role)).orElseThrow();
        return new Acting(person, accounts.organisation(organisation).orElseThrow(), role);
    }

    private static <T> T at(LocalDate day, java.util.function.Supplier<T> deed) {
        Instant moment = day.atTime(LocalTime.of(10, 30)).toInstant(ZoneOffset.UTC);
        return StoryClock.at(moment, deed);
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T> accepted -> accepted.value();
            case Decided.Refused<T> refused ->
                    throw new IllegalStateException(
                            "the demo contradicts itself: " + refused.reasons());
        };
    }

    private static String number(String organisation) {
        return organisation.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + "-2025-0417";
    }

    private static String language(DemoOrganisation one) {
        return Map.of("FI", "en", "ES", "es", "IE", "en", "IT", "it", "PL", "pl", "EE", "et")
                .getOrDefault(one.country().code(), "en");
    }

    private static ZoneId zone(DemoOrganisation one) {
        return ZoneId.of(
                Map.of(
                                "FI", "Europe/Helsinki",
                                "ES", "Europe/Madrid",
                                "IE", "Europe/Dublin",
                                "IT", "Europe/Rome",
                                "PL", "Europe/Warsaw",
                                "EE", "Europe/Tallinn")
                        .getOrDefault(one.country().code(), "UTC"));
    }
}
