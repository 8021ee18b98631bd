package eu.cairn.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * In which language whoever asks is answered, where an answer is written in several.
 *
 * @param chosen whether the language was chosen on a page ({@code lang} in the address); it is then
 *     kept from page to page, while what a browser says comes along by itself
 */
public record Reader(Locale language, boolean chosen) {

    /** The languages of the pages for people without an account; the others are in English. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN);

    /** Where there is nothing to go by, and on pages that are written in one language only. */
    public static final Reader ENGLISH = new Reader(Locale.ENGLISH, false);

    private static final int LONGEST = 500;

    /** As the address says, else as the browser says, else in English. */
    static Reader of(HttpServletRequest request) {
        return of(
                Optional.ofNullable(request.getParameter("lang")).orElse(""),
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse(""));
    }

    /**
     * @param lang what was chosen; blank where nothing was, and what is not offered counts as not
     *     chosen
     * @param accepted the header {@code Accept-Language} (RFC 9110, 12.5.4)
     */
    public static Reader of(String lang, String accepted) {
        return offered(lang)
                .map(language -> new Reader(language, true))
                .or(() -> offered(accepted).map(language -> new Reader(language, false)))
                .orElse(ENGLISH);
    }

    /** What a header says, the most wanted first; nothing of one that is malformed or too long. */
    public static List<LanguageRange> ranges(String accepted) {
        try {
            return accepted.isBlank() || accepted.length() > LONGEST
                    ? List.of()
                    : LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Optional<Locale> offered(String ranges) {
        return Optional.ofNullable(Locale.lookup(ranges(ranges), LANGUAGES));
    }

    public String tag() {
        return language.toLanguageTag();
    }

    /** An address of this installation, with the language that was chosen. */
    public String address(String path) {
        return chosen ? path + (path.contains("?") ? "&" : "?") + "lang=" + tag() : path;
    }

    /** An answer that says in which language it is, and that others may get it in another. */
    public ResponseEntity.BodyBuilder ok() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE);
    }
}
