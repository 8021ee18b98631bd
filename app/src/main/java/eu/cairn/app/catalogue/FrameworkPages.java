package eu.cairn.app.catalogue;

import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Qualifications frameworks and their levels, for everybody to read. */
@Controller
class FrameworkPages {

    private final OfferStore offers;
    private final NationalTypeRegister types;
    private final Clock clock;

    FrameworkPages(OfferStore offers, NationalTypeRegister types, Clock clock) {
        this.offers = offers;
        this.types = types;
        this.clock = clock;
    }

    @GetMapping("/frameworks")
    Html overview(Page page) {
        return Html.ok(
                Html.PAGES.frameworks(
                        page.titled("Levels and frameworks"), FrameworkView.overview(today())));
    }

    @GetMapping("/frameworks/{country}")
    Html national(Page page, @PathVariable String country) {
        var known = FrameworkView.country(country);
        var view =
                FrameworkView.national(known, offers.offeredOrAwarded(), types.in(known), today());
        return Html.ok(
                Html.PAGES.frameworkNational(
                        page.titled("Levels: " + view.country().name()), view));
    }

    @GetMapping("/frameworks/eqf/{level}")
    Html european(Page page, @PathVariable int level) {
        return Html.ok(
                Html.PAGES.frameworkEuropean(
                        page.titled("EQF " + level),
                        FrameworkView.european(level, offers.offeredOrAwarded(), today())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
