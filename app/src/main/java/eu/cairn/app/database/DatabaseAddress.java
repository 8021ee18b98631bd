package eu.cairn.app.database;

/** Where a database is reached, and as whom. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    /** The address alone: a password does not belong in a log. */
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
