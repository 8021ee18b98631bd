package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.Price;
import eu.cairn.catalogue.RunDraft;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The institution's page of the runs of one course version. */
@Controller
class RunPages {

    private final Runs runs;
    private final CourseStore courses;
    private final Clock clock;

    RunPages(Runs runs, CourseStore courses, Clock clock) {
        this.runs = runs;
        this.courses = courses;
        this.clock = clock;
    }

    @GetMapping("/courses/{course}/{number}/runs")
    Html list(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String change) {
        var found = runs.list(acting, course, number);
        var chosen =
                found.stream()
                        .filter(one -> one.id().toString().equals(change))
                        .filter(one -> one.cancelled().isEmpty())
                        .findFirst();
        return Html.ok(
                view(
                        page,
                        acting,
                        course,
                        number,
                        new RunForm(
                                chosen.map(AnnouncedRun::id),
                                chosen.map(AnnouncedRun::revision).orElse(0),
                                chosen.map(one -> typed(one.run()))
                                        .orElseGet(() -> first(acting, course, number, found))),
                        List.of()));
    }

    @PostMapping("/courses/{course}/{number}/runs")
    Object add(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var form = new RunForm(Optional.empty(), 0, draft(fields));
        return answer(
                page,
                acting,
                course,
                number,
                form,
                runs.add(acting, course, number, form.draft()),
                request,
                "The run is announced");
    }

    @PostMapping("/courses/{course}/{number}/runs/{run}")
    Object change(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @PathVariable UUID run,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var revision = first(fields, "revision");
        var form =
                new RunForm(
                        Optional.of(run),
                        revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : -1,
                        draft(fields));
        return answer(
                page,
                acting,
                course,
                number,
                form,
                runs.change(acting, course, number, run, form.revision(), form.draft()),
                request,
                "The run is changed");
    }

    @PostMapping("/courses/{course}/{number}/runs/{run}/cancellation")
    Object cancel(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @PathVariable UUID run,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return answer(
                page,
                acting,
                course,
                number,
                new RunForm(
                        Optional.empty(),
                        0,
                        RunDraft.empty(),
                        Optional.of(new RunForm.CallingOff(run, reason))),
                runs.cancel(acting, course, number, run, reason),
                request,
                "The run is called off");
    }

    private Object answer(
            Page page,
            Acting acting,
            UUID course,
            int number,
            RunForm form,
            Decided<AnnouncedRun> decided,
            HttpServletRequest request,
            String done) {
        return switch (decided) {
            case Decided.Refused<AnnouncedRun> refused ->
                    Html.refused(view(page, acting, course, number, form, refused.reasons()));
            case Decided.Accepted<AnnouncedRun> accepted -> {
                PageFrames.notice(request, done);
                yield SeeOther.at("/courses/%s/%d/runs".formatted(course, number));
            }
        };
    }

    private JteModel view(
            Page page,
            Acting acting,
            UUID course,
            int number,
            RunForm form,
            List<Refusal> refusals) {
        var version = runs.version(acting, course, number);
        return Html.PAGES.runs(
                page.titled("Runs of " + version.design().title().authoritative()),
                acting.organisation(),
                version,
                courses.state(course, number).orElseThrow(NotThere::new),
                runs.list(acting, course, number),
                form,
                refusals,
                acting.today(clock));
    }

    /** A new run is most often like the last one; the first of all is the one of the design. */
    private RunDraft first(Acting acting, UUID course, int number, List<AnnouncedRun> found) {
        if (!found.isEmpty()) {
            var last = typed(found.getLast().run());
            return new RunDraft(
                    "",
                    "",
                    "",
                    last.places(),
                    last.where(),
                    last.price(),
                    last.currency(),
                    last.funding(),
                    last.refunds());
        }
        var empty = RunDraft.empty();
        return runs.version(acting, course, number)
                .design()
                .firstRun()
                .filter(run -> !run.to().isBefore(acting.today(clock)))
                .map(run -> typed(CourseRun.of(run)))
                .orElse(empty);
    }

    private static RunDraft typed(CourseRun run) {
        return new RunDraft(
                run.from().toString(),
                run.to().toString(),
                run.applyBy().map(LocalDate::toString).orElse(""),
                run.places().map(String::valueOf).orElse(""),
                run.where().orElse(""),
                run.price()
                        .map(price -> price.amount().stripTrailingZeros().toPlainString())
                        .orElse(""),
                run.price().map(Price::currency).orElse("EUR"),
                run.funding().orElse(""),
                run.refunds().orElse(""));
    }

    private static RunDraft draft(MultiValueMap<String, String> fields) {
        return new RunDraft(
                first(fields, "startsOn"),
                first(fields, "endsOn"),
                first(fields, "applyBy"),
                first(fields, "places"),
                first(fields, "where"),
                first(fields, "price"),
                first(fields, "currency"),
                first(fields, "funding"),
                first(fields, "refunds"));
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
