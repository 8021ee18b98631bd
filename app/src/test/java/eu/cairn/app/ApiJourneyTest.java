package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Door;
import eu.cairn.app.account.Doors;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Labels;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CredentialTerms;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.credential.SkillLink;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same way through the API alone, as another system would go it. */
class ApiJourneyTest {

    private static final String PARTNER = "kallavesi.registrar@example.org";
    private static final String AGREES = "{\"agrees\": true}";

    private final TestServer server = TestServer.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = server.bean(JsonMapper.class);

    @Test
    void aCourseIsDesignedApprovedAwardedVerifiedAndRevokedThroughTheApi() throws Exception {
        var course = design("API-1");

        var submitted = post("/api/v1/courses/" + course + "/submission", TestServer.DESIGNER, "");
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(201);
        var review = get("/api/v1/reviews/" + course + "/1", TestServer.QUALITY_OFFICER).body();
        assertThat(json.readTree(review).get("remarks").toString())
                .contains("catalogue.outcome-without-context");

        var decided =
                post(
                        "/api/v1/reviews/" + course + "/1/decision",
                        TestServer.QUALITY_OFFICER,
                        decision(course));
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);

        var uploaded =
                send(
                        server.api("/api/v1/awards/" + course + "/1/batches", TestServer.REGISTRAR)
                                .header("Content-Type", "text/csv")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                """
                                        learner_id,A1,passed_on,grade,identity_checked
                                        BF-2026-0011,passed,2026-11-16,,
                                        """)));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        var batch = json.readTree(uploaded.body());
        assertThat(batch.get("ready").asInt()).isEqualTo(1);

        var confirmed =
                post(
                        "/api/v1/awards/batches/" + batch.get("id").asString() + "/confirmation",
                        TestServer.REGISTRAR,
                        "{\"minute\": \"EB-26-40\"}");
        assertThat(json.readTree(confirmed.body()).get("awarded").asInt()).isEqualTo(1);

        server.signAll();
        var award = newest(course);
        var document = get("/v/" + award.shortCode() + "/credential.json", "");
        assertThat(verdict(document.body())).isEqualTo("genuine");
        assertThat(get("/v/" + award.shortCode(), "").body())
                .contains("valid to " + Labels.of(award.awardedOn().plusMonths(36)))
                .contains("outcomes to be reviewed on")
                .contains(Labels.of(award.awardedOn().plusMonths(24)))
                .contains("use databases", "progettare uno scambio di dati")
                .contains("Taught by</dt><dd>Centro Meteo Valdoro, Italy")
                .contains("Platform</dt><dd>Savo Learning Oy, Finland");
        assertThat(document.body()).contains(SKILL.uri(), "progettare uno scambio di dati");
        assertThat(verdict(document.body().replace("BF-2026-0011", "BF-2026-0012")))
                .isEqualTo("not-genuine");

        var revoked =
                post(
                        "/api/v1/awards/" + award.id() + "/revocation",
                        TestServer.REGISTRAR,
                        "{\"code\": \"awarded-in-error\", \"reason\": \"Another learner's result\"}");
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(verdict(document.body())).isEqualTo("not-genuine");
    }

    @Test
    void nobodyPublishesACourseThatWasNotDecidedOn() throws Exception {
        var course = design("API-2");
        post("/api/v1/courses/" + course + "/submission", TestServer.DESIGNER, "");

        for (var state : List.of("approved", "published", "draft", "closed")) {
            var answer =
                    post(
                            "/api/v1/courses/" + course + "/state",
                            TestServer.QUALITY_OFFICER,
                            "{\"number\": 1, \"state\": \"%s\", \"reason\": \"In a hurry\"}"
                                    .formatted(state));

            assertThat(answer.statusCode()).as(state).isEqualTo(422);
            assertThat(answer.body()).contains("catalogue.state-not-reachable");
        }
    }

    @Test
    void aCourseThatIsSubmittedByManyAtOnceIsSubmittedOnce() throws Exception {
        var course = design("API-4");
        var path = "/api/v1/courses/" + course + "/submission";

        var answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        client.sendAsync(
                                                server.api(path, TestServer.DESIGNER)
                                                        .POST(HttpRequest.BodyPublishers.noBody())
                                                        .build(),
                                                HttpResponse.BodyHandlers.ofString()))
                        .toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(201, 422)
                .containsOnlyOnce(201);
    }

    @Test
    void twoOrganisationsAwardJointlyOnceBothAgreeAndBothSign() throws Exception {
        var course =
                design(
                        "API-J1",
                        new CourseDraft.Terms(
                                "",
                                "",
                                "",
                                "",
                                "",
                                List.of(
                                        new CourseDraft.Partner(
                                                "joint-awarding-body",
                                                "Kallavesi University",
                                                ""))));
        post("/api/v1/courses/" + course + "/submission", TestServer.DESIGNER, "");
        post(
                "/api/v1/reviews/" + course + "/1/decision",
                TestServer.QUALITY_OFFICER,
                decision(course));
        var decide = "/api/v1/joint-awards/" + course + "/1";

        assertThat(upload(course).body()).contains("catalogue.joint-not-agreed");
        assertThat(get("/api/v1/joint-awards", PARTNER).body()).contains(course);
        assertThat(server.as(PARTNER).get("/joint-awards").body())
                .contains("Agree to award jointly");
        assertThat(get("/api/v1/joint-awards", TestServer.REGISTRAR).body()).doesNotContain(course);
        assertThat(post(decide, TestServer.REGISTRAR, AGREES).statusCode()).isEqualTo(404);
        var unreasoned = post(decide, PARTNER, "{\"agrees\": false, \"reason\": \"\"}");
        assertThat(unreasoned.body()).contains("catalogue.reason-missing");
        for (var unclear : List.of("", "Agree", "agree ")) {
            var page =
                    server.as(PARTNER)
                            .post(
                                    "/joint-awards/" + course + "/1",
                                    Map.of("decision", unclear, "reason", "We do not mind"));
            assertThat(page.body()).contains("catalogue.joint-decision-unknown");
        }
        assertThat(post(decide, PARTNER, AGREES).statusCode()).isEqualTo(200);
        assertThat(post(decide, PARTNER, AGREES).body()).contains("catalogue.joint-decided-before");

        retirePartnersKey(true);
        assertThat(upload(course).body()).contains("catalogue.joint-no-key");
        retirePartnersKey(false);
        var batch = json.readTree(upload(course).body());
        post(
                "/api/v1/awards/batches/" + batch.get("id").asString() + "/confirmation",
                TestServer.REGISTRAR,
                "{\"minute\": \"EB-26-41\"}");
        server.signAll();

        var code = newest(course).shortCode();
        var document =
                (ObjectNode) json.readTree(get("/v/" + code + "/credential.json", "").body());
        assertThat(document.get("proof")).hasSize(2);
        assertThat(verdict(document.toString())).isEqualTo("genuine");
        assertThat(get("/v/" + code, "").body())
                .contains("Awarded jointly with</dt><dd>Kallavesi University, Finland")
                .contains("Kallavesi University awards jointly, and sealed it too");
        assertThat(get("/v/" + code + "/formats", "").body())
                .contains("Without the signature of Kallavesi University");
        ((ArrayNode) document.get("proof")).remove(1);
        var missing = post("/api/v1/verifications", "", document.toString()).body();
        assertThat(missing).contains("not-genuine").contains("issuer.joint-seal-missing");

        retirePartnersKey(true);
        var correction = "/api/v1/awards/" + newest(course).id() + "/correction";
        for (var preview : List.of("true", "false")) {
            var corrected =
                    post(
                            correction,
                            TestServer.REGISTRAR,
                            """
                            {"reason": "clerical-error", "words": "Misspelt",
                             "fullName": "Ada Misspelt", "preview": %s}
                            """
                                    .formatted(preview));
            assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(422);
            assertThat(corrected.body()).contains("catalogue.joint-no-key");
        }
        assertThat(server.bean(Keys.class).current(partner())).isEmpty();
        assertThat(newest(course).shortCode()).isEqualTo(code);
        retirePartnersKey(false);
    }

    private Organisation partner() {
        return server.bean(AccountStore.class).organisation("kallavesi").orElseThrow();
    }

    /** Retires the one key of the partner, or takes that back. */
    private void retirePartnersKey(boolean retired) {
        server.bean(JdbcClient.class)
                .sql(
                        """
                        UPDATE signing_key SET retired_at = CASE WHEN :retired THEN now() END
                        WHERE organisation_id = :partner
                        """)
                .param("retired", retired)
                .param("partner", partner().id())
                .update();
    }

    @Test
    void nothingIsAwardedJointlyOnceTheOtherHasRefused() throws Exception {
        var course =
                design(
                        "API-J2",
                        new CourseDraft.Terms(
                                "",
                                "",
                                "",
                                "",
                                "",
                                List.of(
                                        new CourseDraft.Partner(
                                                "joint-awarding-body", "kallavesi", ""))));
        post("/api/v1/courses/" + course + "/submission", TestServer.DESIGNER, "");
        post(
                "/api/v1/reviews/" + course + "/1/decision",
                TestServer.QUALITY_OFFICER,
                decision(course));

        var refused =
                post(
                        "/api/v1/joint-awards/" + course + "/1",
                        PARTNER,
                        "{\"agrees\": false, \"reason\": \"No teacher of ours takes part\"}");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(upload(course).body())
                .contains("catalogue.joint-refused")
                .contains("No teacher of ours takes part");
    }

    private HttpResponse<String> upload(String course) throws Exception {
        return send(
                server.api("/api/v1/awards/" + course + "/1/batches", TestServer.REGISTRAR)
                        .header("Content-Type", "text/csv")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        """
                                        learner_id,A1,passed_on
                                        BF-2026-0011,passed,2026-11-20
                                        """)));
    }

    @Test
    void aDraftThatStatesNothingOfItsCredentialClaimsNothing() throws Exception {
        var draft = (ObjectNode) json.valueToTree(CourseDraft.empty());
        draft.remove("terms");

        var begun = post("/api/v1/courses", TestServer.DESIGNER, draft.toString());
        draft.putObject("terms").put("validMonths", "36");
        var partly = post("/api/v1/courses", TestServer.DESIGNER, draft.toString());

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(json.readTree(begun.body()).at("/draft/terms/validMonths").asString()).isEmpty();
        assertThat(partly.statusCode()).as(partly.body()).isEqualTo(201);
        assertThat(partly.body()).contains("Why the outcomes age: nothing is stated");
    }

    @Test
    void aDesignThatWasFrozenBeforeThereWereTermsIsReadWithoutAny() throws Exception {
        var record = json.readTree(get("/api/v1/catalogue/borgofiume/CLIMA-5/1", "").body());
        var design = (ObjectNode) record.get("design");
        design.remove("terms");

        var read = json.treeToValue(design, CourseDesign.class);

        assertThat(read.terms()).isEqualTo(new CredentialTerms());
    }

    @Test
    void aDocumentWithoutItsMembersIsTheCallersFault() throws Exception {
        var course = design("API-3");
        post("/api/v1/courses/" + course + "/submission", TestServer.DESIGNER, "");
        var doors =
                Map.of(
                        "/api/v1/courses",
                        TestServer.DESIGNER,
                        "/api/v1/reviews/" + course + "/1/decision",
                        TestServer.QUALITY_OFFICER,
                        "/api/v1/courses/" + course + "/state",
                        TestServer.QUALITY_OFFICER,
                        "/api/v1/awards/" + course + "/revocation",
                        TestServer.REGISTRAR,
                        "/api/v1/awards/batches/" + course + "/confirmation",
                        TestServer.REGISTRAR);

        for (var door : doors.entrySet()) {
            for (var body : List.of("{}", "null", "[]", "{\"reason\": null}")) {
                var answer = post(door.getKey(), door.getValue(), body);

                assertThat(answer.statusCode()).as(door.getKey() + " " + body).isEqualTo(400);
                assertThat(answer.body()).contains("request.not-readable");
            }
        }
    }

    @Test
    void anApprovedCourseHasOnePageAndOneRecordWithTheSameFacts() throws Exception {
        var record = json.readTree(get("/api/v1/catalogue/borgofiume/CLIMA-5/1", "").body());
        var page = get("/catalogue/borgofiume/CLIMA-5/1", "").body();

        assertThat(record.get("design").get("credits").decimalValue()).isEqualByComparingTo("5");
        assertThat(page)
                .contains(record.get("design").get("title").get("it").asString())
                .contains("5.0 ECTS")
                .contains("125 h of learning");
        assertThat(get("/api/v1/catalogue/borgofiume/TUTOR-12/1", "").statusCode()).isEqualTo(404);
        assertThat(get("/catalogue/borgofiume/TUTOR-12/1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whateverAPageChangesAnEndpointChangesToo() {
        var pages =
                Doors.ALL.stream()
                        .filter(door -> door.method().equals("POST"))
                        .map(door -> door.pattern().getPatternString())
                        .filter(path -> !path.startsWith("/api/") && !path.startsWith("/sign-"))
                        .filter(path -> !path.startsWith("/interop/")) // no pages
                        .toList();

        assertThat(ENDPOINTS.keySet()).containsAll(pages);
        for (var page : pages) {
            for (var endpoint : ENDPOINTS.getOrDefault(page, List.of())) {
                assertThat(Doors.ALL).anyMatch(door -> is(door, endpoint));
            }
        }
    }

    /** For each page that changes something, the endpoints that do the same. */
    private static final Map<String, List<String>> ENDPOINTS =
            Map.ofEntries(
                    Map.entry("/verify", List.of("POST /api/v1/verifications")),
                    Map.entry("/verify/batch", List.of("POST /api/v1/verifications/batch")),
                    Map.entry("/courses", List.of("POST /api/v1/courses")),
                    Map.entry(
                            "/courses/{course}",
                            List.of(
                                    "PUT /api/v1/courses/{course}",
                                    "POST /api/v1/courses/{course}/clashes",
                                    "POST /api/v1/courses/{course}/submission")),
                    Map.entry(
                            "/awards/{course}/{number}/result",
                            List.of("POST /api/v1/awards/{course}/{number}/results")),
                    Map.entry(
                            "/courses/{course}/{number}/runs",
                            List.of("POST /api/v1/courses/{course}/{number}/runs")),
                    Map.entry(
                            "/courses/{course}/{number}/runs/{run}",
                            List.of("PUT /api/v1/courses/{course}/{number}/runs/{run}")),
                    Map.entry(
                            "/courses/{course}/{number}/runs/{run}/cancellation",
                            List.of(
                                    "POST /api/v1/courses/{course}/{number}/runs/{run}/cancellation")),
                    Map.entry(
                            "/courses/{course}/{number}/hours",
                            List.of("POST /api/v1/courses/{course}/{number}/hours/import")),
                    Map.entry("/reviews/hours-rule", List.of("PUT /api/v1/reviews/hours-rule")),
                    Map.entry(
                            "/catalogue/{organisation}/{code}/{number}/hours",
                            List.of("PUT /api/v1/catalogue/{organisation}/{code}/{number}/hours")),
                    Map.entry("/courses/{course}/live", List.of("PUT /api/v1/courses/{course}")),
                    Map.entry(
                            "/courses/{course}/states/{revision}",
                            List.of("POST /api/v1/courses/{course}/states/{revision}")),
                    Map.entry(
                            "/courses/{course}/copy",
                            List.of("POST /api/v1/courses/{course}/copy")),
                    Map.entry(
                            "/catalogue/{organisation}/{code}/{number}/copy",
                            List.of("POST /api/v1/catalogue/{organisation}/{code}/{number}/copy")),
                    Map.entry(
                            "/courses/{course}/deletion",
                            List.of("DELETE /api/v1/courses/{course}")),
                    Map.entry(
                            "/courses/{course}/undeletion",
                            List.of("POST /api/v1/courses/{course}/undeletion")),
                    Map.entry(
                            "/reviews/{course}/{number}",
                            List.of("POST /api/v1/reviews/{course}/{number}/decision")),
                    Map.entry(
                            "/reviews/{course}/state",
                            List.of("POST /api/v1/courses/{course}/state")),
                    Map.entry("/accreditations", List.of("POST /api/v1/accreditations")),
                    Map.entry(
                            "/accreditations/{accreditation}/withdrawal",
                            List.of("POST /api/v1/accreditations/{accreditation}/withdrawal")),
                    Map.entry(
                            "/awards/{course}/{number}",
                            List.of("POST /api/v1/awards/{course}/{number}/batches")),
                    Map.entry(
                            "/awards/batches/{batch}",
                            List.of("POST /api/v1/awards/batches/{batch}/confirmation")),
                    Map.entry(
                            "/awards/batches/{batch}/approval",
                            List.of(
                                    "POST /api/v1/awards/batches/{batch}/approval",
                                    "POST /api/v1/awards/batches/{batch}/return",
                                    "POST /api/v1/awards/batches/{batch}/withdrawal")),
                    Map.entry("/awards/approval-rule", List.of("PUT /api/v1/awards/approval-rule")),
                    Map.entry(
                            "/awards/{award}/suspension",
                            List.of("POST /api/v1/awards/{award}/suspension")),
                    Map.entry(
                            "/awards/{award}/reinstatement",
                            List.of("POST /api/v1/awards/{award}/reinstatement")),
                    Map.entry(
                            "/awards/{award}/revocation",
                            List.of("POST /api/v1/awards/{award}/revocation")),
                    Map.entry("/national-types", List.of("POST /api/v1/national-types")),
                    Map.entry(
                            "/national-types/{type}/end",
                            List.of("POST /api/v1/national-types/{type}/end")),
                    Map.entry(
                            "/joint-awards/{course}/{number}",
                            List.of("POST /api/v1/joint-awards/{course}/{number}")),
                    Map.entry(
                            "/awards/{award}/correction",
                            List.of("POST /api/v1/awards/{award}/correction")),
                    Map.entry("/courses/import", List.of("POST /api/v1/courses/import/preview")),
                    Map.entry("/courses/import/{file}", List.of("POST /api/v1/courses/import")),
                    Map.entry("/learners", List.of("POST /api/v1/learners")),
                    Map.entry(
                            "/admissions/{application}",
                            List.of("POST /api/v1/admissions/{application}/decision")),
                    Map.entry("/course-applications", List.of("POST /api/v1/course-applications")),
                    Map.entry(
                            "/course-applications/{application}/withdrawal",
                            List.of("POST /api/v1/course-applications/{application}/withdrawal")),
                    Map.entry(
                            "/credentials/{shortCode}/wallet",
                            List.of("POST /api/v1/credentials/{shortCode}/wallet")),
                    Map.entry("/credentials/record", List.of("POST /api/v1/credentials/record")),
                    Map.entry(
                            "/stacks/{rulebook}/record",
                            List.of("POST /api/v1/stacks/{rulebook}/record")),
                    Map.entry(
                            "/stacks/{rulebook}/choices",
                            List.of("PUT /api/v1/stacks/{rulebook}/choices")),
                    Map.entry("/rulebooks", List.of("POST /api/v1/rulebooks/drafts")),
                    Map.entry(
                            "/rulebooks/{draft}",
                            List.of(
                                    "PUT /api/v1/rulebooks/drafts/{draft}",
                                    "POST /api/v1/rulebooks/drafts/{draft}/what-if",
                                    "POST /api/v1/rulebooks/drafts/{draft}/publication")),
                    Map.entry(
                            "/rulebooks/{draft}/live",
                            List.of("PUT /api/v1/rulebooks/drafts/{draft}")),
                    Map.entry("/recognition", List.of("POST /api/v1/recognition/applications")),
                    Map.entry(
                            "/applications/{application}",
                            List.of(
                                    "POST"
                                            + " /api/v1/recognition/applications/{application}/decision")));

    private static boolean is(Door door, String endpoint) {
        return (door.method() + " " + door.pattern().getPatternString()).equals(endpoint);
    }

    private static final CourseDraft.Terms TERMS =
            new CourseDraft.Terms(
                    "36",
                    "24",
                    "Formats of exchange change every few years.",
                    "",
                    "",
                    List.of(
                            new CourseDraft.Partner("provider", "Centro Meteo Valdoro", "IT"),
                            new CourseDraft.Partner("platform", "Savo Learning Oy", "FI")));

    private static final SkillLink SKILL =
            new SkillLink(
                    "http://data.europa.eu/esco/skill/4463a721-69f3-413d-8321-43e3af13a4f1",
                    "use databases");

    private String design(String code) throws Exception {
        return design(code, TERMS);
    }

    private String design(String code, CourseDraft.Terms terms) throws Exception {
        var draft =
                new CourseDraft(
                                code,
                                "Data by machine",
                                "",
                                "en",
                                "1",
                                "7",
                                "7",
                                "second",
                                "0612",
                                "online",
                                "",
                                "stand-alone",
                                "",
                                "Systems exchange what people taught.",
                                "",
                                "",
                                "passed or failed",
                                "",
                                terms,
                                List.of(
                                        new CourseDraft.Outcome(
                                                "design an exchange of records",
                                                false,
                                                List.of(
                                                        new CourseDraft.Words(
                                                                "it",
                                                                "progettare uno scambio di dati")),
                                                List.of(SKILL),
                                                "create",
                                                "skills")),
                                List.of(
                                        new CourseDraft.Activity(
                                                "Reading",
                                                "20",
                                                List.of(1),
                                                "reading",
                                                "",
                                                "",
                                                "",
                                                "online-asynchronous",
                                                "The library",
                                                List.of("https://valdoro.example/reader"))),
                                List.of(
                                        new CourseDraft.Task(
                                                "Design",
                                                "project-work",
                                                "100",
                                                "5",
                                                "unsupervised",
                                                List.of(1))))
                        .with(
                                new DraftPlan()
                                        .with(
                                                new DraftPlan.Relevance(
                                                        "Those who run registers",
                                                        List.of(
                                                                new DraftPlan.Stakeholder(
                                                                        "public-body",
                                                                        "Comune di Valdoro",
                                                                        "2026-02-02")),
                                                        List.of(),
                                                        List.of())));
        var begun = post("/api/v1/courses", TestServer.DESIGNER, json.writeValueAsString(draft));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return json.readTree(begun.body()).get("id").asString();
    }

    private String decision(String course) throws Exception {
        var review =
                json.readTree(
                        get("/api/v1/reviews/" + course + "/1", TestServer.QUALITY_OFFICER).body());
        var findings = json.createArrayNode();
        for (JsonNode criterion : review.get("criteria").get("criteria")) {
            findings.addObject()
                    .put("criterion", criterion.get("id").asString())
                    .put("result", "met")
                    .put("text", "");
        }
        var decision = json.createObjectNode();
        decision.set("findings", findings);
        decision.put("outcome", "approved").put("reasons", "All criteria are met.").put("years", 3);
        return json.writeValueAsString(decision);
    }

    private eu.cairn.app.award.AwardStore.AwardRow newest(String course) {
        return server.bean(eu.cairn.app.award.AwardStore.class)
                .awards(
                        server.acting("borgofiume", eu.cairn.app.account.Role.REGISTRAR),
                        java.util.UUID.fromString(course),
                        1,
                        1)
                .getFirst();
    }

    private String verdict(String document) throws Exception {
        var answer = post("/api/v1/verifications", "", document);
        return json.readTree(answer.body()).get("verdict").asString();
    }

    private HttpResponse<String> get(String path, String who) throws Exception {
        return send(server.api(path, who).GET());
    }

    private HttpResponse<String> post(String path, String who, String body) throws Exception {
        return send(
                server.api(path, who)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
