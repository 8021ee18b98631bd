package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Supervision;
import eu.cairn.formats.credential.EuropeanDigitalCredentialFormat;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elm.JadesSeal;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.credential.elm.TestTimeAuthority;
import eu.cairn.formats.credential.elm.TimeStamping;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.LearningHours;
import eu.cairn.testing.Shared;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EuropeanVerdictTest {

    private static final Signer SIGNER = Samples.signer(1);
    private static final String SAMPLES = "standards/elm-3.2/samples/";

    @Test
    void aSealedCredentialOfAKnownIssuerIsGenuineAndItsSealATestSeal() {
        var verdict = verify(sealed(SIGNER, SIGNER));

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks())
                .extracting(Check::code)
                .containsExactly(
                        "format.european-digital-credential",
                        "integrity.test-seal",
                        "issuer.key-matches",
                        "trust.listed",
                        "scope.not-limited",
                        "status.none",
                        "validity.in-period",
                        "completeness.complete",
                        "issue.moment-unknown",
                        "level.framework-unknown",
                        "level.self-assessed",
                        "workload.within",
                        "assurance.issuer-unknown",
                        "assurance.claimed",
                        "chain.not-at-hand",
                        "holder.not-checked");
        assertThat(verdict.credential()).contains(Samples.credential(SIGNER));
    }

    @Test
    void aStampedSealIsOfBaselineTAndItsTimeIsNotTrusted() {
        var authority = new TestTimeAuthority(Samples.NOW);
        var stamped = accepted(TimeStamping.stamped(sealed(SIGNER, SIGNER), authority));

        var verdict = verify(stamped);

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks())
                .extracting(Check::code, Check::evidence)
                .contains(
                        tuple("integrity.test-seal", List.of("JAdES baseline T, EdDSA")),
                        tuple(
                                "integrity.time-stamp-not-trusted",
                                List.of(Samples.NOW.toString(), "O=Test Clock")));
    }

    @Test
    void aStampOfAnAuthorityThatIsNotNamedDecidesNothing() {
        var authority = new TestTimeAuthority(Samples.NOW);

        var verdict = verify(authority.stampedWithoutCertificate(sealed(SIGNER, SIGNER)));

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks())
                .extracting(Check::code, Check::evidence)
                .contains(tuple("integrity.time-stamp-anonymous", List.of(Samples.NOW.toString())));
    }

    @Test
    void aChangedCopyAnUnsealedOneAndAnothersSealAreToldApart() {
        var sealed = sealed(SIGNER, SIGNER);
        var unsealed = EuropeanCredential.write(Samples.credential(SIGNER), Publication.NONE);

        assertThat(reason(verify(sealed.replace("28/30", "30/30"))))
                .isEqualTo("not-genuine integrity.changed");
        assertThat(reason(verify(unsealed))).isEqualTo("not-genuine integrity.no-proof");
        assertThat(reason(verify(sealed(SIGNER, Samples.signer(2)))))
                .isEqualTo("not-genuine issuer.key-not-issuers");
        assertThat(verify(unsealed).credential()).isEmpty();
    }

    @Test
    void whoSealsForAnotherNeedsAMandate() {
        var own = Samples.signer(2).controller();
        var text = EuropeanCredential.write(Samples.credential(SIGNER), Publication.NONE);
        var start = text.indexOf("\"issuer\":{\"id\":\"");
        var forAnother =
                text.substring(0, start)
                        + text.substring(start).replaceFirst(SIGNER.controller(), own);

        var verdict = verify(sealed(forAnother, Samples.signer(2)));

        assertThat(verdict.checks())
                .extracting(Check::code)
                .contains("issuer.mandate-not-checked")
                .doesNotContain("issuer.key-matches");
        assertThat(verdict).isNotInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void whatIsWrappedOnceMoreUnderASealIsNotTakenForTheCredential() {
        var inner = EuropeanCredential.write(Samples.credential(SIGNER), Publication.NONE);
        var outer =
                inner.substring(0, inner.indexOf("\"credentialSubject\""))
                        + "\"credential\":"
                        + inner
                        + "}";

        assertThat(reason(verify(sealed(outer, SIGNER))))
                .isEqualTo("could-not-finish format.not-supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payload\":\"x\",\"signatures\":[]}",
                "{\"payload\":\"x\",\"signatures\":[{}]}",
                "{\"payload\":\"x\",\"signatures\":[{\"protected\":7,\"signature\":\"\"}]}",
                "{\"payload\":\"{}\",\"signatures\":[{\"protected\":\"e30\",\"signature\":\"AA\"}]}",
                "{\"payload\":\"{}\",\"signatures\":[{\"protected\":\"e30\"},{}]}",
                "{\"payload\":\"\",\"signature\":\"\"}",
                "{\"type\":\"EuropeanDigitalCredential\"}",
                "{\"type\":\"EuropeanDigitalCredential\",\"credentialSubject\":[7]}",
                "{\"credential\":{\"type\":\"EuropeanDigitalCredential\"}}"
            })
    void whatIsNoCredentialIsNeverGenuine(String text) {
        assertThat(verify(text)).isNotInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS256", "ES256"})
    void aSealThatClaimsAnotherAlgorithmProvesNothing(String algorithm) {
        var sealed = Samples.json(sealed(SIGNER, SIGNER));
        var seal = sealed.getJsonArray("signatures").getJsonObject(0);
        var header =
                new String(
                        Base64.getUrlDecoder().decode(seal.getString("protected")),
                        StandardCharsets.UTF_8);
        var claimed = header.replace("\"EdDSA\"", "\"" + algorithm + "\"");
        var changed =
                sealed.toString()
                        .replace(
                                seal.getString("protected"),
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(claimed.getBytes(StandardCharsets.UTF_8)));

        var verdict = verify(changed);

        assertThat(claimed).contains(algorithm);
        assertThat(verdict).isNotInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks())
                .filteredOn(check -> check.kind() == Check.Kind.INTEGRITY)
                .noneMatch(check -> check.result() == Check.Result.PASSED);
        assertThat(verdict.credential()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sample-MC-Annex1-signed", "Sample-CertOfPart-signed"})
    void aPublishedSealIsIntactAndItsCertificateNotChecked(String name) throws IOException {
        var sealed = published(name + ".jsonld");

        var verdict = verify(sealed);

        assertThat(verdict.checks())
                .extracting(check -> check.result().code() + " " + check.code())
                .startsWith(
                        "passed format.european-digital-credential",
                        "passed integrity.intact",
                        "passed integrity.time-stamp-not-trusted",
                        "could-not-check issuer.chain-not-checked");
        assertThat(reason(verify(sealed.replace("Andromeda", "Andromedi"))))
                .isEqualTo("not-genuine integrity.changed");
    }

    @Test
    void thePublishedMicroCredentialIsRead() throws IOException {
        for (var name :
                new String[] {
                    "Sample-MC-Annex1-signed.jsonld",
                    "Sample-MC-Annex1-unsigned.jsonld",
                    "Sample-MC-Annex1-unsigned-uploadable.json"
                }) {
            var credential = read(published(name));

            assertThat(credential.title().authoritative())
                    .isEqualTo("Digital micro-credential creation");
            assertThat(credential.learner().orElseThrow().fullName()).isEqualTo("Ana Andromeda");
            assertThat(credential.awardingBody().legalName()).isEqualTo("University of Zed");
            assertThat(credential.awardingBody().country()).contains(new Country("IE"));
            assertThat(credential.workload().orElseThrow().credits()).contains(Ects.of(2));
            assertThat(credential.workload().orElseThrow().hours()).contains(LearningHours.of(60));
            assertThat(credential.level().orElseThrow().eqf()).contains(new EqfLevel(6));
            assertThat(credential.outcomes()).hasSize(2);
            assertThat(credential.outcomes().getFirst().skills()).hasSize(3);
            assertThat(credential.outcomes().getLast().skills()).hasSize(3);
            assertThat(credential.participation()).contains(FormOfParticipation.BLENDED);
            assertThat(credential.grade().orElseThrow().value()).isEqualTo("Pass");
            assertThat(credential.assessments().getFirst().supervision())
                    .contains(Supervision.NONE);
            assertThat(credential.assessments().getFirst().type())
                    .isEqualTo(Optional.<AssessmentType>empty());
            assertThat(credential.languageOfInstruction().orElseThrow().tag()).isEqualTo("en");
        }
    }

    @Test
    void everyPublishedSampleIsRead() throws IOException {
        var count = 0;
        try (var files = Files.list(Shared.path(SAMPLES))) {
            for (var file : files.filter(f -> !f.toString().endsWith(".ttl")).toList()) {
                assertThat(read(Files.readString(file)).title().authoritative()).isNotBlank();
                count++;
            }
        }
        assertThat(count).isEqualTo(7);
        System.out.println(count + " published European Digital Credentials read");
    }

    private static MicroCredential read(String text) {
        return accepted(
                new EuropeanDigitalCredentialFormat().read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String published(String name) throws IOException {
        return Files.readString(Shared.path(SAMPLES + name));
    }

    private static String sealed(Signer issuer, Signer by) {
        return sealed(EuropeanCredential.write(Samples.credential(issuer), Publication.NONE), by);
    }

    private static String sealed(String text, Signer by) {
        var body = Samples.credential(by).awardingBody();
        var certificate = SealCertificate.selfMade(by, body, Samples.ISSUED);
        return accepted(JadesSeal.seal(text, certificate, by, Samples.NOW));
    }

    private static Verdict verify(String text) {
        return new Verifier(Registries.knowing(SIGNER), StatusLists.unreachable())
                .verify(text.getBytes(StandardCharsets.UTF_8), Samples.NOW);
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> "genuine";
            case Verdict.AllGenuine several -> "genuine";
            case Verdict.NotGenuine not -> "not-genuine " + not.reason().code();
            case Verdict.CouldNotFinish open -> "could-not-finish " + open.reason().code();
        };
    }
}
