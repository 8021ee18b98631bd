package eu.cairn.app.catalogue;

import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.formats.catalogue.CourseFormat;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The specification of a course to take along: each format with what becomes of it there. */
@Controller
class CourseFormatPages {

    private final CourseSpecifications specifications;

    CourseFormatPages(CourseSpecifications specifications) {
        this.specifications = specifications;
    }

    @GetMapping("/catalogue/{organisation}/{code}/{number}/formats")
    Html formats(
            Page page,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        return formatsPage(page, organisation, code, number, List.of());
    }

    @GetMapping("/catalogue/{organisation}/{code}/{number}/as/{format}")
    Object as(
            Page page,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number,
            @PathVariable String format) {
        var as = CourseFormat.ofCode(format).orElseThrow(NotThere::new);
        var course = specifications.of(organisation, code, number, page.person());
        return switch (as.write(course)) {
            case Decided.Accepted<byte[]>(var bytes) -> CourseFile.of(as, course, bytes);
            case Decided.Refused<byte[]>(var reasons) ->
                    Html.refused(formatsPage(page, organisation, code, number, reasons).template());
        };
    }

    private Html formatsPage(
            Page page, String organisation, String code, int number, List<Refusal> refusals) {
        var course = specifications.of(organisation, code, number, page.person());
        return Html.ok(
                Html.PAGES.courseFormats(
                        page.titled("Formats of " + course.design().title().authoritative()),
                        course,
                        "/catalogue/%s/%s/%d".formatted(organisation, code, number),
                        CourseFormat.all().stream()
                                .map(format -> CourseLoss.Report.of(format, course))
                                .toList(),
                        refusals));
    }
}
