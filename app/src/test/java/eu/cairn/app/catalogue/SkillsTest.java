package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Skills are found by words of their names, among a sample until the official file is loaded. */
class SkillsTest {

    private static final String HEADER =
            "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,"
                    + "status,modifiedDate,scopeNote,definition,inScheme,description\n";
    private static final String SKILL =
            "KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/";

    @Test
    void theSampleIsReadAsTheOfficialFileIs() {
        assertThat(EscoFile.sample()).hasSize(30);
    }

    @Test
    void theOfficialFileTakesThePlaceOfTheSampleForItsLanguageAndCanBeLoadedAgain() {
        var server = TestServer.start(true);
        try {
            var skills = server.bean(Skills.class);
            assertThat(skills.find("quantitative", Language.ENGLISH).sample()).isTrue();
            assertThat(skills.find("quantitative data", Language.ENGLISH).skills()).hasSize(1);

            for (int twice = 0; twice < 2; twice++) {
                skills.replace(new Language("fi"), read(line("a1", "Käsitellä 100 % tietoa", "")));
            }

            var finnish = skills.find("KASITELLA tietoa", new Language("fi"));
            assertThat(finnish.sample()).isFalse();
            assertThat(finnish.all()).isEqualTo(1);
            assertThat(finnish.skills()).hasSize(1);
            assertThat(skills.find("%", new Language("fi")).skills()).isEmpty();
            assertThat(skills.find("data", Language.ENGLISH).sample()).isTrue();
            assertThat(skills.find("x".repeat(100_000), Language.ENGLISH).skills()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void obsoleteSkillsAreLeftOutAndFurtherNamesFound() {
        var all =
                read(
                        line("a1", "weigh data", "\"judge data\nassess data\"")
                                + line("a2", "old", "", "obsolete"));

        assertThat(all).extracting(Skill::label).containsExactly("weigh data");
        assertThat(all.getFirst().otherLabels()).contains("assess data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n1,2\n",
                "conceptUri,preferredLabel\n",
                "conceptUri,preferredLabel\nhttp://example.org/1,weigh\n",
                "conceptUri,preferredLabel\nhttp://data.europa.eu/esco/skill/1,\n"
            })
    void whatIsNoFileOfSkillsIsRefused(String text) {
        assertThat(EscoFile.read(text)).isInstanceOf(Decided.Refused.class);
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsRefused(@TempDir Path folder) throws Exception {
        var binary = Files.write(folder.resolve("skills_en.csv"), new byte[] {-1, -2, 0, -128});

        assertThat(SkillImport.read(binary)).isInstanceOf(Decided.Refused.class);
        assertThat(SkillImport.read(folder.resolve("none.csv")))
                .isInstanceOf(Decided.Refused.class);
        assertThat(SkillImport.read(folder)).isInstanceOf(Decided.Refused.class);
    }

    private static List<Skill> read(String lines) {
        return EscoFile.read(HEADER + lines) instanceof Decided.Accepted<List<Skill>>(var all)
                ? all
                : List.of();
    }

    private static String line(String id, String label, String others) {
        return line(id, label, others, "released");
    }

    private static String line(String id, String label, String others, String status) {
        return SKILL
                + "%s,knowledge,cross-sector,%s,%s,,%s,2024-01-01,,,x,\n"
                        .formatted(id, label, others, status);
    }
}
