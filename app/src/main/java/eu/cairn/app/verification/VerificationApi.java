package eu.cairn.app.verification;

import eu.cairn.app.credential.StatusLists;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.app.web.Reader;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verification for machines, and what is needed to verify elsewhere. */
@RestController
@Tag(name = "Verification")
class VerificationApi {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationApi.class);

    private final Verifications verifications;
    private final Submissions submissions;
    private final KnownIssuers issuers;
    private final StatusLists lists;
    private final IssuerIdentity identity;
    private final Reports reports;
    private final VerifierKey key;

    VerificationApi(
            Verifications verifications,
            Submissions submissions,
            KnownIssuers issuers,
            StatusLists lists,
            IssuerIdentity identity,
            Reports reports,
            VerifierKey key) {
        this.verifications = verifications;
        this.submissions = submissions;
        this.issuers = issuers;
        this.lists = lists;
        this.identity = identity;
        this.reports = reports;
        this.key = key;
    }

    @PostMapping(
            value = "/api/v1/verifications",
            consumes = MediaType.ALL_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Is this document genuine? The body is the document, a picture of its QR code,"
                            + " or a link to it",
            security = {})
    ResponseEntity<Object> verify(
            InputStream body,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @Parameter(hidden = true) Reader reader)
            throws IOException {
        if (EncodedBody.isSentWith(headers)) {
            return EncodedBody.refused();
        }
        return switch (sent(body)) {
            case Submission.Document document -> verified(document.bytes(), reader);
            case Submission.Own(var credential) -> verified(credential.signed(), reader);
            case Submission.None(var reason) -> Problems.refused(List.of(reason));
        };
    }

    /** Where a document is too large, the verdict says so. */
    private Submission sent(InputStream body) throws IOException {
        var sent = body.readNBytes(Verifier.MAX_BYTES + 1);
        return sent.length > Verifier.MAX_BYTES
                ? new Submission.Document(sent)
                : submissions.of(sent);
    }

    private ResponseEntity<Object> verified(byte[] document, Reader reader) {
        return reader.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        VerdictWords.in(reader.language())
                                .json(verifications.answer(document))
                                .getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(value = "/api/v1/verifications/report", consumes = MediaType.ALL_VALUE)
    @Operation(
            summary =
                    "The signed report on this document, as JSON in a token or as PDF. The body is"
                            + " the document, a picture of its QR code, or a link to it",
            security = {})
    ResponseEntity<?> report(
            InputStream body,
            @Parameter(description = "jwt or pdf") @RequestParam(defaultValue = "jwt") String as,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @Parameter(hidden = true) Reader reader)
            throws IOException {
        if (EncodedBody.isSentWith(headers)) {
            return EncodedBody.refused();
        }
        var form = ReportForm.ofCode(as).orElseThrow(NotThere::new);
        return switch (sent(body)) {
            case Submission.Document document -> report(document.bytes(), form, reader);
            case Submission.Own(var credential) -> report(credential.signed(), form, reader);
            case Submission.None(var reason) -> Problems.refused(List.of(reason));
        };
    }

    private ResponseEntity<byte[]> report(byte[] document, ReportForm form, Reader reader) {
        return form.answer(
                reports,
                Reports.Subject.of(verifications, document, issuers.name(), reader.language()),
                "verification-report");
    }

    /** Who signs the reports of this installation. */
    record ReportSigner(String id) {}

    @GetMapping("/api/v1/verifications/signer")
    @Operation(
            summary = "The identifier of the key that signs the reports of this installation",
            security = {})
    ReportSigner signer() {
        return new ReportSigner(key.signer().controller());
    }

    /** The awarding bodies known here, for those who verify elsewhere. */
    @GetMapping(value = "/trust.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String trust() {
        return issuers.file();
    }

    /** The document of the identifier of the host, where one organisation is alone on it. */
    @GetMapping("/.well-known/did.json")
    ResponseEntity<String> didOfHost() {
        return published("application/did+json", identity.documentOfHost());
    }

    /** The document of the identifier of an organisation. */
    @GetMapping("/orgs/{organisation}/did.json")
    ResponseEntity<String> did(@PathVariable String organisation) {
        return published("application/did+json", identity.document(organisation));
    }

    /** The public keys of an organisation. */
    @GetMapping("/orgs/{organisation}/jwks.json")
    ResponseEntity<String> keySet(@PathVariable String organisation) {
        return published("application/jwk-set+json", identity.keySet(organisation));
    }

    /** What the scripts of any site may read. */
    private static ResponseEntity<String> published(String type, Optional<String> text) {
        return ResponseEntity.ok()
                .header("Content-Type", type)
                .header("Cache-Control", "max-age=60")
                .header("Access-Control-Allow-Origin", "*")
                .body(text.orElseThrow(NotThere::new));
    }

    /** A signed status list. */
    @GetMapping("/status/{organisation}/{list}")
    ResponseEntity<Object> status(@PathVariable String organisation, @PathVariable int list) {
        return list("application/vc+ld+json", () -> lists.list(organisation, list));
    }

    /** A signed status list of what is suspended. */
    @GetMapping("/status/{organisation}/{list}/suspension")
    ResponseEntity<Object> suspended(@PathVariable String organisation, @PathVariable int list) {
        return list("application/vc+ld+json", () -> lists.suspended(organisation, list));
    }

    /** A signed status list of which accreditations are withdrawn. */
    @GetMapping("/status/{organisation}/accreditations/{list}")
    ResponseEntity<Object> accreditations(
            @PathVariable String organisation, @PathVariable int list) {
        return list("application/vc+ld+json", () -> lists.accreditations(organisation, list));
    }

    /** A signed Token Status List: the same for credentials in wallets. */
    @GetMapping("/status/{organisation}/{list}/tokens")
    ResponseEntity<Object> tokens(@PathVariable String organisation, @PathVariable int list) {
        return list("application/statuslist+jwt", () -> lists.tokens(organisation, list));
    }

    /** A list, or 503 while the key that signs it cannot be used. */
    private static ResponseEntity<Object> list(String type, Supplier<Optional<String>> list) {
        try {
            var signed = list.get().orElseThrow(NotThere::new);
            return ResponseEntity.ok()
                    .header("Content-Type", type)
                    .header("Cache-Control", "max-age=60")
                    .body(signed);
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.warn("a status list cannot be signed: {}", e.toString());
            return Problems.answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    List.of(Refusal.of("request.list-not-signed", "")));
        }
    }
}
