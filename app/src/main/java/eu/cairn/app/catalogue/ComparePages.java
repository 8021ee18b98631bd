package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Versions of a course beside each other: for the institution, and what of it is public. */
@Controller
class ComparePages {

    private final CourseComparisons comparisons;
    private final ApprovalWays ways;

    ComparePages(CourseComparisons comparisons, ApprovalWays ways) {
        this.comparisons = comparisons;
        this.ways = ways;
    }

    @GetMapping("/courses/{course}/compare")
    Html compare(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to) {
        return Html.ok(
                Html.PAGES.compareVersions(
                        page.titled("Compare versions"),
                        acting.role(),
                        comparisons.compare(acting, course, from, to),
                        ways.rules()));
    }

    @GetMapping("/catalogue/{organisation}/{code}/{number}/changes")
    Html changes(
            Page page,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        return Html.ok(
                Html.PAGES.courseChanges(
                        page.titled("Changes of " + code),
                        "/catalogue/%s/%s/".formatted(organisation, code),
                        comparisons.published(organisation, code, number)));
    }
}
