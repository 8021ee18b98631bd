package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The institution's pages of reported hours: those of a version, and the rule for all courses. */
@Controller
class RunHoursPages {

    private final HoursReports reports;
    private final HoursRules rules;

    RunHoursPages(HoursReports reports, HoursRules rules) {
        this.reports = reports;
        this.rules = rules;
    }

    @GetMapping("/courses/{course}/{number}/hours")
    Html hours(Page page, Acting acting, @PathVariable UUID course, @PathVariable int number) {
        return Html.ok(view(page, acting, course, number, "", List.of()));
    }

    @PostMapping("/courses/{course}/{number}/hours")
    Object load(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String run,
            @RequestParam Optional<MultipartFile> file,
            HttpServletRequest request)
            throws IOException {
        var bytes = file.isPresent() ? file.get().getBytes() : new byte[0];
        var version = reports.version(acting, course, number);
        return switch (reports.load(acting, version, run, bytes)) {
            case Decided.Refused<Integer>(var reasons) ->
                    Html.refused(view(page, acting, course, number, run, reasons));
            case Decided.Accepted<Integer>(var count) -> {
                PageFrames.notice(request, "%d reports are kept.".formatted(count));
                yield SeeOther.at("/courses/%s/%d/hours".formatted(course, number));
            }
        };
    }

    private JteModel view(
            Page page, Acting acting, UUID course, int number, String run, List<Refusal> refusals) {
        var version = reports.version(acting, course, number);
        return Html.PAGES.runHours(
                page.titled("Reported hours of " + version.design().title().authoritative()),
                version,
                reports.of(acting, course),
                reports.over(acting, version),
                run,
                refusals);
    }

    @GetMapping("/reviews/hours-rule")
    Html rule(Page page, Acting acting) {
        return Html.ok(
                rulePage(
                        page,
                        acting,
                        List.of(),
                        String.valueOf(rules.of(acting).rule().percent())));
    }

    @PostMapping("/reviews/hours-rule")
    Object set(
            Page page,
            Acting acting,
            @RequestParam(defaultValue = "") String percent,
            HttpServletRequest request) {
        var decided = rules.set(acting, percent);
        if (!decided.reasons().isEmpty()) {
            return Html.refused(rulePage(page, acting, decided.reasons(), percent));
        }
        PageFrames.notice(request, "The rule is set.");
        return SeeOther.at("/reviews/hours-rule");
    }

    private JteModel rulePage(Page page, Acting acting, List<Refusal> refusals, String percent) {
        return Html.PAGES.hoursRule(
                page.titled("Reported hours"),
                acting.organisation(),
                rules.of(acting),
                refusals,
                percent);
    }
}
