package eu.cairn.app.interop;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.app.web.Words;
import eu.cairn.formats.verification.SecuredDocuments.Report;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers as the profile has them; refusals are problem documents with our codes (RFC 9457). */
final class InteropAnswers {

    private static final String MODEL = "https://www.w3.org/TR/vc-data-model#";
    private static final String PROOF = "https://w3id.org/security#";
    private static final String STATUS = "https://www.w3.org/ns/credentials/status-list#";

    private InteropAnswers() {}

    static ResponseEntity<String> json(HttpStatus status, JsonObject body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.toString());
    }

    static ResponseEntity<String> accepted(Report report) {
        var warnings = JSON.createArrayBuilder();
        report.warnings().forEach(warning -> warnings.add(problem(warning)));
        return json(
                HttpStatus.OK,
                JSON.createObjectBuilder()
                        .add("verified", report.proven())
                        .add("checks", checks(report))
                        .add("warnings", warnings)
                        .add("errors", JSON.createArrayBuilder())
                        .build());
    }

    private static JsonArrayBuilder checks(Report report) {
        var checks = JSON.createArrayBuilder().add("format");
        return report.proven() ? checks.add("proof").add("validity") : checks;
    }

    static ResponseEntity<String> refused(List<Refusal> reasons) {
        var status =
                reasons.getFirst().code().equals("format.too-large")
                        ? HttpStatus.CONTENT_TOO_LARGE
                        : HttpStatus.BAD_REQUEST;
        var errors = JSON.createArrayBuilder();
        reasons.forEach(reason -> errors.add(problem(reason)));
        var body =
                problem(reasons.getFirst())
                        .add("status", status.value())
                        .add("verified", false)
                        .add("errors", errors)
                        .build();
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body.toString());
    }

    private static JsonObjectBuilder problem(Refusal reason) {
        return JSON.createObjectBuilder()
                .add("type", type(reason.code()))
                .add("title", reason.code())
                .add("code", reason.code())
                .add("place", reason.place())
                .add("detail", Words.of(reason));
    }

    /** The error of the standards that a code is a case of. */
    private static String type(String code) {
        return switch (code) {
            case "format.not-json", "format.not-utf8", "format.duplicate-member" ->
                    MODEL + "PARSING_ERROR";
            case "format.term-undefined", "format.reference-relative" ->
                    PROOF + "DATA_LOSS_DETECTION_ERROR";
            default -> {
                if (code.startsWith("integrity.") || code.contains(".key-not-")) {
                    yield PROOF + "PROOF_VERIFICATION_ERROR";
                }
                yield code.startsWith("status.")
                        ? STATUS + "STATUS_VERIFICATION_ERROR"
                        : MODEL + "MALFORMED_VALUE_ERROR";
            }
        };
    }
}
