package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Supervision;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import eu.cairn.testing.Shared;
import eu.cairn.testing.SkippedWithoutShared;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials in the Edubadges profile, judged by the schemas that its makers wrote. */
class EdubadgesTest {

    private static final String FOLDER = "standards/open-badges-3.0/";
    private static final Signer SIGNER = Samples.signer(1);
    private static final EdubadgesFormat FORMAT = new EdubadgesFormat();

    /** The schemas, read when they are first needed. */
    private static final class Published {

        static final List<Schema> SCHEMAS =
                Stream.of(
                                "schema/ob_v3p0_achievementcredential_schema.json",
                                "edubadges/schemas/microcredential.json",
                                "edubadges/schemas/microcredential_ects.json")
                        .map(EdubadgesTest::schema)
                        .toList();
    }

    private static Schema schema(String file) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(Files.readString(Shared.path(FOLDER + file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<MicroCredential> credentials() {
        return MicroCredentials.any().map(any -> MicroCredentials.fitFor(FORMAT, any));
    }

    @Property(tries = 100)
    @AddLifecycleHook(SkippedWithoutShared.class)
    void whatIsIssuedPassesTheSchemasAndLosesNoTermWhenExpanded(
            @ForAll("credentials") MicroCredential credential) {
        var written = Edubadge.write(credential, Samples.publication());

        // safe mode: a term that expansion would drop is refused
        var signed =
                accepted(
                        new DataIntegrity(Contexts.trusted())
                                .sign(written, SIGNER, Samples.ISSUED));

        for (var schema : Published.SCHEMAS) {
            assertThat(schema.validate(signed, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void everyTermHasTheAddressOfTheGlossary() throws IOException {
        var theirs =
                Files.readString(Shared.path(FOLDER + "edubadges/contexts/educredential.json"));
        var meant =
                theirs.replace("eduabages.nl", "edubadges.nl")
                        .replace("edubaadges.nl", "edubadges.nl")
                        .replace("\"context\":", "\"@context\":")
                        .replace("xsd:number", "xsd:integer")
                        .replace(
                                "#ects\",\n          \"@type\": \"xsd:integer\"",
                                "#ects\",\n          \"@type\": \"xsd:double\"")
                        .replace("xsd:", "http://www.w3.org/2001/XMLSchema#");

        var ours = Contexts.trusted().document(Contexts.EDUBADGES);

        assertThat(spelledOut(ours)).isEqualTo(spelledOut(accepted(StrictJson.parse(meant))));
        assertThat(theirs).contains("eduabages.nl", "edubaadges.nl", "\"context\":");
    }

    private static String spelledOut(JsonObject context) {
        return context.toString().replaceAll("\\{\"@id\":(\"[^\"]*\")}", "$1");
    }

    @Test
    void theirExamplesAreReadWithTheirCredits() throws IOException {
        int read = 0;
        try (var files = Files.list(Shared.path(FOLDER + "edubadges/credentials"))) {
            for (var file : files.sorted().toList()) {
                var document = accepted(StrictJson.parse(Files.readAllBytes(file)));
                var achievement =
                        document.getJsonObject("credentialSubject").getJsonObject("achievement");
                var credential = accepted(OpenBadge.read(document));

                assertThat(credential.workload().flatMap(Workload::credits))
                        .as(file.toString())
                        .isEqualTo(
                                Optional.ofNullable(achievement.getJsonNumber("ECTS"))
                                        .map(number -> Ects.of(number.bigDecimalValue())));
                assertThat(credential.outcomes()).as(file.toString()).isEmpty();
                read++;
            }
        }
        System.out.println("Edubadges examples read: " + read);
        assertThat(read).isEqualTo(27);
    }

    @Test
    void anAwardThatDoesNotFitSaysWhyAndIsNotWritten() {
        var tooSmall = with(Ects.parse("2.5"), Supervision.ONSITE_WITH_IDENTITY_CHECK);
        var uneven = with(Ects.parse("4.2"), Supervision.ONSITE_WITH_IDENTITY_CHECK);
        var tooLarge = with(Ects.parse("30.5"), Supervision.ONSITE_WITH_IDENTITY_CHECK);
        var unworded = with(Ects.parse("5"), Supervision.NONE_WITH_IDENTITY_CHECK);
        var uncounted = with(Optional.empty(), Supervision.NONE);
        var attended =
                Changed.of(
                        with(Ects.parse("5"), Supervision.NONE),
                        Map.of(
                                "assessments",
                                List.of(
                                        assessment(AssessmentType.QUIZ, 40, Supervision.NONE),
                                        assessment(
                                                AssessmentType.ATTENDANCE, 60, Supervision.NONE))));

        var joint =
                Changed.of(
                        with(Ects.parse("5"), Supervision.NONE),
                        Map.of(
                                "contributors",
                                List.of(
                                        new Contributor(
                                                "Delta College",
                                                Contributor.Role.JOINT_AWARDING_BODY,
                                                Optional.empty(),
                                                Optional.empty()))));

        assertThat(FORMAT.unfit(tooSmall))
                .containsExactly(Refusal.of("credential.edubadges-credits", "credits", "2.5"));
        assertThat(FORMAT.unfit(uneven)).hasSize(1);
        assertThat(FORMAT.unfit(tooLarge)).hasSize(1);
        assertThat(FORMAT.unfit(unworded))
                .extracting(Refusal::code)
                .containsExactly("credential.edubadges-supervision");
        assertThat(FORMAT.unfit(attended))
                .extracting(Refusal::code)
                .containsExactly("credential.edubadges-assessment");
        assertThat(FORMAT.unfit(joint))
                .containsExactly(
                        Refusal.of("credential.edubadges-joint", "contributors", "Delta College"));
        assertThat(FORMAT.lacking(uncounted)).containsExactly(CredentialPart.CREDITS);
        for (var one : List.of(tooSmall, uneven, tooLarge, unworded, uncounted, attended, joint)) {
            assertThatThrownBy(() -> FORMAT.write(one, Publication.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var credits : List.of("3", "3.5", "30")) {
            assertThat(FORMAT.unfit(with(Ects.parse(credits), Supervision.NONE))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, unsupervised with no identity verification, false",
        "ONLINE, supervised with no identity verification, false",
        "ONSITE, supervised with no identity verification, false",
        "ONLINE_WITH_IDENTITY_CHECK, supervised online, true",
        "ONSITE_WITH_IDENTITY_CHECK, onsite with identity verification, true"
    })
    void supervisionHasTheWordOfTheProfile(Supervision how, String word, boolean checked) {
        var achievement = achievement(with(Ects.parse("5"), how));

        assertThat(achievement.getString("supervisionType")).isEqualTo(word);
        assertThat(achievement.getBoolean("identityChecked")).isEqualTo(checked);
    }

    @Test
    void ofSeveralAssessmentsTheWeightiestAndTheLeastSupervisedCount() {
        var credential =
                Changed.of(
                        with(Ects.parse("5"), Supervision.NONE),
                        Map.of(
                                "assessments",
                                List.of(
                                        assessment(
                                                AssessmentType.QUIZ,
                                                20,
                                                Supervision.ONLINE_WITH_IDENTITY_CHECK),
                                        assessment(
                                                AssessmentType.PORTFOLIO, 80, Supervision.NONE))));

        var achievement = achievement(credential);

        assertThat(achievement.getString("assessmentType")).isEqualTo("portfolio");
        assertThat(achievement.getString("supervisionType"))
                .isEqualTo("unsupervised with no identity verification");
        assertThat(achievement.getBoolean("identityChecked")).isFalse();
    }

    @Test
    void withoutAGradeTheResultIsThatItWasCompleted() {
        var credential =
                Changed.of(
                        with(Ects.parse("5"), Supervision.NONE), Map.of("grade", Optional.empty()));
        var written = accepted(StrictJson.parse(FORMAT.write(credential, Publication.NONE)));

        assertThat(written.getJsonObject("credentialSubject").getJsonArray("result").toString())
                .contains("\"status\":\"Completed\"")
                .doesNotContain("value");
        assertThat(
                        accepted(FORMAT.read(written.toString().getBytes(StandardCharsets.UTF_8)))
                                .grade())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ONLINE, online", "ONSITE, onsite or blended", "BLENDED, onsite or blended"})
    void participationHasTheWordOfTheProfile(FormOfParticipation form, String word) {
        var credential =
                Changed.of(
                        with(Ects.parse("5"), Supervision.NONE),
                        Map.of("participation", Optional.of(form)));

        assertThat(achievement(credential).getString("participationType")).isEqualTo(word);
    }

    private static JsonObject achievement(MicroCredential credential) {
        return accepted(StrictJson.parse(FORMAT.write(credential, Publication.NONE)))
                .getJsonObject("credentialSubject")
                .getJsonObject("achievement");
    }

    private static Assessment assessment(AssessmentType type, int weight, Supervision how) {
        return new Assessment("Proof", Optional.of(type), Optional.of(weight), Optional.of(how));
    }

    private static MicroCredential with(Optional<Ects> credits, Supervision how) {
        return Changed.of(
                Samples.credential(SIGNER),
                Map.of(
                        "workload",
                        Optional.of(
                                new Workload(
                                        credits, Optional.of(LearningHours.of(120)), List.of())),
                        "assessments",
                        List.of(assessment(AssessmentType.WRITTEN_EXAMINATION, 100, how))));
    }
}
