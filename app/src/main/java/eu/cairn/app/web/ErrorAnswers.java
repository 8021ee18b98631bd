package eu.cairn.app.web;

import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.framework.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/** Answers what went wrong: a problem document to the API, a page to a browser. */
@ControllerAdvice
final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private static final String NOT_IN_REPERTOIRE = "22021";

    private final PageFrames frames;
    private final JsonMapper json;

    ErrorAnswers(PageFrames frames, JsonMapper json) {
        this.frames = frames;
        this.json = json;
    }

    @ExceptionHandler({
        NotThere.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class
    })
    void notThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, HttpStatus.NOT_FOUND, "request.not-found");
    }

    @ExceptionHandler(Refused.class)
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, HttpStatus.UNPROCESSABLE_CONTENT, refused.reason());
    }

    /** Where a key must be made, or must sign, before anything else is done. */
    @ExceptionHandler(KeyUnusable.class)
    void keyUnusable(KeyUnusable fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), fault.getMessage());
        answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, "credential.not-signed");
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, HttpStatus.CONTENT_TOO_LARGE, "request.too-large");
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    void notReadable(
            HttpMessageNotReadableException fault,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (BodyLimit.wasPassed(fault)) {
            tooLarge(request, response);
        } else {
            answer(request, response, HttpStatus.BAD_REQUEST, "request.not-readable");
        }
    }

    /** A zero byte or half a character, which no text of the database can hold. */
    @ExceptionHandler(DataIntegrityViolationException.class)
    void notKept(
            DataIntegrityViolationException fault,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (fault.getMostSpecificCause() instanceof SQLException cause
                && NOT_IN_REPERTOIRE.equals(cause.getSQLState())) {
            answer(
                    request,
                    response,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "request.character-impossible");
        } else {
            other(fault, request, response);
        }
    }

    @ExceptionHandler(Exception.class)
    void other(Exception fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            answer(
                    request,
                    response,
                    HttpStatus.valueOf(known.getStatusCode().value()),
                    "request.not-understood");
            return;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
        answer(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "request.failed");
    }

    void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code)
            throws IOException {
        answer(request, response, status, Refusal.of(code, ""));
    }

    void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            Refusal refusal)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (path(request).startsWith("/api/") || path(request).startsWith("/interop/")) {
            response.setStatus(status.value());
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .write(json.writeValueAsBytes(Problems.problem(status, List.of(refusal))));
            return;
        }
        var page = frames.frame(request).titled(status.getReasonPhrase());
        HtmlSender.send(
                new Html(
                        Html.PAGES.error(page, status.value(), Words.of(refusal, page.language())),
                        status,
                        Optional.of(page.language())),
                response);
    }

    /** What was asked for, also where the answer is made in the place of another. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
