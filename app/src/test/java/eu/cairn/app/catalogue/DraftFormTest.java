package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.Estimates;
import eu.cairn.credential.SkillLink;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** The form keeps what was typed in the rows that stay, at their new places. */
class DraftFormTest {

    private static final String URI = "http://data.europa.eu/esco/skill/a1";

    private final LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    DraftFormTest() {
        type("title.1", "Ilmasto", "title.1.language", "fi", "title.2", "Klima");
        type("title.2.language", "de", "outcome.1", "list", "outcome.2", "evaluate");
        type("outcome.2.translation.1", "arvioida", "outcome.2.translation.2", "bewerten");
        type("outcome.2.skill.1", URI, "outcome.2.skill.1.label", "weigh data");
        type("outcome.2.taxonomy", "evaluate", "outcome.2.kind", "skills");
        type("activity.1", "Texts", "activity.1.type", "reading", "activity.1.method", "video");
        type("activity.1.amount", "40", "teach.2.1", "on");
        type("activity.1.mode", "online-asynchronous", "activity.1.teachers", "The library");
        type("activity.1.resources", "Reader\r\n\r\nhttps://unibo.example/reader\r\n");
        type("answer.1", "It is so", "answer.1.code", "catalogue.outcome-several");
        type("answer.1.place", "outcomes[2]", "answer.2", "");
    }

    @Test
    void everythingTypedIsRead() {
        var draft = new DraftForm(fields).draft();

        assertThat(draft.titles())
                .containsExactly(
                        new CourseDraft.Words("fi", "Ilmasto"),
                        new CourseDraft.Words("de", "Klima"));
        var outcome = draft.outcomes().get(1);
        assertThat(outcome.translations())
                .containsExactly(
                        new CourseDraft.Words("fi", "arvioida"),
                        new CourseDraft.Words("de", "bewerten"));
        assertThat(outcome.skills()).containsExactly(new SkillLink(URI, "weigh data"));
        assertThat(outcome.taxonomy() + outcome.kind()).isEqualTo("evaluateskills");
        assertThat(
                        Estimates.of(draft)
                                .estimate(draft.activities().getFirst())
                                .orElseThrow()
                                .likely())
                .hasToString("1");
        assertThat(draft.activities().getFirst().mode()).isEqualTo("online-asynchronous");
        assertThat(draft.activities().getFirst().teachers()).isEqualTo("The library");
        assertThat(draft.activities().getFirst().resources())
                .containsExactly("Reader", "https://unibo.example/reader");
        assertThat(draft.answers()).hasSize(1);
    }

    @Test
    void anAnswerMovesWithItsOutcomeAndGoesWithIt() {
        type("action", "remove-outcome-1");
        var moved = new DraftForm(fields).draft();
        assertThat(moved.answers().getFirst().place()).isEqualTo("outcomes[1]");
        assertThat(moved.outcomes().getFirst().skills()).hasSize(1);
        assertThat(moved.activities().getFirst().type()).isEqualTo("reading");
        assertThat(moved.activities().getFirst().outcomes()).containsExactly(1);

        fields.set("action", "remove-outcome-2");
        assertThat(new DraftForm(fields).draft().answers()).isEmpty();
    }

    @Test
    void aLanguageIsTakenAwayFromTheTitleAndEveryOutcome() {
        type("action", "remove-language-1");
        var draft = new DraftForm(fields).draft();

        assertThat(draft.titles()).containsExactly(new CourseDraft.Words("de", "Klima"));
        assertThat(draft.outcomes().get(1).translations())
                .containsExactly(new CourseDraft.Words("de", "bewerten"));
    }

    @Test
    void aSkillIsLinkedOnceAndTakenAway() {
        type("action", "add-skill-2 " + URI + " weigh data");
        assertThat(new DraftForm(fields).draft().outcomes().get(1).skills()).hasSize(1);

        fields.set("action", "add-skill-1 http://data.europa.eu/esco/skill/b2 work in teams");
        assertThat(new DraftForm(fields).draft().outcomes().getFirst().skills())
                .containsExactly(
                        new SkillLink("http://data.europa.eu/esco/skill/b2", "work in teams"));

        fields.set("action", "remove-skill-2-1");
        assertThat(new DraftForm(fields).draft().outcomes().get(1).skills()).isEmpty();
    }

    private void type(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(pairs[i], pairs[i + 1]);
        }
    }
}
