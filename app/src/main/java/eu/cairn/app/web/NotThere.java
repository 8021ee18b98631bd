package eu.cairn.app.web;

import java.io.Serial;

/** What was asked for does not exist, or not for the person who asks; both answer the same. */
public final class NotThere extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    public NotThere() {
        super("not there", null, false, false);
    }
}
