package eu.cairn.app.stacking;

import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The published qualifications and their rules, for everybody. */
@Controller
class QualificationPages {

    private final Qualifications qualifications;

    QualificationPages(Qualifications qualifications) {
        this.qualifications = qualifications;
    }

    @GetMapping("/qualifications")
    Html list(Page page) {
        return Html.ok(
                Html.PAGES.qualifications(
                        page.titled("Qualifications"), qualifications.applying()));
    }

    @GetMapping("/qualifications/{rulebook}")
    Html newest(Page page, @PathVariable String rulebook) {
        return show(page, qualifications.newest(rulebook).orElseThrow(NotThere::new));
    }

    @GetMapping("/qualifications/{rulebook}/{version}")
    Html version(Page page, @PathVariable String rulebook, @PathVariable String version) {
        return show(page, qualifications.version(rulebook, version).orElseThrow(NotThere::new));
    }

    private Html show(Page page, PublishedRulebook rulebook) {
        return Html.ok(
                Html.PAGES.qualification(
                        page.titled(rulebook.title()), qualifications.view(rulebook)));
    }
}
