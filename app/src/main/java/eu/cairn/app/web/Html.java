package eu.cairn.app.web;

import eu.cairn.app.templates.StaticTemplates;
import eu.cairn.app.templates.Templates;
import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;

/** A page to be sent: a typed template with its values, and the status it is sent with. */
public record Html(JteModel template, HttpStatus status) {

    /** Every template, typed. */
    public static final Templates PAGES = new StaticTemplates();

    public static Html ok(JteModel template) {
        return new Html(template, HttpStatus.OK);
    }

    /** A form that was refused is shown again, with what was typed. */
    public static Html refused(JteModel template) {
        return new Html(template, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
