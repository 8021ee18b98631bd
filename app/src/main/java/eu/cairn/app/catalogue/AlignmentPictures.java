package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import gg.jte.output.Utf8ByteOutput;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The alignment matrix of a course as a drawing (SVG), to show and to take along. */
@Controller
class AlignmentPictures {

    /** A drawing has its own style and needs nothing else, whoever opens it by itself. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private final OfferStore offers;
    private final CourseStore courses;

    AlignmentPictures(OfferStore offers, CourseStore courses) {
        this.offers = offers;
        this.courses = courses;
    }

    @GetMapping("/catalogue/{organisation}/{code}/{number}/alignment.svg")
    ResponseEntity<byte[]> published(
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean download) {
        var version =
                offers.version(organisation, code, number)
                        .filter(it -> courses.state(it.course(), number).orElseThrow().isPublic())
                        .orElseThrow(NotThere::new);
        return answer(AlignmentMatrix.of(version.design()), code + "-" + number, download);
    }

    @GetMapping("/courses/{course}/alignment.svg")
    ResponseEntity<byte[]> draft(
            Acting acting,
            @PathVariable UUID course,
            @RequestParam(defaultValue = "false") boolean download) {
        var draft = courses.draft(acting, course).orElseThrow(NotThere::new).draft();
        return answer(AlignmentMatrix.of(draft), "draft", download);
    }

    private static ResponseEntity<byte[]> answer(
            AlignmentMatrix matrix, String name, boolean download) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "image/svg+xml;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "%s; filename=\"alignment-%s.svg\""
                                .formatted(download ? "attachment" : "inline", name))
                .body(svg(matrix));
    }

    static byte[] svg(AlignmentMatrix matrix) {
        var output = new Utf8ByteOutput();
        Html.PAGES.alignmentPicture(AlignmentPicture.of(matrix)).render(output);
        return output.toByteArray();
    }
}
