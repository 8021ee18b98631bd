package eu.cairn.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what was refused before any page or endpoint was asked, like {@link ErrorAnswers}. */
@Controller
final class ErrorDispatch implements ErrorController {

    private final ErrorAnswers answers;

    ErrorDispatch(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        answers.answer(request, response, status, code(status));
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "access.not-allowed";
            case NOT_FOUND -> "request.not-found";
            case CONTENT_TOO_LARGE -> "request.too-large";
            default -> status.is4xxClientError() ? "request.not-understood" : "request.failed";
        };
    }
}
