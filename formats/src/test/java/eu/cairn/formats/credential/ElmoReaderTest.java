package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoTree;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.Refusal;
import eu.cairn.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Documents of others, good and hostile. */
class ElmoReaderTest {

    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
              <generatedDate>2026-02-01T12:00:00+02:00</generatedDate>
              <learner>
                <identifier type="nationalIdentifier">010190-000</identifier>
                <identifier type="esi">urn:schac:personalUniqueCode:int:esi:a.example:7</identifier>
                <givenNames>Aino</givenNames><familyName>Virta</familyName>
              </learner>
              <report>
                <issuer>
                  <country>FI</country>
                  <identifier type="pic">999</identifier>
                  <identifier type="schac">a.example</identifier>
                  <title xml:lang="fi">Esimerkki</title><url>https://a.example/</url>
                </issuer>
                %s
                <issueDate>2026-02-01T10:00:00</issueDate>
              </report>
            </elmo>
            """;

    private static final String COURSE =
            """
            <learningOpportunitySpecification>
              <title xml:lang="en">%s</title>
              <specifies><learningOpportunityInstance>
                <status>%s</status>
                %s
              </learningOpportunityInstance></specifies>
              %s
            </learningOpportunitySpecification>
            """;
    private static final String CREDITS =
            "<credit><scheme>ects</scheme><value>5.0</value></credit>";

    @Test
    void thePublishedExampleIsRead() throws IOException {
        var example = Files.readAllBytes(Shared.path("standards/elmo/example.xml"));

        var trees = Samples.accepted(Elmo.read(example));

        assertThat(trees).extracting(tree -> tree.parts().size()).containsExactly(1, 2, 0);
        var compilers = trees.get(1).credential();
        assertThat(compilers.title())
                .isEqualTo(
                        MultilingualText.of(new Language("pl"), "Budowa kompilatorów")
                                .and(Language.ENGLISH, "Compiler construction"));
        assertThat(compilers.learner().orElseThrow().fullName())
                .isEqualTo("Wojciech Łukasz Rygielski");
        assertThat(compilers.awardingBody().id()).isEqualTo("schac:uw.edu.pl");
        assertThat(compilers.awardingBody().country()).contains(new Country("PL"));
        assertThat(compilers.awardedOn()).contains(LocalDate.of(2015, 3, 17));
        assertThat(compilers.issuedAt()).isEqualTo(Instant.parse("2015-10-31T05:00:00Z"));
        assertThat(compilers.workload().orElseThrow().credits()).contains(Ects.of(6));
        assertThat(compilers.workload().orElseThrow().hours()).isEmpty();
        assertThat(compilers.workload().orElseThrow().activities())
                .containsExactly(
                        new ActivityHours("Wykład", LearningHours.of(30)),
                        new ActivityHours("Laboratorium", LearningHours.of(30)));
        assertThat(compilers.level())
                .contains(
                        new Level(
                                Optional.of(new EqfLevel(5)),
                                Optional.empty(),
                                Optional.of(
                                        new Level.NationalLevelClaim(
                                                "Norwegian Qualification Framework", "5"))));
        var grade = compilers.grade().orElseThrow();
        assertThat(grade.value()).isEqualTo("45.1");
        assertThat(grade.scale()).startsWith("A number of the scale");
        assertThat(grade.distribution()).hasSize(5).contains(new Grade.Frequency("40-59.9", 198));
        assertThat(trees.get(2).credential().title().authoritative())
                .isEqualTo("The importance of <br> in HTML");
        System.out.println("ELMO example: " + trees.size() + " achievements read");
    }

    @Test
    void aDocumentOfSeveralIsNoSingleCredential() throws IOException {
        var example = Files.readAllBytes(Shared.path("standards/elmo/example.xml"));

        assertThat(new ElmoFormat().read(example).reasons())
                .containsExactly(Refusal.of("format.several-credentials", "", 3));
    }

    @Test
    void creditsThatABranchCountsTwiceAreRefused() {
        var inner = part(COURSE.formatted("Inner", "passed", CREDITS, ""));
        var between = part(COURSE.formatted("Between", "passed", "", inner));
        var whole = COURSE.formatted("Whole", "passed", CREDITS, between);

        assertThat(Elmo.read(document(whole)).reasons())
                .extracting(Refusal::code, Refusal::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "format.credits-counted-twice",
                                "report[0].learningOpportunitySpecification[0]"
                                        + ".hasPart[0].hasPart[0]"));
    }

    @Test
    void creditsOfSiblingsCountOnceEach() {
        var one = part(COURSE.formatted("One", "passed", CREDITS, ""));
        var whole = COURSE.formatted("Whole", "passed", "", one + one);

        assertThat(Samples.accepted(Elmo.readOne(document(whole))).parts())
                .extracting(part -> part.credential().workload().orElseThrow().credits())
                .containsExactly(Optional.of(Ects.of(5)), Optional.of(Ects.of(5)));
    }

    @Test
    void whatWasNotPassedIsNoAchievement() {
        var failed = COURSE.formatted("Course", "failed", CREDITS, "");
        var open = part(COURSE.formatted("Open", "in-progress", CREDITS, ""));
        var whole = COURSE.formatted("Whole", "passed", CREDITS, open);

        assertThat(codes(failed)).containsExactly("format.not-passed");
        assertThat(Samples.accepted(Elmo.readOne(document(failed + whole))).parts()).isEmpty();
    }

    @Test
    void theSameDocumentIsAlwaysNamedTheSameAndAnotherOtherwise() {
        var one = document(COURSE.formatted("One", "passed", CREDITS, ""));
        var other = document(COURSE.formatted("Other", "passed", CREDITS, ""));

        assertThat(read(one)).isEqualTo(read(one));
        assertThat(read(one).id()).startsWith("urn:uuid:").isNotEqualTo(read(other).id());
    }

    @Test
    void aLearnerIsKnownByTheStudentIdentifierAndNotByThatOfTheState() {
        var learner = read(document(COURSE.formatted("A", "passed", "", ""))).learner();

        assertThat(learner.orElseThrow().identifier())
                .contains("urn:schac:personalUniqueCode:int:esi:a.example:7");
    }

    @Test
    void aMomentWithoutAZoneIsOneOfGreenwich() {
        assertThat(read(document(COURSE.formatted("A", "passed", "", ""))).issuedAt())
                .isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
    }

    @Test
    void anAmountThatIsNoneIsLeftOut() {
        for (var value : List.of("-5", "1e3", "NaN", "5.005", "99999999999999999999", "", "5,0")) {
            var credits = CREDITS.replace("5.0", value);
            var course = COURSE.formatted("A", "passed", credits, "");
            assertThat(read(document(course)).workload()).as(value).isEmpty();
        }
        var others = CREDITS.replace("ects", "ECVET");
        assertThat(read(document(COURSE.formatted("A", "passed", others, ""))).workload())
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        var course = COURSE.formatted(" ", "passed", "", "");
        var document =
                new String(document(course), StandardCharsets.UTF_8)
                        .replace("type=\"pic\"", "type=\"x\"")
                        .replace("type=\"schac\"", "type=\"y\"")
                        .replaceAll("<issueDate>.*</issueDate>", "");

        assertThat(Elmo.read(bytes(document)).reasons())
                .extracting(Refusal::code)
                .containsOnly("format.member-missing")
                .hasSize(3);
    }

    @Test
    void aDocumentTypeIsRefusedAndNothingIsFetched() {
        var bomb =
                "<!DOCTYPE elmo [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">"
                        + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        for (var inside : List.of("", "&b;", "&x;")) {
            var course = COURSE.formatted("A" + inside, "passed", "", "");
            var document = DOCUMENT.formatted(course).replaceFirst("\\?>\n", "?>\n" + bomb);
            assertThat(Elmo.read(bytes(document)).reasons())
                    .extracting(Refusal::code)
                    .containsExactly("format.document-type");
        }
    }

    @Test
    void whatIsBeyondTheBoundsIsRefusedBeforeItIsRead() {
        var deep = "<a>".repeat(100_000);
        var many = "<a/>".repeat(25_000);

        assertThat(codes(deep)).containsExactly("format.too-deep");
        assertThat(codes(many)).containsExactly("format.too-many-elements");
        assertThat(Elmo.read(new byte[StrictJson.MAX_BYTES + 1]).reasons())
                .extracting(Refusal::code)
                .containsExactly("format.too-large");
    }

    @Test
    void whatIsNoElmoIsRefused() {
        for (var text : List.of("", "{}", "<elmo>", "<elmo/></elmo>", "<elmo>&b;</elmo>")) {
            assertThat(Elmo.read(bytes(text)).reasons())
                    .as(text)
                    .extracting(Refusal::code)
                    .first()
                    .isIn("format.not-xml", "format.document-type");
        }
        assertThat(Elmo.read(bytes("<elmo/>")).reasons())
                .extracting(Refusal::code)
                .containsExactly("format.not-elmo");
        assertThat(Elmo.read(new byte[] {'<', (byte) 0xff, (byte) 0xc0, '>'}).reasons())
                .extracting(Refusal::code)
                .containsExactly("format.not-xml");
    }

    @Test
    void damagedDocumentsAreReadOrRefusedAndNeverThrow() {
        var good = ElmoWriterTest.document();
        var random = new Random(17);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            var damaged = good.clone();
            for (int j = 0; j <= i % 4; j++) {
                var at = random.nextInt(damaged.length);
                damaged[at] =
                        i % 2 == 0 ? (byte) random.nextInt(256) : good[random.nextInt(good.length)];
            }
            switch (Elmo.read(damaged)) {
                case Decided.Accepted<List<ElmoTree>> yes -> read++;
                case Decided.Refused<List<ElmoTree>> no -> refused++;
            }
        }
        System.out.println("damaged ELMO: " + read + " read, " + refused + " refused");
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static String part(String specification) {
        return "<hasPart>" + specification + "</hasPart>";
    }

    private static List<String> codes(String inReport) {
        return Elmo.read(document(inReport)).reasons().stream().map(Refusal::code).toList();
    }

    private static MicroCredential read(byte[] document) {
        return Samples.accepted(new ElmoFormat().read(document));
    }

    private static byte[] document(String inReport) {
        return bytes(DOCUMENT.formatted(inReport));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
