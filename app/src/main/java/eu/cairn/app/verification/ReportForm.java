package eu.cairn.app.verification;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The forms of a signed verification report. */
enum ReportForm {
    JWT("application/jwt"),
    PDF("application/pdf");

    private final String mediaType;

    ReportForm(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<ReportForm> ofCode(String code) {
        return switch (code) {
            case "jwt" -> Optional.of(JWT);
            case "pdf" -> Optional.of(PDF);
            default -> Optional.empty();
        };
    }

    byte[] write(Reports reports, Reports.Subject subject) {
        return switch (this) {
            case JWT -> reports.signed(subject).getBytes(StandardCharsets.UTF_8);
            case PDF -> reports.pdf(subject);
        };
    }

    /** The report to download. */
    ResponseEntity<byte[]> answer(Reports reports, Reports.Subject subject, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, subject.language().toLanguageTag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(name, this == PDF ? "pdf" : "jwt"))
                .body(write(reports, subject));
    }
}
