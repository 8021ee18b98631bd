package eu.cairn.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import org.junit.jupiter.api.Test;
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

    private JsonNode description() {
        var description =
                server.bean(JsonMapper.class)
                        .readTree(server.visitor().get("/api/openapi.json").body());
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        return description;
    }
}
