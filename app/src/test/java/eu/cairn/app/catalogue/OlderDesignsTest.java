package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.demo.DemoCourses;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CoursePlan;
import eu.cairn.catalogue.DesignReview;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.framework.NationalFrameworks;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drafts and frozen designs that were written before there was more to state are still read. */
class OlderDesignsTest {

    private static final List<String> NEW =
            List.of(
                    "titles",
                    "answers",
                    "translations",
                    "taxonomy",
                    "kind",
                    "type",
                    "method",
                    "amount",
                    "mode",
                    "teachers",
                    "resources",
                    "aims",
                    "remarks",
                    "plan",
                    "mustPass",
                    "group");

    private final JsonMapper json = TestServer.shared().bean(JsonMapper.class);

    @Test
    void whatWasNotStatedThenIsEmpty() {
        var course = DemoCourses.all().getFirst();
        var draft = json.readValue(older(course.draft()), CourseDraft.class);
        assertThat(draft.outcomes().getFirst().translations()).isEmpty();
        assertThat(draft.activities().getFirst().method()).isEmpty();
        assertThat(draft.activities().getFirst().resources()).isEmpty();
        assertThat(draft.answers()).isEmpty();
        assertThat(draft.plan()).isEqualTo(new DraftPlan());
        assertThat(draft.tasks().getFirst().mustPass()).isFalse();

        var frozen =
                DesignReview.of(
                                course.draft(),
                                course.organisation().country(),
                                NationalFrameworks.published(),
                                LocalDate.of(2026, 11, 23))
                        .design()
                        .orElseThrow();
        var design = json.readValue(older(frozen), CourseDesign.class);
        assertThat(design.activities().getFirst().type()).isEmpty();
        assertThat(design.activities().getFirst().mode()).isEmpty();
        assertThat(design.activities().getFirst().resources()).isEmpty();
        assertThat(design.aims()).isEmpty();
        assertThat(design.remarks()).isEmpty();
        assertThat(design.plan()).isEqualTo(new CoursePlan());
        assertThat(design.hours()).isEqualTo(frozen.hours());
        assertThat(design.outcomes()).isEqualTo(frozen.outcomes());
    }

    private String older(Object written) {
        return older(json.readTree(json.writeValueAsString(written))).toString();
    }

    /** The same without the members that came later; what a task has keeps its type. */
    private static JsonNode older(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean task = object.has("weight") || object.has("weightPercent");
            NEW.stream().filter(name -> !task || !name.equals("type")).forEach(object::remove);
        }
        node.forEach(OlderDesignsTest::older);
        return node;
    }
}
