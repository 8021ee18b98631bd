package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.account.Person;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.formats.catalogue.CourseSpecification;
import eu.cairn.framework.Language;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Frozen versions as specifications: what was approved once is public; whoever acts for the
 * institution sees every version.
 */
@Component
class CourseSpecifications {

    private final OfferStore offers;
    private final CourseStore courses;
    private final AccountStore accounts;
    private final PublicDecisions decisions;
    private final Installation installation;

    CourseSpecifications(
            OfferStore offers,
            CourseStore courses,
            AccountStore accounts,
            PublicDecisions decisions,
            Installation installation) {
        this.offers = offers;
        this.courses = courses;
        this.accounts = accounts;
        this.decisions = decisions;
        this.installation = installation;
    }

    /** A version by its address, as {@code asking} may see it. */
    CourseSpecification of(String slug, String code, int number, Optional<Person> asking) {
        var version = offers.version(slug, code, number).orElseThrow(NotThere::new);
        var state = courses.state(version.course(), number).orElseThrow(NotThere::new);
        if (!isPublic(state) && !actsFor(asking, slug)) {
            throw new NotThere();
        }
        return of(version, state, organisation(slug));
    }

    /**
     * The courses of an institution for a register: those that are published, or every version that
     * was approved, for whoever acts for it.
     */
    List<CourseSpecification> register(String slug, boolean all, Optional<Person> asking) {
        var organisation = organisation(slug);
        if (all && !actsFor(asking, slug)) {
            throw new NotThere();
        }
        return offers.versions(organisation).stream()
                .flatMap(
                        version ->
                                courses.state(version.course(), version.number()).stream()
                                        .filter(
                                                state ->
                                                        all
                                                                ? isPublic(state)
                                                                : state == CourseState.PUBLISHED)
                                        .map(state -> of(version, state, organisation)))
                .toList();
    }

    Organisation organisation(String slug) {
        return accounts.organisation(slug).orElseThrow(NotThere::new);
    }

    /** Whether somebody acts for an institution, in whatever role. */
    static boolean actsFor(Optional<Person> person, String slug) {
        return person.stream()
                .flatMap(one -> one.memberships().stream())
                .anyMatch(membership -> membership.organisation().slug().equals(slug));
    }

    private static boolean isPublic(CourseState state) {
        return state != CourseState.DRAFT && state != CourseState.IN_REVIEW;
    }

    private CourseSpecification of(
            CourseVersion version, CourseState state, Organisation organisation) {
        return new CourseSpecification(
                version.course(),
                version.number(),
                "%s/catalogue/%s/%s/%d"
                        .formatted(
                                installation.baseUrl(),
                                organisation.slug(),
                                version.design().code(),
                                version.number()),
                new AwardingBody(
                        installation.baseUrl() + "/orgs/" + organisation.slug(),
                        organisation.name(),
                        Optional.of(organisation.country()),
                        Optional.of(organisation.place()),
                        Optional.of(organisation.url()).filter(url -> !url.isBlank())),
                new Language(organisation.language()),
                state,
                version.submittedAt(),
                decisions
                        .on(version.course(), version.number())
                        .map(line -> approval(line, organisation)),
                version.design().published());
    }

    private QualityAssurance approval(PublicDecisions.Line line, Organisation organisation) {
        return new QualityAssurance(
                QualityAssurance.Kind.INTERNAL,
                organisation.qualityBody(),
                Optional.of(installation.baseUrl() + "/decisions/" + line.decision()),
                Optional.of(line.decidedOn()),
                line.validUntil(),
                Optional.empty());
    }
}
