package eu.cairn.app.cli;

import eu.cairn.app.CairnApplication;
import eu.cairn.app.database.EmbeddedPostgres;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The running server with its database; closing it stops both, the server first. */
final class Server implements AutoCloseable {

    /** One JSON object a line (Elastic Common Schema), for whoever collects logs. */
    private static final String STRUCTURED_LOGS = "--logging.structured.format.console=ecs";

    private final Optional<EmbeddedPostgres> database;
    private final ConfigurableApplicationContext context;

    private Server(Optional<EmbeddedPostgres> database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** Starts the database, unless CAIRN_DATABASE_URL names one, and the server. */
    static Server start(Place place, boolean demo) {
        place.requireFreePort();
        var baseUrl = place.baseUrl();
        var properties = new HashMap<String, Object>();
        properties.put("server.port", place.port());
        properties.put("cairn.home", place.home().toString());
        properties.put("cairn.base-url", baseUrl);
        properties.put("cairn.demo.on", demo);
        if (baseUrl.startsWith("https://")) { // then a web server with TLS stands before this one
            properties.put("server.servlet.session.cookie.secure", true);
            properties.put("server.forward-headers-strategy", "native");
        }
        var external = Place.environment("CAIRN_DATABASE_URL");
        var database =
                external.isPresent()
                        ? Optional.<EmbeddedPostgres>empty()
                        : Optional.of(EmbeddedPostgres.start(place.home()));
        database.ifPresent(db -> addDatabase(properties, db));
        external.ifPresent(url -> addExternal(properties, url));
        try {
            var application = new SpringApplication(CairnApplication.class);
            application.addInitializers(
                    started ->
                            started.getEnvironment()
                                    .getPropertySources()
                                    .addFirst(new MapPropertySource("place", properties)));
            application.setRegisterShutdownHook(false);
            var context = demo ? application.run() : application.run(STRUCTURED_LOGS);
            place.remember(baseUrl);
            return new Server(database, context);
        } catch (RuntimeException e) {
            database.ifPresent(EmbeddedPostgres::close);
            throw e;
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until the process is told to stop, then stops everything. */
    void serve() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    close();
                                    stopped.countDown();
                                },
                                "stop"));
        stopped.await();
    }

    private static void addDatabase(Map<String, Object> properties, EmbeddedPostgres database) {
        properties.put("spring.datasource.url", database.jdbcUrl());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
    }

    private static void addExternal(Map<String, Object> properties, String url) {
        properties.put("spring.datasource.url", url);
        Place.environment("CAIRN_DATABASE_USER")
                .ifPresent(user -> properties.put("spring.datasource.username", user));
        Place.environment("CAIRN_DATABASE_PASSWORD")
                .ifPresent(password -> properties.put("spring.datasource.password", password));
    }

    @Override
    public void close() {
        context.close();
        database.ifPresent(EmbeddedPostgres::close);
    }
}
