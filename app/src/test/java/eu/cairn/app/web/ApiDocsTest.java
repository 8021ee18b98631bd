package eu.cairn.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocsTest {

    private final TestServer server = TestServer.shared();

    @Test
    void valuesAreDescribedAsTheyAreWritten() {
        var design = description().get("components").get("schemas").get("CourseDesign");

        assertThat(design.get("properties").get("credits").get("type").asString())
                .isEqualTo("number");
        assertThat(design.get("properties").get("language").get("type").asString())
                .isEqualTo("string");
        assertThat(design.get("properties").get("participation").get("enum").toString())
                .isEqualTo("[\"online\",\"onsite\",\"blended\"]");
    }

    @Test
    void everyEndpointIsDescribedWithWhatItDoesAndHowItRefuses() {
        var paths = description().get("paths");

        assertThat(paths.size()).isGreaterThan(20);
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asString("")).isNotBlank();
                assertThat(operation.get("responses").get("4XX").get("content").toString())
                        .contains("application/problem+json");
            }
        }
    }

    @Test
    void aVerificationIsDescribedWithWhatItTakesAndWhatItAnswers() {
        var description = description();
        var operation = description.at("/paths/~1api~1v1~1verifications/post");
        var schemas = description.at("/components/schemas");

        assertThat(operation.at("/requestBody/required").asBoolean()).isTrue();
        assertThat(operation.at("/requestBody/description").asString()).contains("10 MB", "1 MB");
        assertThat(operation.at("/requestBody/content").propertyNames())
                .contains(
                        "application/json",
                        "application/vc",
                        "application/vc+jwt",
                        "application/dc+sd-jwt",
                        "application/pdf",
                        "image/png",
                        "image/svg+xml",
                        "application/xml",
                        "text/plain",
                        "application/octet-stream");
        assertThat(operation.at("/responses/200/content/application~1json/schema/$ref").asString())
                .endsWith("/VerificationOfDocument");
        assertThat(schemas.at("/VerificationOfDocument/properties/verdict/enum").toString())
                .isEqualTo("[\"genuine\",\"not-genuine\",\"could-not-finish\"]");
        assertThat(schemas.at("/VerificationCheck/properties/result/enum").toString())
                .contains("\"passed\"", "\"could-not-check\"");
        for (var path : new String[] {"batch", "report"}) {
            var other = description.at("/paths/~1api~1v1~1verifications~1" + path + "/post");
            assertThat(other.at("/requestBody/content").isEmpty()).isFalse();
            assertThat(other.at("/responses/200/content").propertyNames()).doesNotContain("*/*");
        }
    }

    @Test
    void aVerificationAnswersNothingThatIsNotDescribed() {
        server.signAll();
        var code =
                server.bean(JdbcClient.class)
                        .sql("SELECT short_code FROM award ORDER BY id LIMIT 1")
                        .query(String.class)
                        .single();
        var report =
                server.bean(JsonMapper.class)
                        .readTree(server.visitor().get("/v/" + code + "/report.json").body());
        var schemas = description().at("/components/schemas");

        assertThat(schemas.at("/VerificationOfDocument/properties").propertyNames())
                .containsAll(report.propertyNames());
        assertThat(schemas.at("/VerificationCheck/properties").propertyNames())
                .containsAll(report.get("checks").get(0).propertyNames());
        assertThat(schemas.at("/VerifiedCredential/properties").propertyNames())
                .containsAll(report.get("credential").propertyNames());
    }

    private JsonNode description() {
        var description =
                server.bean(JsonMapper.class)
                        .readTree(server.visitor().get("/api/openapi.json").body());
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        return description;
    }
}
