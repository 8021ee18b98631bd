package eu.cairn.app.verification;

import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.Problems;
import eu.cairn.app.web.Reader;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Many credentials verified in one go, on a page and for machines; nothing of them is kept. */
@Controller
@Tag(name = "Verification")
class BatchVerificationPages {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 2;

    private final BatchVerification verification;
    private final Semaphore places = new Semaphore(AT_ONCE);

    BatchVerificationPages(BatchVerification verification) {
        this.verification = verification;
    }

    @GetMapping("/verify/batch")
    Html form(Page page) {
        return Html.ok(Html.PAGES.verifyBatch(titled(page), List.of(), Optional.empty())).in(page);
    }

    @PostMapping("/verify/batch")
    Html verify(Page page, @RequestParam Optional<MultipartFile> file) throws IOException {
        var bytes = file.isPresent() ? file.get().getBytes() : new byte[0];
        var name = file.map(MultipartFile::getOriginalFilename).orElse("");
        return switch (report(bytes, name == null ? "" : name, page.language())) {
            case Decided.Accepted<BatchReport>(var report) ->
                    Html.ok(
                                    Html.PAGES.verifyBatch(
                                            page.titled(
                                                    PageWords.in(page.language())
                                                            .text("batch.found")),
                                            List.of(),
                                            Optional.of(report)))
                            .in(page);
            case Decided.Refused<BatchReport> refused ->
                    Html.refused(
                                    Html.PAGES.verifyBatch(
                                            titled(page), refused.reasons(), Optional.empty()))
                            .in(page);
        };
    }

    @PostMapping(
            value = "/api/v1/verifications/batch",
            consumes = MediaType.ALL_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Which of these documents are genuine? The body is a ZIP archive of documents,"
                            + " or a CSV table with a link, code or token in each row",
            security = {})
    ResponseEntity<Object> verify(
            InputStream body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @Parameter(hidden = true) Reader reader)
            throws IOException {
        if (EncodedBody.isSentWith(headers)) {
            return EncodedBody.refused();
        }
        return switch (report(
                body.readNBytes(Batch.MAX_BYTES + 1), "document", reader.language())) {
            case Decided.Accepted<BatchReport>(var report) ->
                    reader.ok().contentType(MediaType.APPLICATION_JSON).body(report.json());
            case Decided.Refused<BatchReport> refused ->
                    switch (refused.reasons().getFirst().code()) {
                        case "verification.batch-busy" ->
                                Problems.answer(HttpStatus.SERVICE_UNAVAILABLE, refused.reasons());
                        case "request.too-large" ->
                                Problems.answer(HttpStatus.CONTENT_TOO_LARGE, refused.reasons());
                        default -> Problems.refused(refused.reasons());
                    };
        };
    }

    private static Page titled(Page page) {
        return page.titled(PageWords.in(page.language()).text("batch.title"));
    }

    private Decided<BatchReport> report(byte[] file, String name, Locale language) {
        if (!places.tryAcquire()) {
            return Decided.refused(Refusal.of("verification.batch-busy", "file"));
        }
        try {
            return Batch.read(file, name)
                    .map(batch -> new BatchReport(verification.verify(batch, PATIENCE), language));
        } finally {
            places.release();
        }
    }
}
