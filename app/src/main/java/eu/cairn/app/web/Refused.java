package eu.cairn.app.web;

import eu.cairn.framework.Refusal;
import java.io.Serial;

/**
 * What was asked for is refused where nothing but undoing all of it is left; answered as any other
 * refusal is, and rolls back the transaction.
 */
public final class Refused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient Refusal reason;

    public Refused(Refusal reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
