package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.catalogue.AwardingBodies;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CoursePlan;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.Neighbours;
import eu.cairn.catalogue.ReportedRuns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What designs of this installation can refer to: who acts here, and what is published. */
@Component
class Surroundings {

    private final AccountStore accounts;
    private final OfferStore offers;
    private final QualificationsServed qualifications;
    private final HoursReports hours;

    Surroundings(
            AccountStore accounts,
            OfferStore offers,
            QualificationsServed qualifications,
            HoursReports hours) {
        this.accounts = accounts;
        this.offers = offers;
        this.qualifications = qualifications;
        this.hours = hours;
    }

    Neighbours of(Acting acting) {
        return new Around(acting);
    }

    /** The qualifications that apply today, to choose from. */
    List<QualificationsServed.Applying> qualifications() {
        return qualifications.applyingNow();
    }

    private final class Around implements Neighbours {

        private final Acting acting;
        private final Organisation own;

        /** What is reckoned once for a review, however many qualifications the course names. */
        private final Map<CourseDesign, List<QualificationsServed.Served>> served = new HashMap<>();

        private Optional<List<QualificationsServed.Applying>> applying = Optional.empty();

        Around(Acting acting) {
            this.acting = acting;
            this.own = acting.organisation();
        }

        /** Another organisation of this installation, with which a course could be awarded. */
        @Override
        public Optional<AwardingBodies.Body> named(String name) {
            return accounts.organisations().stream()
                    .filter(one -> !one.id().equals(own.id()))
                    .filter(one -> one.slug().equals(name) || one.name().equalsIgnoreCase(name))
                    .findFirst()
                    .map(one -> new AwardingBodies.Body(one.slug(), one.name(), one.country()));
        }

        @Override
        public Optional<CoursePlan.Programme> qualification(String path) {
            applying = applying.or(() -> Optional.of(qualifications()));
            return applying.get().stream()
                    .filter(one -> one.path().equals(path))
                    .findFirst()
                    .map(
                            one ->
                                    new CoursePlan.Programme(
                                            path, one.title(), one.awardedBy(), List.of()));
        }

        @Override
        public List<String> requirements(String qualification, CourseDesign design) {
            return served
                    .computeIfAbsent(
                            design,
                            one -> qualifications.by(PublishedCourses.onOffer(asIfOffered(one))))
                    .stream()
                    .filter(one -> one.path().equals(qualification))
                    .flatMap(one -> one.requirements().stream())
                    .map(QualificationsServed.Place::title)
                    .toList();
        }

        /** The course as it will stand in the catalogue once it is approved as it is. */
        private OfferStore.Offer asIfOffered(CourseDesign design) {
            return new OfferStore.Offer(
                    own.slug(),
                    own.name(),
                    own.place(),
                    new CourseVersion(
                            NOBODY, 1, own.id(), own.country(), NOBODY, Instant.EPOCH, design));
        }

        @Override
        public String path(String code) {
            return "/catalogue/" + own.slug() + "/" + code;
        }

        @Override
        public Optional<Known> course(String path) {
            var parts = path.split("/", -1);
            return parts.length == 4 && path.startsWith("/catalogue/")
                    ? offers.newest(parts[2], parts[3]).map(Surroundings::known)
                    : Optional.empty();
        }

        @Override
        public ReportedRuns reported(String code) {
            return hours.of(acting, code);
        }
    }

    private static final UUID NOBODY = new UUID(0, 0);

    private static Neighbours.Known known(CourseDesign design) {
        return new Neighbours.Known(
                design.title().authoritative(),
                design.plan().choices().before().stream()
                        .filter(CoursePlan.Before::needed)
                        .map(CoursePlan.Before::course)
                        .toList());
    }
}
