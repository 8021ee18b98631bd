package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.Problems;
import eu.cairn.app.web.SeeOther;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.ReportedHours;
import eu.cairn.catalogue.TimeKind;
import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where a learner says how many hours a course took, for people and for machines. */
@Controller
@Tag(name = "Portfolio")
class ReportedHoursPages {

    private static final String HERE = "/catalogue/{organisation}/{code}/{number}/hours";

    private final HoursReports reports;
    private final OfferStore offers;
    private final CourseStore courses;
    private final AccountStore accounts;

    ReportedHoursPages(
            HoursReports reports, OfferStore offers, CourseStore courses, AccountStore accounts) {
        this.reports = reports;
        this.offers = offers;
        this.courses = courses;
        this.accounts = accounts;
    }

    /**
     * What a learner reports, each a number of hours as typed.
     *
     * @param run which of the runs that you were in; may be left out where there is one or none
     * @param contact of the hours, those with a teacher
     * @param guided of the hours, those along a teacher’s guidance
     * @param independent of the hours, those by yourself
     */
    record Report(
            Optional<String> run,
            String hours,
            Optional<String> contact,
            Optional<String> guided,
            Optional<String> independent) {

        ReportedHours.Typed typed() {
            return new ReportedHours.Typed(
                    hours, contact.orElse(""), guided.orElse(""), independent.orElse(""));
        }
    }

    /** A run that hours can be reported of. */
    record Run(UUID id, String from, String to) {}

    /**
     * What you can report, and what you did.
     *
     * @param runs those that you can have been in; empty where none was announced
     */
    record Answer(List<Run> runs, Optional<Kept> reported) {}

    /** What you reported. */
    record Kept(
            Optional<UUID> run,
            LearningHours hours,
            Optional<LearningHours> contact,
            Optional<LearningHours> guided,
            Optional<LearningHours> independent) {

        static Kept of(HoursReports.Kept kept) {
            return new Kept(
                    kept.run(),
                    kept.hours().total(),
                    of(kept, TimeKind.CONTACT),
                    of(kept, TimeKind.GUIDED),
                    of(kept, TimeKind.INDEPENDENT));
        }

        private static Optional<LearningHours> of(HoursReports.Kept kept, TimeKind kind) {
            return Optional.ofNullable(kept.hours().ofKinds().get(kind));
        }
    }

    @GetMapping(HERE)
    Html show(
            Page page,
            Person person,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        var version = version(organisation, code, number);
        var own = reports.own(person, version);
        var kept = own.flatMap(HoursReports.Own::kept).map(Kept::of);
        var typed =
                new ReportedHours.Typed(
                        kept.map(it -> it.hours().toString()).orElse(""),
                        text(kept.flatMap(Kept::contact)),
                        text(kept.flatMap(Kept::guided)),
                        text(kept.flatMap(Kept::independent)));
        var run = kept.flatMap(Kept::run).map(UUID::toString).orElse("");
        return Html.ok(view(page, person, version, run, typed, List.of()));
    }

    @PostMapping(HERE)
    Object report(
            Page page,
            Person person,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String guided,
            @RequestParam(defaultValue = "") String independent,
            HttpServletRequest request) {
        var version = version(organisation, code, number);
        var typed = new ReportedHours.Typed(hours, contact, guided, independent);
        return switch (reports.report(person, version, run, typed)) {
            case Decided.Refused<HoursReports.Kept>(var reasons) ->
                    Html.refused(view(page, person, version, run, typed, reasons));
            case Decided.Accepted<HoursReports.Kept> kept -> {
                PageFrames.notice(request, "Your hours are kept. You can change them here.");
                yield SeeOther.at(
                        "/catalogue/%s/%s/%d/hours".formatted(organisation, code, number));
            }
        };
    }

    @GetMapping("/api/v1" + HERE)
    @Operation(
            summary = "What you can report of the hours that a course took you, and what you did")
    @ResponseBody
    ResponseEntity<Object> own(
            Person person,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        return answer(person, version(organisation, code, number));
    }

    @PutMapping("/api/v1" + HERE)
    @Operation(
            summary = "Report how many hours a course took you, once; again to change it",
            description =
                    """
                    For whoever has a credential of the version, or was admitted to a run of it \
                    that is over. `contact`, `guided` and `independent` are parts of `hours` and \
                    may be left out. Nobody else sees a report: only from five on are their median \
                    and middle half shown.""")
    @ResponseBody
    ResponseEntity<Object> report(
            Person person,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number,
            @RequestBody Report wanted) {
        var version = version(organisation, code, number);
        return switch (reports.report(person, version, wanted.run().orElse(""), wanted.typed())) {
            case Decided.Refused<HoursReports.Kept>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<HoursReports.Kept> kept -> answer(person, version);
        };
    }

    private ResponseEntity<Object> answer(Person person, CourseVersion version) {
        return reports.own(person, version)
                .map(
                        own ->
                                new Answer(
                                        own.runs().stream()
                                                .map(
                                                        it ->
                                                                new Run(
                                                                        it.id(),
                                                                        it.run().from().toString(),
                                                                        it.run().to().toString()))
                                                .toList(),
                                        own.kept().map(Kept::of)))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Problems.refused(List.of(notTaken())));
    }

    private static Refusal notTaken() {
        return Refusal.of("catalogue.reported-not-taken", "course");
    }

    private JteModel view(
            Page page,
            Person person,
            CourseVersion version,
            String run,
            ReportedHours.Typed typed,
            List<Refusal> refusals) {
        var own = reports.own(person, version);
        return Html.PAGES.reportHours(
                page.titled("Hours of " + version.design().title().authoritative()),
                accounts.organisation(version.organisation()).orElseThrow(NotThere::new),
                version,
                own,
                run,
                typed,
                own.isEmpty() && refusals.isEmpty() ? List.of(notTaken()) : refusals);
    }

    private static String text(Optional<LearningHours> hours) {
        return hours.map(LearningHours::toString).orElse("");
    }

    private CourseVersion version(String organisation, String code, int number) {
        return offers.version(organisation, code, number)
                .filter(
                        it ->
                                courses.state(it.course(), it.number())
                                        .filter(state -> state.isPublic())
                                        .isPresent())
                .orElseThrow(NotThere::new);
    }
}
