package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.app.credential.StacksAhead;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public catalogue: what is on offer, and every version that a credential may name. */
@Controller
class CataloguePages {

    private final CatalogueSearch search;
    private final OfferStore offers;
    private final CourseStore store;
    private final AccountStore accounts;
    private final PublicDecisions decisions;
    private final QualificationsServed qualifications;
    private final CourseStandings standings;
    private final RunStore runs;
    private final StacksAhead ahead;
    private final Comparison comparison;
    private final CourseMarkup markup;
    private final HoursReports hours;
    private final Clock clock;

    CataloguePages(
            CatalogueSearch search,
            OfferStore offers,
            CourseStore store,
            AccountStore accounts,
            PublicDecisions decisions,
            QualificationsServed qualifications,
            CourseStandings standings,
            RunStore runs,
            StacksAhead ahead,
            Comparison comparison,
            CourseMarkup markup,
            HoursReports hours,
            Clock clock) {
        this.search = search;
        this.offers = offers;
        this.store = store;
        this.accounts = accounts;
        this.decisions = decisions;
        this.qualifications = qualifications;
        this.standings = standings;
        this.runs = runs;
        this.ahead = ahead;
        this.comparison = comparison;
        this.markup = markup;
        this.hours = hours;
        this.clock = clock;
    }

    @GetMapping("/catalogue")
    Html list(Page page, @RequestParam MultiValueMap<String, String> asked) {
        var view = CatalogueView.of(search.find(CatalogueRequest.of(asked)));
        return Html.ok(Html.PAGES.catalogue(page.titled("Find courses"), view));
    }

    @GetMapping("/catalogue/compare")
    Html compare(Page page, @RequestParam(defaultValue = "") List<String> course) {
        var table = comparison.of(course, page.person());
        var shown = Html.PAGES.compare(page.titled("Compare courses"), table);
        return table.refusals().isEmpty() ? Html.ok(shown) : Html.refused(shown);
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
        var onOffer = PublishedCourses.onOffer(offer);
        var state = store.state(version.course(), number).orElseThrow();
        var today = LocalDate.now(clock.withZone(by.zone()));
        var shown = state == CourseState.PUBLISHED ? runs.shown(version, today) : ShownRuns.NONE;
        return Html.ok(
                Html.PAGES.course(
                        page.titled(version.design().title().authoritative()),
                        by,
                        version,
                        state,
                        decisions.on(version.course(), number),
                        standings.of(version),
                        store.history(version.course()),
                        "/api/v1/catalogue/%s/%s/%d".formatted(organisation, code, number),
                        shown,
                        today,
                        qualifications.by(onOffer),
                        page.person()
                                .filter(it -> state == CourseState.PUBLISHED)
                                .map(it -> ahead.ifPassed(it, onOffer))
                                .orElse(List.of()),
                        markup.of(version, by, shown.coming()),
                        page.person().flatMap(it -> hours.own(it, version)).isPresent()));
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
}
