package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.formats.credential.CredentialFormat.Loss;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A loss report names what software of others does not get of a document, and nothing else. */
class LossReportTest {

    private static final MicroCredential WHOLE = Samples.credential(Samples.signer(7));

    @Provide
    Arbitrary<MicroCredential> credentials() {
        return MicroCredentials.any();
    }

    @Provide
    Arbitrary<CredentialFormat> formats() {
        return Arbitraries.of(CredentialFormat.all());
    }

    @Property(tries = 300)
    void whatOthersGetIsWhatTheReportDoesNotName(
            @ForAll("formats") CredentialFormat format,
            @ForAll("credentials") MicroCredential any) {
        var credential = MicroCredentials.fitFor(format, any);
        Assume.that(format.lacking(credential).isEmpty());
        var document = format.write(credential, Publication.NONE);
        var receiver = new Receiver(format, document);

        for (var part : CredentialPart.values()) {
            var stated = part.of(credential);
            var name = part.code() + " in " + format.code();
            if (stated.isEmpty()) {
                continue;
            }
            switch (format.carries(part, credential)) {
                case Carriage.Exactly exactly ->
                        assertThat(receiver.gets(part)).as(name).isEqualTo(stated);
                case Carriage.OwnTerms(var where) -> {
                    assertThat(receiver.gets(part)).as(name).isNotEqualTo(stated);
                    assertIsIn(document, where);
                }
                case Carriage.AsText(var where, var exactly) -> {
                    assertIsIn(receiver.text().getBytes(StandardCharsets.UTF_8), where);
                    exactly.ifPresent(place -> assertIsIn(document, place));
                }
                case Carriage.Dropped dropped ->
                        assertThat(receiver.gets(part)).as(name).isNotEqualTo(stated);
            }
        }
    }

    /** The last member of one of the paths is in the document. */
    private static void assertIsIn(byte[] document, String where) {
        var text = new String(document, StandardCharsets.UTF_8);
        var found =
                Arrays.stream(where.split(", "))
                        .map(
                                path ->
                                        path.startsWith("http")
                                                ? path
                                                : path.replaceAll(".*[./@]", ""))
                        .anyMatch(text::contains);
        assertThat(found).as(where).isTrue();
    }

    @Test
    void whatIsToldInWordsIsInThem() {
        var narrative = new Receiver(new OpenBadgeFormat(), written(new OpenBadgeFormat())).text();
        var notes =
                new Receiver(
                                new EuropeanDigitalCredentialFormat(),
                                written(new EuropeanDigitalCredentialFormat()))
                        .text();
        var claims =
                new Receiver(
                                new LearningCredentialFormat(),
                                written(new LearningCredentialFormat()))
                        .text();

        assertThat(narrative)
                .contains("Workload: 7.5 ECTS", "Learning time: 190 hours")
                .doesNotContain("ectsCredits", "w3id.org/cairn/v1\"");
        assertThat(notes).contains(WHOLE.stackability().orElseThrow().status().code());
        assertThat(claims).contains("190 h (7.5 ECTS)").doesNotContain("https://w3id.org/cairn");
    }

    private static byte[] written(CredentialFormat format) {
        return format.write(WHOLE, Publication.NONE);
    }

    @Test
    void theReportSaysWhereTheWordsAreAndWhereTheExactValue() {
        var losses = new OpenBadgeFormat().losses(WHOLE);

        assertThat(losses)
                .contains(
                        new Loss(
                                CredentialPart.HOURS,
                                new Carriage.AsText(
                                        "criteria.narrative", Optional.of("notionalHours"))),
                        new Loss(
                                CredentialPart.SUPERVISION,
                                new Carriage.OwnTerms("assessment.supervision")));
        assertThat(losses)
                .extracting(Loss::part)
                .doesNotContain(CredentialPart.TITLE, CredentialPart.EQF_LEVEL);
    }

    @Test
    void whatACredentialDoesNotStateIsNoLoss() {
        for (var format : CredentialFormat.all()) {
            for (var loss : format.losses(WHOLE)) {
                assertThat((List<?>) loss.part().of(WHOLE)).as(loss.toString()).isNotEmpty();
            }
        }
    }
}
