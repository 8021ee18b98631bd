package eu.cairn.app.web;

import eu.cairn.app.templates.StaticTemplates;
import eu.cairn.app.templates.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * A page to be sent: a typed template with its values, and the status it is sent with.
 *
 * @param language which it is written in, where that was asked for; others may then get another
 */
public record Html(JteModel template, HttpStatus status, Optional<Locale> language) {

    public Html(JteModel template, HttpStatus status) {
        this(template, status, Optional.empty());
    }

    /** Every template, typed. */
    public static final Templates PAGES = new StaticTemplates();

    public static Html ok(JteModel template) {
        return new Html(template, HttpStatus.OK);
    }

    /** A form that was refused is shown again, with what was typed. */
    public static Html refused(JteModel template) {
        return new Html(template, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The same, said to be in the language of its frame. */
    public Html in(Page page) {
        return new Html(template, status, Optional.of(page.language()));
    }
}
