package eu.cairn.app.catalogue;

import eu.cairn.app.credential.CoursesOnOffer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of the published courses by what their credentials would state. */
@Component
class PublishedCourses implements CoursesOnOffer {

    private final OfferStore offers;

    PublishedCourses(OfferStore offers) {
        this.offers = offers;
    }

    @Override
    public List<OnOffer> published() {
        return offers.published().stream().map(PublishedCourses::onOffer).toList();
    }

    /** A version by what its credentials would state. */
    static OnOffer onOffer(OfferStore.Offer offer) {
        var design = offer.design();
        return new OnOffer(
                offer.path(),
                offer.slug(),
                offer.organisation(),
                offer.version().country(),
                design.code(),
                design.title(),
                design.credits(),
                design.level(),
                design.field(),
                design.participation(),
                design.language(),
                design.hours(),
                design.prerequisites(),
                design.firstRun().map(run -> new Run(run.from(), run.to())));
    }
}
