package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.credential.Certificates;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.DecisionsMade;
import eu.cairn.app.credential.IssuedAccreditationStore;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.PrivateKeys;
import eu.cairn.app.credential.SigningKeyStore;
import eu.cairn.app.credential.TokenConfiguration;
import eu.cairn.app.database.CannotStart;
import eu.cairn.app.database.DatabaseAddress;
import eu.cairn.app.database.EmbeddedPostgres;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.verification.IssuerIdentity;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.verification.OwnIssuers;
import eu.cairn.app.web.Installation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/**
 * An installation opened for one command: its keys and records without its web server. Where the
 * server runs, its database is shared; else the database is started for as long as this is open.
 */
final class OpenHome implements AutoCloseable {

    private final Optional<EmbeddedPostgres> started;
    private final AnnotationConfigApplicationContext context;

    private OpenHome(
            Optional<EmbeddedPostgres> started, AnnotationConfigApplicationContext context) {
        this.started = started;
        this.context = context;
    }

    /** Opens a home that has a database; with {@code more} of what works on it. */
    static OpenHome of(Place place, List<Class<?>> more) {
        var installation = new Installation(place.home(), place.baseUrl());
        var shared = external().or(() -> EmbeddedPostgres.running(place.home()));
        if (shared.isPresent()) {
            return beside(installation, shared.get(), more);
        }
        if (!EmbeddedPostgres.isIn(place.home())) {
            throw new CannotStart(
                    "start.no-installation",
                    "There is no installation in %s: start it with ./cairn serve, or name its home with --home or CAIRN_HOME."
                            .formatted(place.home()));
        }
        var started = EmbeddedPostgres.start(place.home());
        var address = new DatabaseAddress(started.jdbcUrl(), started.user(), started.password());
        try {
            return new OpenHome(Optional.of(started), context(installation, address, more));
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Opens a home whose database runs. */
    static OpenHome beside(
            Installation installation, DatabaseAddress address, List<Class<?>> more) {
        return new OpenHome(Optional.empty(), context(installation, address, more));
    }

    /** The database that the environment names. */
    private static Optional<DatabaseAddress> external() {
        return Place.environment("CAIRN_DATABASE_URL")
                .map(
                        url ->
                                new DatabaseAddress(
                                        url,
                                        Place.environment("CAIRN_DATABASE_USER").orElse(""),
                                        Place.environment("CAIRN_DATABASE_PASSWORD").orElse("")));
    }

    // Not a configuration that the server would find: its own has transactions already.
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private static AnnotationConfigApplicationContext context(
            Installation installation, DatabaseAddress address, List<Class<?>> more) {
        var source =
                new SingleConnectionDataSource(
                        address.jdbcUrl(), address.user(), address.password(), true);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DatabaseAddress.class, () -> address);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(
                PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Installation.class, () -> installation);
        // of no account to a command: none says how the quality of a course was decided on
        context.registerBean(DecisionsMade.class, () -> (organisation, credential) -> List.of());
        context.register(
                Transactions.class,
                Identifiers.class,
                Journal.class,
                AccountStore.class,
                CredentialStore.class,
                IssuedAccreditationStore.class,
                SigningKeyStore.class,
                TokenConfiguration.class,
                PrivateKeys.class,
                Keys.class,
                Certificates.class,
                IssuerIdentity.class,
                OwnIssuers.class,
                KnownIssuers.class);
        more.forEach(context::registerBean);
        context.refresh();
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        started.ifPresent(EmbeddedPostgres::close);
    }
}
