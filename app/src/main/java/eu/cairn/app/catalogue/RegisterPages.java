package eu.cairn.app.catalogue;

import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.formats.catalogue.ElmCourse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of an institution's courses, to look at and to take along. */
@Controller
class RegisterPages {

    static final String CSV = "text/csv;charset=UTF-8";

    private final CourseSpecifications specifications;

    RegisterPages(CourseSpecifications specifications) {
        this.specifications = specifications;
    }

    @GetMapping("/registers/{organisation}")
    Html register(
            Page page,
            @PathVariable String organisation,
            @RequestParam(defaultValue = "false") boolean all) {
        var by = specifications.organisation(organisation);
        return Html.ok(
                Html.PAGES.register(
                        page.titled("Register of courses of " + by.name()),
                        by,
                        CourseRegister.entries(
                                specifications.register(organisation, all, page.person())),
                        all,
                        CourseSpecifications.actsFor(page.person(), organisation)));
    }

    @GetMapping("/registers/{organisation}/courses.csv")
    ResponseEntity<byte[]> csv(
            Page page,
            @PathVariable String organisation,
            @RequestParam(defaultValue = "false") boolean all) {
        return CourseFile.of(
                CSV,
                organisation + "-courses.csv",
                CourseRegister.csv(specifications.register(organisation, all, page.person()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/registers/{organisation}/courses.jsonld")
    ResponseEntity<byte[]> elm(
            Page page,
            @PathVariable String organisation,
            @RequestParam(defaultValue = "false") boolean all) {
        return CourseFile.of(
                new ElmCourse().mediaType(),
                organisation + "-courses.jsonld",
                ElmCourse.write(specifications.register(organisation, all, page.person())));
    }
}
