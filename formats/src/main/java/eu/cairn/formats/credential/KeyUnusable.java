package eu.cairn.formats.credential;

import eu.cairn.framework.Refusal;

/**
 * A key cannot be used now, and why; nothing was signed. Whoever waits for it may try again when
 * the reason has gone.
 */
public final class KeyUnusable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    public KeyUnusable(Refusal reason, Throwable cause) {
        super(reason.code() + " " + String.join(", ", reason.parameters()), cause);
        this.reason = reason;
    }

    public KeyUnusable(Refusal reason) {
        super(reason.code() + " " + String.join(", ", reason.parameters()));
        this.reason = reason;
    }

    /** Why, with a stable code ({@code key.…}). */
    public Refusal reason() {
        return reason;
    }
}
