package eu.cairn.app.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** That a request led to asking an address elsewhere, which is known only once it was read. */
public final class LinkFollowed {

    private static final String NAME = LinkFollowed.class.getName();

    private LinkFollowed() {}

    /** Notes it of the request that is being answered, if this is done for one. */
    public static void note() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NAME, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static boolean by(HttpServletRequest request) {
        return request.getAttribute(NAME) != null;
    }
}
