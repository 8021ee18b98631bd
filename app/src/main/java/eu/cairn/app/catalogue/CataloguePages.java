package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Countries;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public catalogue: what is on offer, and every version that a credential may name. */
@Controller
class CataloguePages {

    private final OfferStore offers;
    private final CourseStore store;
    private final AccountStore accounts;
    private final PublicDecisions decisions;
    private final QualificationsServed qualifications;
    private final CourseStandings standings;

    CataloguePages(
            OfferStore offers,
            CourseStore store,
            AccountStore accounts,
            PublicDecisions decisions,
            QualificationsServed qualifications,
            CourseStandings standings) {
        this.offers = offers;
        this.store = store;
        this.accounts = accounts;
        this.decisions = decisions;
        this.qualifications = qualifications;
        this.standings = standings;
    }

    @GetMapping("/catalogue")
    Html list(Page page, @RequestParam(defaultValue = "") String q) {
        return Html.ok(Html.PAGES.catalogue(page.titled("Find courses"), matching(q), q));
    }

    @GetMapping("/catalogue/{organisation}/{code}")
    ResponseEntity<Void> newest(@PathVariable String organisation, @PathVariable String code) {
        int number = offers.newestPublished(organisation, code).orElseThrow(NotThere::new);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/catalogue/%s/%s/%d".formatted(organisation, code, number)))
                .build();
    }

    @GetMapping("/catalogue/{organisation}/{code}/{number}")
    Html course(
            Page page,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        var version = version(organisation, code, number);
        var by = accounts.organisation(version.organisation()).orElseThrow(NotThere::new);
        var offer = new OfferStore.Offer(by.slug(), by.name(), by.place(), version);
        return Html.ok(
                Html.PAGES.course(
                        page.titled(version.design().title().authoritative()),
                        by,
                        version,
                        store.state(version.course(), number).orElseThrow(),
                        decisions.on(version.course(), number),
                        standings.of(version),
                        store.history(version.course()),
                        "/api/v1/catalogue/%s/%s/%d".formatted(organisation, code, number),
                        qualifications.by(PublishedCourses.onOffer(offer))));
    }

    /** A version is public once it was approved, and stays so. */
    private CourseVersion version(String organisation, String code, int number) {
        var version = offers.version(organisation, code, number).orElseThrow(NotThere::new);
        var state = store.state(version.course(), number).orElseThrow();
        if (state == CourseState.DRAFT || state == CourseState.IN_REVIEW) {
            throw new NotThere();
        }
        return version;
    }

    private List<OfferStore.Offer> matching(String query) {
        var words = Arrays.stream(plain(query).split("\\s+")).filter(w -> !w.isEmpty()).toList();
        return offers.published().stream()
                .filter(offer -> words.stream().allMatch(text(offer)::contains))
                .toList();
    }

    private static String text(OfferStore.Offer offer) {
        var design = offer.design();
        return plain(
                String.join(
                        " ",
                        String.join(" ", design.title().byLanguage().values()),
                        design.code(),
                        offer.organisation(),
                        Countries.name(offer.version().country()),
                        design.field().label(),
                        design.field().code()));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
