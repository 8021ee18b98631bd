package eu.cairn.app.database;

import java.nio.file.Path;

/** A process that starts the database of a home, says so on one line, and holds it until killed. */
final class HoldsADatabase {

    private HoldsADatabase() {}

    static void main(String[] home) throws InterruptedException {
        var database = EmbeddedPostgres.start(Path.of(home[0]));
        IO.println(database.pid() + " " + database.port());
        Thread.sleep(Long.MAX_VALUE);
    }
}
