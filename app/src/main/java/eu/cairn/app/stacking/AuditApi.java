package eu.cairn.app.stacking;

import eu.cairn.app.web.Problems;
import eu.cairn.formats.stacking.AuditJson;
import eu.cairn.formats.stacking.FactsReader;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Audits for machines, of facts that anybody sends; nothing of it is kept. */
@RestController
@Tag(name = "Stacking")
public class AuditApi {

    private static final int LARGEST = 256 * 1024;
    private static final String TOO_LARGE = "facts.too-large";

    private final PublicWork work;

    AuditApi(PublicWork work) {
        this.work = work;
    }

    @PostMapping(path = "/api/v1/audits", consumes = MediaType.ALL_VALUE)
    @Operation(
            summary = "Audit a rulebook and credentials given as plain facts",
            security = {})
    ResponseEntity<Object> audit(InputStream body) throws IOException {
        var text = text(body);
        return work.answer(() -> audit(text));
    }

    private static ResponseEntity<Object> audit(Decided<String> text) {
        return switch (text.then(FactsReader::readQuestion)) {
            case Decided.Refused<FactsReader.Question> wrong -> refused(wrong.reasons());
            case Decided.Accepted<FactsReader.Question> asked -> {
                var question = asked.value();
                yield answer(
                        question.rulebook(),
                        Audits.under(question.rulebook()).explained(question.portfolio()));
            }
        };
    }

    /** An audit as the API gives it. */
    public static ResponseEntity<Object> answer(Rulebook rulebook, Audit audit) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        AuditJson.write(rulebook, audit, AuditWords.english())
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** What was sent, as text; not more than is admitted is read of it. */
    static Decided<String> text(InputStream body) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return Decided.refused(Refusal.of(TOO_LARGE, "", LARGEST + " bytes"));
        }
        try {
            return Decided.accepted(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Decided.refused(Refusal.of("facts.unreadable", "", "it is not UTF-8"));
        }
    }

    static ResponseEntity<Object> refused(List<Refusal> reasons) {
        boolean large =
                reasons.stream()
                        .anyMatch(it -> it.code().equals(TOO_LARGE) && it.place().isEmpty());
        return large
                ? Problems.answer(HttpStatus.CONTENT_TOO_LARGE, reasons)
                : Problems.refused(reasons);
    }
}
