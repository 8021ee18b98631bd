package eu.cairn.app.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends what a page's method returns. */
final class HtmlSender implements HandlerMethodReturnValueHandler {

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Html.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws Exception {
        container.setRequestHandled(true);
        var response = request.getNativeResponse(HttpServletResponse.class);
        if (!(returned instanceof Html html) || response == null) {
            throw new IllegalStateException("a page was not returned");
        }
        send(html, response);
    }

    static void send(Html html, HttpServletResponse response) throws IOException {
        var output = new Utf8ByteOutput();
        html.template().render(output);
        response.setStatus(html.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (html.language().isPresent()) {
            response.setHeader("Content-Language", html.language().get().toLanguageTag());
            response.addHeader("Vary", "Accept-Language");
        }
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
