package eu.cairn.app.web;

import eu.cairn.framework.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Refusals as problem documents of the API (RFC 9457), with the same codes as the pages. */
public final class Problems {

    private Problems() {}

    /** The answer to a request that was refused, for every reason at once. */
    public static ResponseEntity<Object> refused(List<Refusal> reasons) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, reasons);
    }

    public static ResponseEntity<Object> answer(HttpStatus status, List<Refusal> reasons) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, reasons));
    }

    static ProblemDetail problem(HttpStatus status, List<Refusal> reasons) {
        var first = reasons.getFirst();
        var problem = ProblemDetail.forStatusAndDetail(status, Words.of(first));
        problem.setType(URI.create("urn:cairn:problem:" + first.code()));
        problem.setTitle(first.code());
        problem.setProperty(
                "errors",
                reasons.stream()
                        .map(
                                reason ->
                                        Map.of(
                                                "code", reason.code(),
                                                "place", reason.place(),
                                                "detail", Words.of(reason)))
                        .toList());
        return problem;
    }
}
