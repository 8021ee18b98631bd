package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Door;
import eu.cairn.app.account.Doors;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Role;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.portfolio.Published;
import eu.cairn.app.verification.AccreditationWanted;
import eu.cairn.app.verification.AccreditationsIssued;
import eu.cairn.framework.Decided;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every door against everybody: who may pass does, and nobody else. */
class DoorsTest {

    /** Doors that are no method of a controller: files, and what the framework answers itself. */
    private static final Set<String> ANSWERED_BY_THE_FRAMEWORK =
            Set.of(
                    "POST /sign-in",
                    "POST /sign-out",
                    "GET /cairn.css",
                    "GET /favicon.svg",
                    "GET /fonts/{file}",
                    "GET /webjars/htmx.org/{version}/dist/htmx.min.js");

    /** What the framework offers and nobody may open. */
    private static final Set<String> CLOSED_TO_ALL =
            Set.of("GET /error", "GET /health/**", "GET /api/openapi.json.yaml");

    private static final Map<Role, String> STAFF =
            Map.of(
                    Role.DESIGNER, TestServer.DESIGNER,
                    Role.QUALITY_OFFICER, TestServer.QUALITY_OFFICER,
                    Role.ASSESSOR, "fiorenza.galvani@example.org",
                    Role.REGISTRAR, TestServer.REGISTRAR,
                    Role.RECOGNITION_OFFICER, TestServer.RECOGNITION_OFFICER,
                    Role.NATIONAL_AUTHORITY, TestServer.NATIONAL_AUTHORITY);

    private static final String STACK = "joint-sustainability-10";

    private static final TestServer SERVER = TestServer.shared();
    private static final Map<String, TestServer.Visitor> VISITORS = new HashMap<>();

    static Stream<String> people() {
        return Stream.concat(Stream.of("", TestServer.LEARNER), STAFF.values().stream().sorted());
    }

    @Test
    void everyEndpointHasADoorAndEveryDoorAnEndpoint() {
        var doors =
                Doors.ALL.stream()
                        .map(door -> door.method() + " " + path(door))
                        .collect(Collectors.toCollection(TreeSet::new));
        var endpoints = endpoints();
        endpoints.addAll(ANSWERED_BY_THE_FRAMEWORK);
        endpoints.removeAll(CLOSED_TO_ALL);

        assertThat(doors).containsExactlyInAnyOrderElementsOf(endpoints);
    }

    @Test
    void whatHasNoDoorIsClosedToAll() {
        for (var endpoint : CLOSED_TO_ALL) {
            var path = endpoint.substring("GET ".length()).replace("**", "db");

            assertThat(ask("GET", path, TestServer.REGISTRAR).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void whoMayPassADoorDoesAndNobodyElse(String email) {
        var wrong = new ArrayList<String>();
        for (var door : Doors.ALL) {
            var path = filled(door, Map.of());
            if (path.startsWith("/sign-")) {
                continue;
            }
            var answer = ask(door.method(), path, email);
            if (passed(answer) != mayPass(door, email)) {
                wrong.add("%s %s: %d".formatted(door.method(), path, answer.statusCode()));
            }
        }

        assertThat(wrong).as("doors wrongly open or closed to “%s”", email).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("people")
    void aRefusalSaysWhatToDo(String email) {
        var page = ask("GET", "/not/listed", email);
        var api = ask("GET", "/api/v1/not-listed", email);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address");
        if (email.isEmpty()) {
            assertThat(ask("GET", "/courses", email).uri().getPath()).isEqualTo("/sign-in");
            assertThat(api.statusCode()).isEqualTo(401);
            assertThat(api.body()).contains("access.sign-in-first");
        } else {
            assertThat(api.statusCode()).isEqualTo(404);
            assertThat(api.body()).contains("request.not-found");
        }
    }

    @Test
    void aDoorThatIsClosedToARoleSaysSo() {
        var page = ask("GET", "/courses", TestServer.LEARNER);
        var api = ask("GET", "/api/v1/courses", TestServer.LEARNER);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Your roles do not open this door");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("access.not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kallavesi", "lough-ree"})
    void whatBelongsToAnotherOrganisationIsNotThereAndDoesNotChange(String other) {
        var theirs = belongings();
        foreigner(other, Role.NATIONAL_AUTHORITY);
        var before = SERVER.rows();
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var door : Doors.ALL) {
            if (!path(door).contains("{") || !(door.rule() instanceof Door.Rule.InRole inRole)) {
                continue;
            }
            for (var role : inRole.roles()) {
                var path = filled(door, theirs);
                var foreigner = foreigner(other, role);
                var answer = ask(door.method(), path, foreigner);
                asked++;
                if (answer.statusCode() != 404) {
                    wrong.add("%s %s: %d".formatted(door.method(), path, answer.statusCode()));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(20);
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    /** The demo has one authority: there a university stands for another one. */
    private static String foreigner(String other, Role role) {
        var email = other + "." + role.code() + "@example.org";
        var accounts = SERVER.bean(AccountStore.class);
        if (role == Role.NATIONAL_AUTHORITY && accounts.person(email).isEmpty()) {
            var id = SERVER.bean(Identifiers.class).next();
            accounts.addAccount(id, email, "Staff", "{noop}" + TestServer.PASSWORD, false);
            accounts.addMembership(id, accounts.organisation(other).orElseThrow().id(), role);
        }
        return email;
    }

    @Test
    void theSameThingsAreThereForTheirOwnOrganisation() {
        var ours = belongings();
        var wrong = new ArrayList<String>();
        for (var door : Doors.ALL) {
            if (door.method().equals("GET")
                    && path(door).contains("{")
                    && door.rule() instanceof Door.Rule.InRole inRole) {
                var role = inRole.roles().iterator().next();
                var answer = ask("GET", filled(door, ours), STAFF.getOrDefault(role, ""));
                if (answer.statusCode() != 200) {
                    wrong.add(path(door) + ": " + answer.statusCode());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatALearnerHoldsIsTheirsAlone() {
        var credential = credentialOf(TestServer.LEARNER);
        var application = "/recognition/" + applicationOf(TestServer.LEARNER);
        var before = SERVER.rows();
        var other = visitor("kallavesi.designer@example.org");

        var asked = other.post("/recognition", Map.of("credential", credential, "rulebook", STACK));
        var askedByApi =
                visitor("")
                        .send(
                                SERVER.api("/api/v1/recognition/applications", TestServer.DESIGNER)
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.ofString(
                                                        "{\"credential\":\"%s\",\"rulebook\":\"%s\"}"
                                                                .formatted(credential, STACK))));

        assertThat(ask("GET", "/credentials", TestServer.LEARNER).body()).contains(credential);
        assertThat(ask("GET", application, TestServer.LEARNER).statusCode()).isEqualTo(200);
        assertThat(other.get(application).statusCode()).isEqualTo(404);
        assertThat(other.get("/recognition/new?rulebook=" + STACK + "&credential=" + credential))
                .matches(answer -> answer.statusCode() == 404);
        assertThat(asked.statusCode()).isIn(404, 422);
        assertThat(askedByApi.statusCode()).isIn(404, 422);
        for (var path : List.of("/credentials", "/stacks", "/stacks/" + STACK, "/recognition")) {
            assertThat(other.get(path).body()).doesNotContain(credential);
            assertThat(other.get(path).body()).doesNotContain("Nora");
        }
        assertThat(ask("GET", "/api/v1/credentials", TestServer.DESIGNER).body())
                .doesNotContain(credential);
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    /** No cookie opens these, so no form of another site can use one. */
    private static boolean isForMachines(String path) {
        return path.startsWith("/api/") || path.startsWith("/interop/");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndChangesNothing() {
        var before = SERVER.rows();
        var wrong = new ArrayList<String>();
        for (var door : Doors.ALL) {
            if (door.method().equals("POST") && !isForMachines(path(door))) {
                var request = HttpRequest.newBuilder(visitor(email(door)).uri(filled(door)));
                var answer = visitor(email(door)).send(request.POST(BodyPublishers.noBody()));
                if (answer.statusCode() != 403) {
                    wrong.add(path(door) + ": " + answer.statusCode() + " " + answer.uri());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "cairn-demo "})
    void aWrongPasswordOpensNothing(String password) {
        var basic =
                (TestServer.REGISTRAR + ":" + password)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var request =
                SERVER.api("/api/v1/learners", "")
                        .header(
                                "Authorization",
                                "Basic " + java.util.Base64.getEncoder().encodeToString(basic));
        var answer = visitor("").send(request.GET());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("access.sign-in-first");
    }

    @Test
    void anOrganisationWhereOneHasNoRoleIsNotThere() {
        var answer =
                visitor("")
                        .send(
                                SERVER.api("/api/v1/learners", TestServer.REGISTRAR)
                                        .header("Cairn-Organisation", "kallavesi")
                                        .GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("request.not-found").doesNotContain("KA-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reviews;x=1",
                "//reviews",
                "/./reviews",
                "/cairn.css/../reviews",
                "/verify/..%2freviews",
                "/reviews%2f",
                "/reviews/",
                "/%72eviews",
                "/REVIEWS",
                "/reviews%00",
                "/reviews.json",
                "/verify%0d%0aSet-Cookie:x=1",
                "/WEB-INF/web.xml",
                "/application.properties",
                "/fonts/..%2fapplication.properties",
                "/fonts/..%5c..%5capplication.properties",
                "/actuator/env",
                "/env",
                "/heapdump",
                "/swagger-ui/index.html",
                "/h2-console"
            })
    void aTrickInAnAddressOpensNothing(String path) throws Exception {
        var answer = Raw.request(SERVER.base(), "GET " + path + " HTTP/1.1");

        assertThat(answer.status()).isIn(302, 400, 403, 404);
        assertThat(answer.text())
                .doesNotContain("Approvals")
                .doesNotContain("Exception")
                .doesNotContain("spring.");
        assertThat(answer.header("Set-Cookie").orElse("")).doesNotContain("x=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "X"})
    void aMethodWithoutADoorOpensNothing(String method) throws Exception {
        for (var path : List.of("/verify", "/api/v1/catalogue")) {
            var answer = Raw.request(SERVER.base(), method + " " + path + " HTTP/1.1");

            assertThat(answer.status()).isIn(302, 400, 401, 403, 404, 405, 501);
            assertThat(answer.text()).doesNotContain("Exception").doesNotContain("canary");
        }
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() throws Exception {
        assertThat(Raw.request(SERVER.base(), "HEAD /verify HTTP/1.1").status()).isEqualTo(200);
        assertThat(Raw.request(SERVER.base(), "HEAD /reviews HTTP/1.1").status()).isEqualTo(302);
    }

    private static boolean mayPass(Door door, String email) {
        return switch (door.rule()) {
            case Door.Rule.Open open -> true;
            case Door.Rule.SignedIn signedIn -> !email.isEmpty();
            case Door.Rule.InRole inRole ->
                    inRole.roles().stream().anyMatch(role -> email.equals(STAFF.get(role)));
        };
    }

    private static boolean passed(HttpResponse<String> answer) {
        return answer.statusCode() != 401
                && answer.statusCode() != 403
                && answer.statusCode() < 500
                && !answer.uri().getPath().equals("/sign-in");
    }

    private static HttpResponse<String> ask(String method, String path, String email) {
        if (!path.startsWith("/api/v1/")) {
            return method.equals("GET")
                    ? visitor(email).get(path)
                    : visitor(email).post(path, Map.of("number", "1", "target", "closed"));
        }
        var request = SERVER.api(path, email);
        return visitor("")
                .send(
                        method.equals("GET")
                                ? request.GET()
                                : request.header("Content-Type", Bodies.type(path))
                                        .method(
                                                method,
                                                BodyPublishers.ofString(Bodies.body(path))));
    }

    private static TestServer.Visitor visitor(String email) {
        return VISITORS.computeIfAbsent(
                email, one -> one.isEmpty() ? SERVER.visitor() : SERVER.as(one));
    }

    private static String email(Door door) {
        return door.rule() instanceof Door.Rule.InRole inRole
                ? STAFF.getOrDefault(inRole.roles().iterator().next(), "")
                : door.rule() instanceof Door.Rule.SignedIn ? TestServer.LEARNER : "";
    }

    /** The path of a door, its variables naming what is given, or else what nobody has. */
    private static String filled(Door door, Map<String, String> names) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(path(door))
                .replaceAll(
                        variable ->
                                names.getOrDefault(variable.group(1), unknown(variable.group(1))));
    }

    private static String filled(Door door) {
        return filled(door, Map.of());
    }

    private static String unknown(String variable) {
        return Set.of(
                                "course",
                                "batch",
                                "accreditation",
                                "award",
                                "decision",
                                "application",
                                "account",
                                "draft",
                                "run",
                                "type")
                        .contains(variable)
                ? new UUID(7, 7).toString()
                : "1";
    }

    /** An award of Borgofiume alone with its course, and an application to Emajõe. */
    private static Map<String, String> belongings() {
        var id = SERVER.acting("borgofiume", Role.REGISTRAR).organisation().id();
        var kept =
                SERVER.bean(JdbcClient.class)
                        .sql(
                                """
                                SELECT id, batch_id, course_id, number FROM award
                                WHERE organisation_id = :id
                                  AND course_id NOT IN (SELECT course_id FROM joint_award)
                                ORDER BY id LIMIT 1
                                """)
                        .param("id", id)
                        .query()
                        .singleRow();
        return Map.ofEntries(
                Map.entry("accreditation", accreditation()),
                Map.entry("application", applicationOf(TestServer.LEARNER)),
                Map.entry("award", String.valueOf(kept.get("id"))),
                Map.entry("batch", String.valueOf(kept.get("batch_id"))),
                Map.entry("course", String.valueOf(kept.get("course_id"))),
                Map.entry("draft", draft(id)),
                Map.entry("file", file(id)),
                Map.entry("number", String.valueOf(kept.get("number"))),
                Map.entry("revision", "0"),
                Map.entry("rulebook", rulebook()),
                Map.entry("type", nationalType()));
    }

    private static String nationalType() {
        return SERVER.bean(JdbcClient.class)
                .sql("SELECT id::text FROM national_type WHERE code = 'MC-UNI'")
                .query(String.class)
                .single();
    }

    private static String accreditation() {
        var wanted =
                new AccreditationWanted(
                        "institution",
                        "urn:uuid:" + UUID.randomUUID(),
                        "A body",
                        List.of(),
                        "2026-01-01",
                        "2030-12-31");
        var issued = SERVER.bean(AccreditationsIssued.class);
        var ours = SERVER.acting("borgofiume", Role.QUALITY_OFFICER).organisation();
        return issued.issue(ours, Optional.empty(), wanted)
                        instanceof Decided.Accepted<IssuedAccreditation>(var one)
                ? one.id().toString()
                : "";
    }

    private static String rulebook() {
        Published.rulebook(
                SERVER,
                """
                qualification: {id: of-borgofiume, version: 2026-1, title: Of Borgofiume}
                validFrom: 2026-09-01
                requirements: [{id: r, credits: {atLeast: 3}}]
                """,
                "borgofiume");
        return "of-borgofiume";
    }

    private static String file(UUID organisation) {
        SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        INSERT INTO course_file (id, organisation_id, file_name, content, columns,
                                                 uploaded_by, uploaded_at)
                        SELECT :id, :organisation, 'x.csv', 'title\nA\n'::bytea, '', id, now()
                        FROM account LIMIT 1
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", new UUID(7, 71))
                .param("organisation", organisation)
                .update();
        return new UUID(7, 71).toString();
    }

    private static String draft(UUID organisation) {
        var jdbc = SERVER.bean(JdbcClient.class);
        jdbc.sql(
                        """
                        INSERT INTO rulebook_draft (id, organisation_id, content, saved_by, saved_at)
                        SELECT :id, :organisation, 'id: x', id, now() FROM account LIMIT 1
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", new UUID(7, 70))
                .param("organisation", organisation)
                .update();
        return new UUID(7, 70).toString();
    }

    private static String applicationOf(String learner) {
        return SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT r.id::text FROM recognition_application r
                        JOIN account a ON a.id = r.account_id WHERE a.email = :email LIMIT 1
                        """)
                .param("email", learner)
                .query(String.class)
                .single();
    }

    private static String credentialOf(String learner) {
        return SERVER.bean(JdbcClient.class)
                .sql(
                        """
                        SELECT a.short_code FROM award a JOIN learner l ON l.id = a.learner_id
                        WHERE l.email = :email AND a.revoked_at IS NULL ORDER BY a.id LIMIT 1
                        """)
                .param("email", learner)
                .query(String.class)
                .single();
    }

    private static Set<String> endpoints() {
        return SERVER.beans(RequestMappingInfoHandlerMapping.class).stream()
                .map(mapping -> mapping.getHandlerMethods().keySet())
                .flatMap(Collection::stream)
                .flatMap(
                        info ->
                                info.getPatternValues().stream()
                                        .flatMap(
                                                pattern ->
                                                        methods(
                                                                        info.getMethodsCondition()
                                                                                .getMethods())
                                                                .map(m -> m + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> methods(
            Set<org.springframework.web.bind.annotation.RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(Enum::name);
    }

    private static String path(Door door) {
        return door.pattern().getPatternString();
    }

    /** Bodies that the API can read, so that it is the door that answers or the thing itself. */
    private static final class Bodies {

        static String type(String path) {
            return path.endsWith("/learners")
                            || path.endsWith("/batches")
                            || path.endsWith("/hours/import")
                    ? "text/csv"
                    : path.endsWith("/import") ? "application/yaml" : "application/json";
        }

        static String body(String path) {
            if (path.contains("/rulebooks/")) {
                return "{\"revision\": 0, \"content\": \"id: y\"}";
            }
            if (path.endsWith("/clashes")) {
                return "{\"place\": \"need\", \"writtenBy\": \"%s\", \"use\": true}"
                        .formatted(new UUID(7, 7));
            }
            if (path.endsWith("/choices")) {
                return "{\"version\": \"1\", \"choices\": []}";
            }
            if (path.endsWith("/state")) {
                return "{\"number\": 1, \"state\": \"closed\", \"reason\": \"Not ours\"}";
            }
            if (path.contains("/recognition/") || path.endsWith("/submission")) {
                return "{}";
            }
            if (path.endsWith("/decision")) {
                return "{\"findings\": [], \"outcome\": \"refused\", \"reasons\": \"x\", \"years\": 1}";
            }
            if (path.contains("/joint-awards/")) {
                return "{\"agrees\": true, \"reason\": \"\"}";
            }
            if (path.endsWith("/results")) {
                return """
                       {"learner": "x", "tasks": {}, "passedOn": "", "identityChecked": true}""";
            }
            if (path.endsWith("/end")) {
                return "{\"from\": \"2199-01-01\", \"reason\": \"Not ours\"}";
            }
            if (path.endsWith("/confirmation")) {
                return "{\"minute\": \"EB-0\"}";
            }
            if (path.endsWith("/runs")) {
                return RUN;
            }
            if (path.matches(".*/runs/[^/]+")) {
                return "{\"revision\": 0, \"run\": " + RUN + "}";
            }
            if (path.endsWith("/return")
                    || path.endsWith("/reinstatement")
                    || path.contains("/accreditations/")
                    || path.endsWith("/cancellation")) {
                return "{\"reason\": \"Not ours\"}";
            }
            if (path.endsWith("/correction")) {
                return "{\"reason\": \"clerical-error\", \"words\": \"x\", \"grade\": \"1\"}";
            }
            if (path.endsWith("/revocation") || path.endsWith("/suspension")) {
                return "{\"code\": \"misconduct\", \"reason\": \"Not ours\"}";
            }
            return path.matches(".*/courses/[^/]+")
                    ? "{\"revision\": 0, \"draft\": " + TestDrafts.empty(SERVER) + "}"
                    : "learner_id,full_name\nX,Y\n";
        }

        private static final String RUN =
                """
                {"startsOn": "2028-03-01", "endsOn": "2028-05-30", "applyBy": "", "places": "",
                 "where": "", "price": "", "currency": "", "funding": "", "refunds": ""}
                """;

        private Bodies() {}
    }
}
