package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Courses brought in from files, for machines. */
@RestController
@Tag(name = "Courses")
class CourseImportApi {

    private static final String FILES =
            """
            A YAML list of published courses, a table (`text/csv`), courses of the Open Education \
            API (`application/json`) or learning opportunities of the European Learning Model \
            (`application/ld+json`). `columns` says what the columns of a table are about, by their \
            place, with commas between, such as `title,,credits`; without it they are guessed by \
            their headers. Each course of a file is begun once, however often the file is sent; a \
            file that was changed is another file, and its courses are begun again. `codeTaken` \
            says that another course of yours has the code already.""";

    private final CourseImports imports;

    CourseImportApi(CourseImports imports) {
        this.imports = imports;
    }

    @PostMapping(
            value = "/api/v1/courses/import",
            consumes = {"application/yaml", "application/json", "application/ld+json", "text/csv"})
    @Operation(
            summary = "Begin a draft for each course of a file, gaps left as gaps; once each",
            description = FILES)
    ResponseEntity<Object> importAll(
            Acting acting,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
            @RequestParam(defaultValue = "") String columns,
            @RequestBody byte[] file) {
        return switch (imports.begin(
                acting, CourseImport.Kind.ofType(type), file, CourseImports.columns(columns))) {
            case Decided.Refused<List<CourseImports.Imported>>(var reasons) ->
                    Problems.refused(reasons);
            case Decided.Accepted<List<CourseImports.Imported>>(var made) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(made);
        };
    }

    @PostMapping(
            value = "/api/v1/courses/import/preview",
            consumes = {"application/yaml", "application/json", "application/ld+json", "text/csv"})
    @Operation(
            summary = "What each course of a file would lack, with nothing begun",
            description = FILES)
    ResponseEntity<Object> preview(
            Acting acting,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
            @RequestParam(defaultValue = "") String columns,
            @RequestBody byte[] file) {
        return switch (imports.read(
                acting, CourseImport.Kind.ofType(type), file, CourseImports.columns(columns))) {
            case Decided.Refused<CourseImport>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<CourseImport>(var read) ->
                    ResponseEntity.ok(
                            CourseImportJson.of(read, Optional.of(imports.codes(acting))));
        };
    }
}
