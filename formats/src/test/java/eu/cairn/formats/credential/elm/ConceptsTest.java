package eu.cairn.formats.credential.elm;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.Supervision;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.framework.Country;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.testing.Shared;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConceptsTest {

    private static final List<String> LANGUAGES_OF_THE_UNION =
            List.of(
                    "bg", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "de", "el", "hu", "ga",
                    "it", "lv", "lt", "mt", "pl", "pt", "ro", "sk", "sl", "es", "sv");

    @Test
    void everyConceptThatIsWrittenIsInThePublishedVocabularies() throws IOException {
        var published = published();
        var written = new ArrayList<JsonObject>();
        var credential = Samples.credential(Samples.signer(1));
        collect(new CredentialWriter(credential, Publication.NONE).document(), written);
        Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)
                .forEach(code -> written.add(Concepts.state(new Country(code))));
        written.add(Concepts.state(new Country("XK")));
        written.add(Concepts.provisionalState());
        LANGUAGES_OF_THE_UNION.forEach(tag -> written.add(Concepts.language(new Language(tag))));
        IntStream.rangeClosed(1, 8).forEach(i -> written.add(Concepts.eqf(new EqfLevel(i))));
        for (var form : FormOfParticipation.values()) {
            written.add(QualificationWriter.mode(form));
        }
        for (var type : AssessmentType.values()) {
            written.add(Concepts.snb(type.uri(), type.code()));
        }
        for (var supervision : Supervision.values()) {
            written.add(Concepts.snb(supervision.uri(), supervision.code()));
        }
        written.add(Concepts.field(new FieldOfEducation("0521", "Environmental sciences")));

        var strange = new TreeSet<String>();
        var found = new HashSet<String>();
        for (var concept : written) {
            var line = scheme(concept) + "," + concept.getString("id");
            if (published.contains(line)) {
                found.add(line);
            } else if (published.stream().anyMatch(p -> p.startsWith(scheme(concept) + ","))) {
                strange.add(line);
            }
        }

        assertThat(strange).isEmpty();
        System.out.println(found.size() + " European concepts are in the published vocabularies");
    }

    @Test
    void theTypesOfAssessmentAreCalledAsTheyArePublished() throws IOException {
        var lines =
                Files.readAllLines(
                        Shared.path(
                                "standards/eu-vocabularies/europass-learning-assessment-types.csv"));

        for (var type : AssessmentType.values()) {
            assertThat(lines)
                    .anyMatch(
                            line ->
                                    line.endsWith(
                                            type.uri() + "," + AchievementWriter.label(type)));
        }
    }

    @Test
    void aStateIsReadBackFromItsConcept() {
        for (var code : Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)) {
            var country = new Country(code);
            assertThat(Concepts.state(Concepts.state(country).getString("id"))).contains(country);
        }
        assertThat(Concepts.state(Concepts.provisionalState().getString("id"))).isEmpty();
    }

    @Test
    void aLanguageIsReadBackFromItsConcept() {
        for (var tag : LANGUAGES_OF_THE_UNION) {
            var concept = Concepts.language(new Language(tag)).getString("id");
            assertThat(Concepts.language(concept)).contains(new Language(tag));
        }
    }

    private static String scheme(JsonObject concept) {
        return Members.id(concept, "inScheme").orElse("");
    }

    private static Set<String> published() throws IOException {
        var lines = new HashSet<String>();
        try (var files = Files.list(Shared.path("standards/eu-vocabularies"))) {
            for (var file : files.toList()) {
                for (var line : Files.readAllLines(file)) {
                    var cells = line.split(",", 3);
                    lines.add(cells[0] + "," + (cells.length > 1 ? cells[1] : ""));
                }
            }
        }
        return lines;
    }

    private static void collect(JsonValue value, List<JsonObject> concepts) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> collect(item, concepts));
        } else if (value instanceof JsonObject object) {
            if (Members.texts(object, "type").contains("Concept")) {
                concepts.add(object);
            }
            object.values().forEach(item -> collect(item, concepts));
        }
    }
}
