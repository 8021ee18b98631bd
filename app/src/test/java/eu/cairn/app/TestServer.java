package eu.cairn.app;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.SigningWork;
import eu.cairn.app.database.TestDatabase;
import eu.cairn.app.demo.DemoWorld;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real server with the demo in it, on a database of its own: one for all tests that only look or
 * add, started when the first of them needs it.
 */
public final class TestServer {

    public static final String DESIGNER = "chiara.molinari@example.org";
    public static final String QUALITY_OFFICER = "ludovico.ferraresi@example.org";
    public static final String REGISTRAR = "ginevra.tassoni@example.org";
    public static final String LEARNER = "nora.lindqvist@example.org";
    public static final String RECOGNITION_OFFICER = "onne-mari.poldmae@example.org";
    public static final String NATIONAL_AUTHORITY = "ottavia.rinaldi@example.org";
    public static final String PASSWORD = "cairn-demo";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private final String base;

    private TestServer(ConfigurableApplicationContext context, String base) {
        this.context = context;
        this.base = base;
    }

    private static final class Shared {
        static final TestServer SERVER = start(true);
    }

    /** The server that tests share. */
    public static TestServer shared() {
        return Shared.SERVER;
    }

    /** A server of its own, for a test that changes what others look at. */
    public static TestServer start(boolean demo) {
        return start(demo, Map.of());
    }

    /** The same with settings of its own. */
    public static TestServer start(boolean demo, Map<String, Object> settings) {
        var database = TestDatabase.fresh();
        int port = freePort();
        var base = "http://localhost:" + port;
        var home =
                Path.of(
                        System.getProperty("cairn.root", ""),
                        "app",
                        "target",
                        "test-homes",
                        "" + port);
        Map<String, Object> properties =
                Map.of(
                        "server.port",
                        port,
                        "cairn.home",
                        home.toString(),
                        "cairn.base-url",
                        base,
                        "cairn.demo.on",
                        demo,
                        "spring.datasource.url",
                        database.jdbcUrl(),
                        "spring.datasource.username",
                        database.user(),
                        "spring.datasource.password",
                        database.password(),
                        "spring.datasource.hikari.maximum-pool-size",
                        5);
        var all = new HashMap<>(properties);
        all.put("cairn.fetch.on", false); // no test depends on the internet
        all.putAll(settings);
        // before the environment, whose CAIRN_HOME is somebody's real home
        var context =
                new SpringApplicationBuilder(CairnApplication.class)
                        .initializers(
                                started ->
                                        started.getEnvironment()
                                                .getPropertySources()
                                                .addFirst(new MapPropertySource("test", all)))
                        .run();
        if (demo) {
            context.getBean(DemoWorld.class).make();
            // the hash of a password is slow by intent, and tests sign in a thousand times
            context.getBean(JdbcClient.class)
                    .sql("UPDATE account SET password_hash = '{noop}" + PASSWORD + "'")
                    .update();
            // tests award to one learner after another, which adds up to more than one may alone
            context.getBean(JdbcClient.class)
                    .sql(
                            """
                            INSERT INTO approval_rule (organisation_id, set_by, set_at)
                            SELECT organisation_id, min(account_id::text)::uuid,
                                   timestamptz '2025-07-01'
                            FROM membership WHERE role = 'registrar' GROUP BY organisation_id
                            """)
                    .update();
        }
        return new TestServer(context, base);
    }

    public void stop() {
        context.close();
    }

    public String base() {
        return base;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /**
     * Every table with its number of rows and a digest of them, to see what a request changed. The
     * entries of the catalogue follow from the others and are made again by the clock.
     */
    public Map<String, String> rows() {
        signAll(); // else the worker may sign while rows are compared
        var jdbc = bean(JdbcClient.class);
        return jdbc
                .sql(
                        """
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'
                              AND table_name NOT LIKE 'catalogue%'
                        """)
                .query(String.class)
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                table -> table,
                                table ->
                                        jdbc.sql(
                                                        """
                                                        SELECT count(*) || ' rows, digest '
                                                               || coalesce(bit_xor(
                                                                  hashtextextended(t::text, 0)), 0)
                                                        FROM %s t
                                                        """
                                                                .formatted(table))
                                                .query(String.class)
                                                .single()));
    }

    /** Somebody acting for an organisation of the demo. */
    public Acting acting(String organisation, Role role) {
        var accounts = bean(AccountStore.class);
        var person =
                accounts.person(organisation + "." + role.code() + "@example.org").orElseThrow();
        return new Acting(person, accounts.organisation(organisation).orElseThrow(), role);
    }

    public void signAll() {
        bean(SigningWork.class).signAll();
    }

    /** A signed credential of the demo that is neither revoked nor suspended. */
    public AwardedCredential inForce() {
        var credentials = bean(CredentialStore.class);
        return credentials.sample(20).stream()
                .flatMap(one -> credentials.byShortCode(one.shortCode()).stream())
                .filter(one -> one.revocation().isEmpty() && one.suspension().isEmpty())
                .filter(one -> one.document().isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** A browser without a screen: it keeps its cookies and follows redirects. */
    public Visitor visitor() {
        return new Visitor(this);
    }

    /** Somebody who has signed in as one of the demo's accounts. */
    public Visitor as(String email) {
        var visitor = visitor();
        visitor.post("/sign-in", Map.of("email", email, "password", PASSWORD));
        return visitor;
    }

    /** One visitor with a session of their own. */
    public static final class Visitor {

        private final TestServer server;
        private final HttpClient client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();

        private Visitor(TestServer server) {
            this.server = server;
        }

        public HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(uri(path)).GET());
        }

        /** Sends a form with the token that the visitor's pages carry. */
        public HttpResponse<String> post(String path, Map<String, String> fields) {
            var form =
                    fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + encode(field.getValue()))
                            .collect(Collectors.joining("&"));
            return send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            form + "&_csrf=" + encode(token()))));
        }

        /** Uploads one file under the name {@code file}. */
        public HttpResponse<String> upload(String path, String fileName, byte[] file) {
            return upload(path, fileName, file, Map.of());
        }

        /** Uploads one file under the name {@code file}, and fields beside it. */
        public HttpResponse<String> upload(
                String path, String fileName, byte[] file, Map<String, String> fields) {
            var boundary = "cairn-test-boundary";
            var field = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
            var others =
                    fields.entrySet().stream()
                            .map(one -> field.formatted(boundary, one.getKey(), one.getValue()))
                            .collect(Collectors.joining());
            var head =
                    (field.formatted(boundary, "_csrf", token())
                                    + others
                                    + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                                            .formatted(boundary, fileName))
                            .getBytes(StandardCharsets.UTF_8);
            var tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
            return send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(
                                    HttpRequest.BodyPublishers.concat(
                                            HttpRequest.BodyPublishers.ofByteArray(head),
                                            HttpRequest.BodyPublishers.ofByteArray(file),
                                            HttpRequest.BodyPublishers.ofByteArray(tail))));
        }

        public HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), BodyHandlers.ofString());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        public URI uri(String path) {
            return URI.create(server.base + path);
        }

        private String token() {
            var page = CSRF.matcher(get("/verify").body());
            return page.find() ? page.group(1) : "";
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** A request to the API, with the credentials of an account, or of nobody if that is "". */
    public HttpRequest.Builder api(String path, String email) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (!email.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(
                                            (email + ":" + PASSWORD)
                                                    .getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
