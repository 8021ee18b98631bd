package eu.cairn.app.demo;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.LearnerRow;
import eu.cairn.app.award.LearnerStore;
import eu.cairn.app.catalogue.AwardingRightStore;
import eu.cairn.app.catalogue.Courses;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.quality.ReviewDraft;
import eu.cairn.app.quality.Reviews;
import eu.cairn.app.recognition.Applications;
import eu.cairn.catalogue.AwardingRight;
import eu.cairn.catalogue.CourseState;
import eu.cairn.credential.Contributor;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Validity;
import eu.cairn.quality.CriteriaSet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The past of the demo, told through the same decisions that people make on the pages: courses
 * submitted and approved, results confirmed, credentials signed, one of them revoked and one
 * suspended.
 */
@Component
class DemoStory {

    private static final LocalDate SUBMITTED = LocalDate.of(2025, 6, 2);
    private static final LocalDate APPROVED = LocalDate.of(2025, 6, 16);
    private static final LocalDate FOUNDED = LocalDate.of(1994, 9, 1);
    private static final LocalDate ASKED = LocalDate.of(2026, 11, 21);

    /** Keys of the courses that the demo's learner was awarded; one was revoked, one suspended. */
    private static final Set<String> PASSED =
            Set.of(
                    "una-intro",
                    "una-climate",
                    "una-polecon",
                    "una-arts",
                    "clima",
                    "tl514",
                    "tl519",
                    "ethics-ai",
                    "ia-contenidos");

    private static final String JOINTLY = Contributor.Role.JOINT_AWARDING_BODY.code();
    private static final String WITHDRAWN = "ethics-ai";
    private static final String SUSPENDING = "sierra-clara";

    private final AccountStore accounts;
    private final AwardingRightStore rights;
    private final DemoAuthority authority;
    private final Identifiers identifiers;
    private final PasswordEncoder passwords;
    private final Courses courses;
    private final Reviews reviews;
    private final LearnerStore learners;
    private final DemoRules rules;
    private final Applications applications;
    private final CredentialStore credentials;
    private final DemoAwards awards;

    DemoStory(
            AccountStore accounts,
            AwardingRightStore rights,
            DemoAuthority authority,
            Identifiers identifiers,
            PasswordEncoder passwords,
            Courses courses,
            Reviews reviews,
            LearnerStore learners,
            DemoRules rules,
            Applications applications,
            CredentialStore credentials,
            DemoAwards awards) {
        this.accounts = accounts;
        this.rights = rights;
        this.authority = authority;
        this.identifiers = identifiers;
        this.passwords = passwords;
        this.courses = courses;
        this.reviews = reviews;
        this.learners = learners;
        this.rules = rules;
        this.applications = applications;
        this.credentials = credentials;
        this.awards = awards;
    }

    void tell() {
        var password = passwords.encode(DemoWorld.PASSWORD);
        DemoCourses.organisations().forEach(one -> found(one, password));
        authority.found();
        DemoPeople.GUESTS.forEach(guest -> welcome(guest, password));
        authority.register();
        enrol();
        awards.agreeOnRule(acting("borgofiume", Role.REGISTRAR), APPROVED);
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
        DemoAwards.accepted(
                StoryClock.on(
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
        for (var role : EnumSet.complementOf(EnumSet.of(Role.NATIONAL_AUTHORITY))) {
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
                            DemoAwards.isMisspelt(one) ? one.latinName() : one.learner().fullName(),
                            one.learner().givenName().orElse(""),
                            one.learner().familyName().orElse(""),
                            DemoAwards.address(one)));
        }
        for (var organisation : DemoCourses.organisations()) {
            learners.add(
                    acting(organisation.key(), Role.REGISTRAR),
                    new LearnerRow(
                            identifiers.next(),
                            DemoAwards.number(organisation.key()),
                            "Nora Lindqvist",
                            "Nora",
                            "Lindqvist",
                            DemoPeople.LEARNER));
        }
    }

    private void offer(DemoCourse course) {
        var designer = acting(course.organisation().key(), Role.DESIGNER);
        var id = StoryClock.on(SUBMITTED, () -> courses.begin(designer, course.draft()));
        if (course.state() == CourseState.DRAFT) {
            return;
        }
        var day = course.state() == CourseState.IN_REVIEW ? LocalDate.of(2026, 11, 19) : SUBMITTED;
        DemoAwards.accepted(StoryClock.on(day, () -> courses.submit(designer, id)));
        if (course.state() == CourseState.IN_REVIEW) {
            return;
        }
        var officer = acting(course.organisation().key(), Role.QUALITY_OFFICER);
        DemoAwards.accepted(
                StoryClock.on(APPROVED, () -> reviews.decide(officer, id, 1, allMet())));
        course.draft().terms().partners().stream()
                .filter(partner -> partner.role().equals(JOINTLY))
                .forEach(
                        partner ->
                                awards.agree(acting(partner.name(), Role.REGISTRAR), id, APPROVED));
        var registrar = acting(course.organisation().key(), Role.REGISTRAR);
        if (PASSED.contains(course.key())) {
            awards.award(registrar, course, id, course.awardedOn().getFirst());
        }
        if (course.key().equals(DemoAwards.SHARED)) {
            awards.awaitApproval(acting(DemoPeople.FIRST_REGISTRAR, registrar), course, id);
        }
        if (course.key().equals(WITHDRAWN)) {
            awards.revoke(registrar, id);
        }
    }

    /** A name that was typed without its marks is put right on a credential, once it is signed. */
    void correct() {
        awards.correct(acting("borgofiume", Role.REGISTRAR));
    }

    /** A credential of the demo's learner is suspended, once it is signed. */
    void suspend() {
        var learner = accounts.person(DemoPeople.LEARNER).orElseThrow();
        awards.suspend(acting(SUSPENDING, Role.REGISTRAR), learner);
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

    /** A guest in the place of somebody. */
    private Acting acting(String guest, Acting like) {
        var person = accounts.person(guest + "@example.org").orElseThrow();
        return new Acting(person, like.organisation(), like.role());
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
