package eu.cairn.app.catalogue;

import eu.cairn.app.account.Person;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.Problems;
import eu.cairn.formats.catalogue.CourseFormat;
import eu.cairn.formats.catalogue.ElmCourse;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Specifications and registers of courses for machines. */
@RestController
@Tag(name = "Courses")
class CourseFormatApi {

    private static final String VERSION = "/api/v1/catalogue/{organisation}/{code}/{number}";

    private final CourseSpecifications specifications;

    CourseFormatApi(CourseSpecifications specifications) {
        this.specifications = specifications;
    }

    @GetMapping(VERSION + "/formats")
    @Operation(summary = "The formats of a course specification, and what each loses")
    List<CourseLoss.Report> formats(
            @Parameter(hidden = true) Page page,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        var course = specifications.of(organisation, code, number, page.person());
        return CourseFormat.all().stream()
                .map(format -> CourseLoss.Report.of(format, course))
                .toList();
    }

    @GetMapping(VERSION + "/as/{format}")
    @Operation(
            summary = "The specification of a course version in a format",
            description = "Formats: `elm`, `ooapi`, `html`, `pdf`.")
    ResponseEntity<?> as(
            @Parameter(hidden = true) Page page,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number,
            @PathVariable String format) {
        return written(
                CourseFormat.ofCode(format).orElseThrow(NotThere::new),
                organisation,
                code,
                number,
                page.person());
    }

    @GetMapping(
            value = VERSION,
            produces = {"application/ld+json", "application/pdf", "text/html"})
    @Operation(summary = "The same version as `Accept` asks for it: JSON-LD, PDF or HTML")
    ResponseEntity<?> negotiated(
            @Parameter(hidden = true) Page page,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number,
            HttpServletRequest request) {
        var accepted =
                MediaType.parseMediaTypes(Collections.list(request.getHeaders("Accept"))).stream()
                        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
        var format =
                accepted.flatMap(
                                type ->
                                        CourseFormat.all().stream()
                                                .filter(
                                                        one ->
                                                                type.includes(
                                                                        MediaType.parseMediaType(
                                                                                one.mediaType()))))
                        .findFirst()
                        .orElseThrow(NotThere::new);
        return written(format, organisation, code, number, page.person());
    }

    @GetMapping("/api/v1/registers/{organisation}/courses")
    @Operation(
            summary = "The courses of an institution as a register lists them",
            description =
                    "With `all=true`, whoever acts for the institution also gets what is not on"
                            + " offer any more.")
    List<CourseRegister.Listed> register(
            @Parameter(hidden = true) Page page,
            @PathVariable String organisation,
            @RequestParam(defaultValue = "false") boolean all) {
        return CourseRegister.entries(specifications.register(organisation, all, page.person()));
    }

    @GetMapping("/api/v1/registers/{organisation}/courses.csv")
    @Operation(summary = "The same as a table (CSV, UTF-8)")
    ResponseEntity<byte[]> csv(
            @Parameter(hidden = true) Page page,
            @PathVariable String organisation,
            @RequestParam(defaultValue = "false") boolean all) {
        return CourseFile.of(
                RegisterPages.CSV,
                organisation + "-courses.csv",
                CourseRegister.csv(specifications.register(organisation, all, page.person()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/v1/registers/{organisation}/courses.jsonld")
    @Operation(summary = "The same in the European Learning Model (JSON-LD)")
    ResponseEntity<byte[]> elm(
            @Parameter(hidden = true) Page page,
            @PathVariable String organisation,
            @RequestParam(defaultValue = "false") boolean all) {
        return CourseFile.of(
                new ElmCourse().mediaType(),
                organisation + "-courses.jsonld",
                ElmCourse.write(specifications.register(organisation, all, page.person())));
    }

    private ResponseEntity<?> written(
            CourseFormat format,
            String organisation,
            String code,
            int number,
            Optional<Person> asking) {
        var course = specifications.of(organisation, code, number, asking);
        return switch (format.write(course)) {
            case Decided.Accepted<byte[]>(var bytes) -> CourseFile.of(format, course, bytes);
            case Decided.Refused<byte[]>(var reasons) -> Problems.refused(reasons);
        };
    }
}
