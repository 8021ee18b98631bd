package eu.cairn.app.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answer to a form that did what it was sent for: the page to look at next (RFC 9110, 303). */
public final class SeeOther {

    private SeeOther() {}

    /** Sends the browser to a page of this installation. */
    public static ResponseEntity<Void> at(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
