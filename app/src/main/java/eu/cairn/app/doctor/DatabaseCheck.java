package eu.cairn.app.doctor;

import eu.cairn.app.database.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The database: that it keeps what it acknowledged, and has the tables of this version. */
public class DatabaseCheck {

    /** With one of these off, a crash loses what was acknowledged. */
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final int OLDEST = 180_000;

    private final DatabaseStore store;
    private final DatabaseAddress address;

    DatabaseCheck(DatabaseStore store, DatabaseAddress address) {
        this.store = store;
        this.address = address;
    }

    public List<Finding> findings() {
        var found = new ArrayList<Finding>();
        found.add(version());
        for (var name : DURABLE) {
            if (store.setting(name).equals("off")) {
                found.add(Finding.failed("doctor.database-not-durable", name));
            }
        }
        if (!store.setting("server_encoding").equals("UTF8")) {
            found.add(Finding.failed("doctor.database-encoding", store.setting("server_encoding")));
        }
        found.add(migrations());
        found.addAll(undone());
        return found;
    }

    private Finding version() {
        var version = store.setting("server_version");
        return Integer.parseInt(store.setting("server_version_num")) < OLDEST
                ? Finding.warning("doctor.database-old", version)
                : Finding.ok("doctor.database", version, address);
    }

    private Finding migrations() {
        var flyway =
                Flyway.configure()
                        .dataSource(address.jdbcUrl(), address.user(), address.password())
                        .locations("classpath:db/migration")
                        .load();
        int pending = flyway.info().pending().length;
        if (pending > 0) {
            return Finding.failed("doctor.migrations-pending", pending);
        }
        var validation = flyway.validateWithResult();
        return validation.validationSuccessful
                ? Finding.ok("doctor.migrations", flyway.info().applied().length)
                : Finding.failed(
                        "doctor.migrations-changed", validation.getAllErrorMessages().strip());
    }

    private List<Finding> undone() {
        var found = new ArrayList<Finding>();
        for (var shortCode : store.awardsWithoutDocument()) {
            found.add(Finding.failed("doctor.award-without-document", shortCode));
        }
        long open = store.notSigned();
        if (open > 0) {
            found.add(Finding.warning("doctor.not-signed", open));
        }
        return found;
    }
}
