package eu.cairn.app.catalogue;

import eu.cairn.app.catalogue.CatalogueEntryStore.Version;
import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseRun;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells of the published courses by what their credentials would state. */
@Component
class PublishedCourses implements CoursesOnOffer {

    private final OfferStore offers;
    private final RunStore runs;
    private final Clock clock;

    PublishedCourses(OfferStore offers, RunStore runs, Clock clock) {
        this.offers = offers;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public List<OnOffer> published() {
        var day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var next = runs.next(day);
        return offers.published().stream()
                .map(
                        offer -> {
                            var version = offer.version();
                            var announced =
                                    next.get(new Version(version.course(), version.number()));
                            return onOffer(
                                    offer,
                                    announced == null ? named(version.design(), day) : announced);
                        })
                .toList();
    }

    /** A version by what its credentials would state, which does not hang on its runs. */
    static OnOffer onOffer(OfferStore.Offer offer) {
        return onOffer(offer, Optional.empty());
    }

    /** The run of a design of which none was announced. */
    private static Optional<Run> named(CourseDesign design, LocalDate day) {
        return design.firstRun()
                .map(CourseRun::of)
                .filter(run -> run.isOpenOn(day))
                .map(run -> new Run(run.from(), run.to()));
    }

    private static OnOffer onOffer(OfferStore.Offer offer, Optional<Run> next) {
        var design = offer.design();
        return new OnOffer(
                offer.path(),
                offer.slug(),
                offer.organisation(),
                offer.version().country(),
                design.code(),
                offer.version().number(),
                design.title(),
                design.credits(),
                design.level(),
                design.field(),
                design.participation(),
                design.language(),
                design.hours(),
                design.prerequisites(),
                next);
    }
}
