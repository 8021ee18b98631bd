package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoSeal;
import eu.cairn.formats.credential.elmo.ElmoSealCheck;
import eu.cairn.formats.credential.elmo.ElmoXml;
import eu.cairn.testing.Shared;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of results in ELMO that somebody sends. */
class ElmoVerificationTest {

    private static final Signer SIGNER = Samples.signer(7);

    @Test
    void aSealedDocumentOfAKnownIssuerIsGenuine() {
        var verdict = verify(sealed());

        assertThat(verdict.checks())
                .filteredOn(check -> check.kind().decides())
                .extracting(Check::result)
                .doesNotContain(Check.Result.FAILED, Check.Result.COULD_NOT_CHECK);
        assertThat(verdict.code()).isEqualTo("genuine");
        assertThat(verdict.credential()).contains(Samples.credential(SIGNER));
    }

    @Test
    void anUnsignedDocumentIsNeverGenuine() {
        var verdict = verify(unsigned());

        assertThat(verdict.code()).isEqualTo("could-not-finish");
        assertThat(codes(verdict)).contains("format.elmo", "integrity.no-proof");
        assertThat(verdict.credential()).isEmpty();
    }

    @Test
    void aDocumentThatWasChangedIsNotGenuine() {
        for (var change :
                Map.of(
                                "28/30", "30/30",
                                "Zoë", "Zoe",
                                "<value>7.5<", "<value>75<",
                                "weight=\"70\"", "weight=\"71\"",
                                "</report>", "<gradingScheme localId=\"x\"/></report>")
                        .entrySet()) {
            var changed = text(sealed()).replace(change.getKey(), change.getValue());
            assertThat(changed).isNotEqualTo(text(sealed()));

            var verdict = verify(bytes(changed));

            assertThat(verdict.code()).as(changed).isEqualTo("not-genuine");
            assertThat(codes(verdict)).contains("integrity.changed");
        }
    }

    @Test
    void aSignatureOfAnotherKeyProvesNothing() {
        var another = Samples.accepted(ElmoSeal.sign(unsigned(), Samples.signer(8)));

        var verdict = verify(another);

        assertThat(verdict.code()).isEqualTo("could-not-finish");
        assertThat(codes(verdict)).contains("integrity.key-unknown");
        assertThat(verdict.credential()).isEmpty();
    }

    @Test
    void aSignatureThatBringsItsOwnKeyProvesNothing() {
        var another = Samples.accepted(ElmoSeal.sign(unsigned(), Samples.signer(8)));
        var named =
                text(another)
                        .replaceFirst(
                                "<ds:KeyName>[^<]*</ds:KeyName>",
                                "<ds:KeyName>" + SIGNER.verificationMethod() + "</ds:KeyName>");

        assertThat(codes(verify(bytes(named)))).contains("integrity.changed");
    }

    @Test
    void anUnknownIssuerIsNotTakenAtItsWord() {
        var verdict =
                new Verifier(TrustRegistry.empty(), StatusLists.unreachable())
                        .verify(sealed(), Samples.NOW);

        assertThat(verdict.code()).isEqualTo("could-not-finish");
        assertThat(codes(verdict)).contains("integrity.key-unknown");
    }

    @Test
    void aSignatureOverAPartOrByNobodyIsNotAccepted() {
        var part = text(sealed()).replace("<ds:Reference URI=\"\">", "<ds:Reference URI=\"#x\">");
        var hmac = text(sealed()).replaceFirst("#eddsa-ed25519", "#hmac-sha256");
        var none = text(sealed()).replaceAll("(?s)<ds:SignatureValue>.*</ds:SignatureValue>", "");
        var xslt =
                text(sealed())
                        .replace(
                                "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                                "http://www.w3.org/TR/1999/REC-xslt-19991116");

        assertThat(codes(verify(bytes(part)))).contains("integrity.suite-not-supported");
        assertThat(codes(verify(bytes(hmac)))).contains("integrity.algorithm-forbidden");
        assertThat(codes(verify(bytes(none)))).contains("integrity.proof-malformed");
        assertThat(codes(verify(bytes(xslt)))).contains("integrity.suite-not-supported");
    }

    @Test
    void aSignedDocumentInsideAnotherIsNotItsSignature() {
        var inner = text(sealed()).replaceFirst("<\\?xml[^>]*\\?>", "");
        var outer =
                text(unsigned())
                        .replace("28/30", "30/30")
                        .replaceFirst(
                                "(?s)</elmo>$",
                                "<extension>" + inner.replace("$", "") + "</extension></elmo>");

        assertThat(verify(bytes(outer)).code()).isNotEqualTo("genuine");
    }

    @Test
    void aStatusThatIsStatedIsAskedForAndNeverPassedOver() {
        var document = Elmo.write(Samples.credential(SIGNER), Samples.publication());
        var verdict = verify(Samples.accepted(ElmoSeal.sign(document, SIGNER)));

        assertThat(verdict.code()).isEqualTo("could-not-finish");
        assertThat(codes(verdict)).contains("integrity.intact", "status.list-unreachable");
    }

    @Test
    void whatIsStatedAndNotReadLeavesTheQuestionOpen() {
        var document = text(Elmo.write(Samples.credential(SIGNER), Samples.publication()));
        var purpose = document.replace("\"revocation\"", "\"message\"");
        var end = text(unsigned()).replaceFirst("(expiresOn>)[^<]*<", "$1soon<");
        var twice =
                text(unsigned()).replaceFirst("(?s)(<extension>.*?</extension>)", "$1<extension/>");
        assertThat(List.of(purpose, end, twice)).doesNotContain(document, text(unsigned()));

        assertThat(codes(verify(resealed(purpose)))).contains("status.kind-not-supported");
        assertThat(codes(verify(resealed(end)))).contains("validity.end-unreadable");
        for (var one : List.of(purpose, end, twice)) {
            assertThat(verify(resealed(one)).code()).isNotEqualTo("genuine");
        }
    }

    private static byte[] resealed(String document) {
        return Samples.accepted(ElmoSeal.sign(bytes(document), SIGNER));
    }

    @Test
    void whatHasExpiredIsNotGenuine() {
        var verdict =
                new Verifier(Registries.knowing(SIGNER), StatusLists.unreachable())
                        .verify(sealed(), Instant.parse("2030-06-19T00:00:00Z"));

        assertThat(verdict.code()).isEqualTo("not-genuine");
        assertThat(codes(verdict)).contains("validity.expired");
    }

    @Test
    void signingIsInTwoStepsAndTheBytesAreThoseRecorded() {
        var prepared = Samples.accepted(ElmoSeal.prepare(unsigned(), SIGNER));
        var signature = SIGNER.sign(prepared.bytesToSign());

        assertThat(ElmoSeal.complete(prepared, signature)).isEqualTo(sealed());
        assertThat(new String(prepared.bytesToSign(), StandardCharsets.UTF_8))
                .startsWith("<ds:SignedInfo");
        var others =
                new ElmoSeal.Prepared(
                        prepared.document(), prepared.algorithm(), prepared.keyName(), "00");
        assertThatThrownBy(() -> ElmoSeal.complete(others, signature))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aKeyOfTheCurveP256SealsToo() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var key =
                VerificationKey.ofPoint(
                        VerificationKey.Algorithm.P256, point.getAffineX(), point.getAffineY());
        var signer =
                new Signer() {
                    @Override
                    public String keyId() {
                        return "p256";
                    }

                    @Override
                    public VerificationKey publicKey() {
                        return key;
                    }

                    @Override
                    public byte[] sign(byte[] message) {
                        try {
                            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                            signature.initSign(pair.getPrivate());
                            signature.update(message);
                            return signature.sign();
                        } catch (GeneralSecurityException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                };

        var sealed = Samples.accepted(ElmoSeal.sign(unsigned(), signer));
        var xml = Samples.accepted(ElmoXml.parse(sealed));

        assertThat(ElmoSealCheck.verify(xml, Map.of("k", ElmoSealCheck.key(key))))
                .isInstanceOf(ElmoSealCheck.Proven.Intact.class);
        assertThat(ElmoSealCheck.verify(xml, Map.of("k", pair.getPublic())))
                .isInstanceOf(ElmoSealCheck.Proven.NotChecked.class);
    }

    @Test
    void thePublishedExampleIsRecognisedAndNotJudgedAsOne() throws IOException {
        var verdict = verify(Files.readAllBytes(Shared.path("standards/elmo/example.xml")));

        assertThat(verdict.code()).isEqualTo("could-not-finish");
        assertThat(codes(verdict)).contains("format.several-credentials");
    }

    private static byte[] unsigned() {
        return Elmo.write(Samples.credential(SIGNER), Publication.NONE);
    }

    private static byte[] sealed() {
        return Samples.accepted(ElmoSeal.sign(unsigned(), SIGNER));
    }

    private static Verdict verify(byte[] document) {
        return new Verifier(Registries.knowing(SIGNER), StatusLists.unreachable())
                .verify(document, Samples.NOW);
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.checks().stream().map(Check::code).toList();
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
