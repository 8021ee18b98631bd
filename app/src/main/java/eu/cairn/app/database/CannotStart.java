package eu.cairn.app.database;

/**
 * Why Cairn cannot start on this machine as it is now: a stable code and one sentence that says
 * what to do. It is thrown to whoever starts the process, never to a request.
 */
public final class CannotStart extends RuntimeException {

    static final String ELSEWHERE =
            "set CAIRN_DATABASE_URL to use a PostgreSQL server of your own.";

    private final String code;

    public CannotStart(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public CannotStart(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /** The stable code, such as {@code start.home-in-use}. */
    public String code() {
        return code;
    }

    /** One sentence for the person at the terminal. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
