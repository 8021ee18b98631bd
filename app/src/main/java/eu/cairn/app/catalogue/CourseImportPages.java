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
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The designer's pages for bringing courses in: choose, map columns, look at every row, confirm.
 */
@Controller
class CourseImportPages {

    private final CourseImports imports;

    CourseImportPages(CourseImports imports) {
        this.imports = imports;
    }

    @GetMapping("/courses/import")
    Html choose(Page page, Acting acting) {
        return Html.ok(choosePage(page, List.of()));
    }

    @PostMapping("/courses/import")
    Object upload(Page page, Acting acting, @RequestParam Optional<MultipartFile> file)
            throws IOException {
        var name = file.flatMap(f -> Optional.ofNullable(f.getOriginalFilename())).orElse("");
        var bytes = file.isPresent() ? file.get().getBytes() : new byte[0];
        return switch (imports.upload(acting, name, bytes)) {
            case Decided.Refused<UUID>(var reasons) -> Html.refused(choosePage(page, reasons));
            case Decided.Accepted<UUID>(var id) -> SeeOther.at("/courses/import/" + id);
        };
    }

    @GetMapping("/courses/import/{file}")
    Html preview(Page page, Acting acting, @PathVariable UUID file) {
        return Html.ok(previewPage(page, acting, file, List.of()));
    }

    @PostMapping("/courses/import/{file}")
    Object act(
            Page page,
            Acting acting,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var preview = imports.preview(acting, file);
        if (!preview.header().isEmpty() && fields.containsKey("column-0")) {
            imports.map(
                    acting,
                    file,
                    IntStream.range(0, preview.header().size())
                            .mapToObj(i -> Optional.ofNullable(fields.getFirst("column-" + i)))
                            .map(code -> code.flatMap(CourseColumn::ofCode))
                            .toList());
        }
        if (!"confirm".equals(fields.getFirst("action"))) {
            return SeeOther.at("/courses/import/" + file);
        }
        return switch (imports.confirm(acting, file)) {
            case Decided.Refused<List<CourseImports.Imported>>(var reasons) ->
                    Html.refused(previewPage(page, acting, file, reasons));
            case Decided.Accepted<List<CourseImports.Imported>>(var made) -> {
                var already = made.stream().filter(CourseImports.Imported::already).count();
                PageFrames.notice(
                        request,
                        "%d drafts were begun, %d courses were imported before."
                                .formatted(made.size() - already, already));
                yield SeeOther.at("/courses");
            }
        };
    }

    private static JteModel choosePage(Page page, List<Refusal> refusals) {
        return Html.PAGES.courseImport(page.titled("Import courses"), refusals);
    }

    private JteModel previewPage(Page page, Acting acting, UUID file, List<Refusal> refusals) {
        var preview = imports.preview(acting, file);
        return Html.PAGES.courseImportFile(
                page.titled("Import " + preview.name()), preview, refusals);
    }
}
