package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elm.JadesCheck;
import eu.cairn.formats.credential.elm.JadesSeal;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JadesSealTest {

    static Signer[] signers() {
        return new Signer[] {Samples.signer(1), PointSigner.p256(7), PointSigner.p384(7)};
    }

    @ParameterizedTest
    @MethodSource("signers")
    void whatIsSealedIsIntactAndReadBack(Signer signer) {
        var credential = Samples.credential(signer);

        var sealed = sealed(signer);

        assertThat(check(sealed)).isInstanceOf(JadesCheck.Intact.class);
        assertThat(accepted(EuropeanCredential.read(json(sealed)))).isEqualTo(credential);
        var intact = (JadesCheck.Intact) check(sealed);
        assertThat(intact.certificate().ofTestSeal()).isTrue();
        assertThat(intact.certificate().holder()).isEqualTo("Università della Laguna");
        assertThat(intact.content().getString("issued")).isEqualTo(Samples.NOW.toString());
    }

    @ParameterizedTest
    @MethodSource("signers")
    void aChangedLetterBreaksTheSeal(Signer signer) {
        var sealed = sealed(signer);

        var changed = sealed.replace("28/30", "30/30");

        assertThat(changed).isNotEqualTo(sealed);
        assertThat(check(changed)).isInstanceOf(JadesCheck.Broken.class);
    }

    @Test
    void aSealIsOfTheGeneralJsonFormWithAnUnencodedPayload() {
        var sealed = json(sealed(Samples.signer(1)));

        var header = sealed.getJsonArray("signatures").getJsonObject(0).getString("protected");
        var protectedHeader =
                json(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8));
        assertThat(sealed.getString("payload")).startsWith("{");
        assertThat(protectedHeader.getBoolean("b64")).isFalse();
        assertThat(protectedHeader).containsKeys("x5t#S256", "x5c", "crit", "alg");
    }

    @Test
    void whatIsSealedConformsToThePublishedShapes() {
        var shapes = EuropeanDigitalCredentialShapes.published();
        var intact = (JadesCheck.Intact) check(sealed(Samples.signer(1)));

        assertThat(shapes.violations(intact.content())).isEmpty();
    }

    @Test
    void whatWouldBeTooLargeInsideItsSealIsNotSealed() {
        var signer = Samples.signer(1);
        var body = Samples.credential(signer).awardingBody();
        var certificate = SealCertificate.selfMade(signer, body, Samples.ISSUED);
        var quotes = "{\"a\":\"" + "\\\"".repeat(300_000) + "\"}";

        var prepared = JadesSeal.prepare(quotes, certificate, Samples.NOW);

        assertThat(prepared).isInstanceOf(Decided.Refused.class);
    }

    @Test
    void theSignatureOfAnotherKeySealsNothing() {
        var signer = Samples.signer(1);
        var prepared = prepared(signer);

        var another = Samples.signer(2).sign(prepared.toSign());

        assertThatThrownBy(() -> JadesSeal.complete(prepared, another))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sample-MC-Annex1-signed", "Sample-CertOfPart-signed"})
    void aPublishedSealIsIntactAndItsChangedCopyIsNot(String name) throws IOException {
        var sealed = Files.readString(Shared.path("standards/elm-3.2/samples/" + name + ".jsonld"));

        var intact = (JadesCheck.Intact) check(sealed);

        assertThat(intact.algorithm()).isEqualTo("RS256");
        assertThat(intact.certificate().ofTestSeal()).isFalse();
        assertThat(intact.certificate().organisationIdentifier()).contains("VATES-A00000000");
        assertThat(check(sealed.replace("Andromeda", "Andromedi")))
                .isInstanceOf(JadesCheck.Broken.class);
        System.out.println(name + ": intact, its changed copy not");
    }

    private static JadesCheck check(String sealed) {
        return JadesCheck.of(json(sealed));
    }

    private static String sealed(Signer signer) {
        var prepared = prepared(signer);
        return JadesSeal.complete(prepared, signer.sign(prepared.toSign()));
    }

    private static JadesSeal.Prepared prepared(Signer signer) {
        var credential = Samples.credential(signer);
        return accepted(
                JadesSeal.prepare(
                        EuropeanCredential.write(credential, Samples.publication()),
                        SealCertificate.selfMade(signer, credential.awardingBody(), Samples.ISSUED),
                        Samples.NOW));
    }
}
