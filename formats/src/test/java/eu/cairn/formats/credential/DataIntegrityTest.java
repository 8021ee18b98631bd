package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.DataIntegrity.Keys;
import eu.cairn.formats.credential.DataIntegrity.Proven;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataIntegrityTest {

    private static final String VECTORS = "standards/w3c-vc-2.0/vectors/";

    private final DataIntegrity integrity = new DataIntegrity(Contexts.trusted());

    @Test
    void everyStepOfThePublishedEddsaVectorComesOut() throws IOException {
        var folder = VECTORS + "eddsa/eddsa-rdfc-2022/";
        var unsigned = json(Files.readString(Shared.path(VECTORS + "eddsa/unsigned.json")));
        var options = json(Files.readString(Shared.path(folder + "proofConfigDataInt.json")));
        var linkedData = new LinkedData(Contexts.trusted());

        var document = accepted(linkedData.canonical(unsigned, "SHA-256"));
        var proof = accepted(linkedData.canonical(options, "SHA-256"));

        assertThat(document).isEqualTo(text(folder + "canonDocDataInt.txt"));
        assertThat(proof).isEqualTo(text(folder + "proofCanonDataInt.txt"));
        assertThat(sha256(document)).isEqualTo(text(folder + "docHashDataInt.txt").strip());
        assertThat(sha256(proof)).isEqualTo(text(folder + "proofHashDataInt.txt").strip());
        assertThat(sha256(proof) + sha256(document))
                .isEqualTo(text(folder + "combinedHashDataInt.txt").strip());
        assertThat(signatureOfThePublishedKey(sha256(proof) + sha256(document)))
                .isEqualTo(text(folder + "sigHexDataInt.txt").strip());
    }

    @Test
    void whatIsPreparedIsWhatIsSigned() {
        var signer = Samples.signer(1);
        var text = OpenBadge.write(Samples.credential(signer), Samples.publication());

        var prepared = accepted(integrity.prepare(text, signer, Samples.ISSUED));
        var signature = signer.sign(prepared.bytesToSign());

        assertThat(integrity.complete(prepared, signature)).isEqualTo(Samples.signed(signer));
        assertThat(accepted(integrity.prepare(text, signer, Samples.ISSUED))).isEqualTo(prepared);
        assertThat(prepared.document()).isEqualTo(text);
    }

    @Test
    void anotherKeyDoesNotVerify() {
        var signed = Samples.signed(Samples.signer(1));
        var other = Samples.signer(2).publicKey();

        assertThat(code(integrity.verify(json(signed), method -> java.util.Optional.of(other))))
                .isEqualTo("integrity.changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"Other\"}|integrity.changed",
                "{\"creditsAvailable\":5.00000000000000000001}|format.number-too-long",
                "{\"honours\":true}|format.term-undefined"
            })
    void whatWasFoundIntactBeforeIsNoExcuseForWhatIsNot(String addition, String code) {
        var signed = json(Samples.signed(Samples.signer(1)));
        var changed =
                Json.createObjectBuilder(signed)
                        .addAll(Json.createObjectBuilder(json(addition)))
                        .build();
        for (int i = 0; i < 2; i++) {
            assertThat(integrity.verify(signed, Keys.insideTheirNames()))
                    .isInstanceOf(Proven.Intact.class);

            assertThat(code(integrity.verify(changed, Keys.insideTheirNames()))).isEqualTo(code);
        }
    }

    @Test
    void theSignatureOfOneDocumentIsNoneOfAnother() {
        var signer = Samples.signer(1);
        var signed = json(Samples.signed(signer));
        var other = json(accepted(integrity.sign(renamed(signed), signer, Samples.ISSUED)));
        var swapped = Json.createObjectBuilder(other).add("proof", signed.get("proof")).build();
        for (int i = 0; i < 2; i++) {
            assertThat(integrity.verify(other, Keys.insideTheirNames()))
                    .isInstanceOf(Proven.Intact.class);
            assertThat(integrity.verify(signed, Keys.insideTheirNames()))
                    .isInstanceOf(Proven.Intact.class);

            assertThat(code(integrity.verify(swapped, Keys.insideTheirNames())))
                    .isEqualTo("integrity.changed");
        }
    }

    private static String renamed(JsonObject signed) {
        return Json.createObjectBuilder(signed)
                .remove("proof")
                .add("name", "Another")
                .build()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"honours\":true}|format.term-undefined",
                "{\"image\":{\"id\":\"no address\",\"type\":\"Image\"}}|format.reference-relative",
                "{\"type\":[\"VerifiableCredential\",\"OpenBadgeCredential\",\"Invented\"]}|format.reference-relative",
                "{\"image\":{\"id\":\"https://a.example/%zz\",\"type\":\"Image\"}}|format.reference-relative",
                "{\"description\":{\"@value\":\"x\",\"@language\":\"no language\"}}|format.language-malformed",
                "{\"https://schema.org/description\":\"x\"}|format.member-not-plain",
                "{\"@included\":[{\"id\":\"urn:a:b\",\"name\":\"x\"}]}|format.member-not-plain",
                "{\"evidence\":{\"id\":\"https://lagoonside.example/credentials/0197a1c2\",\"type\":\"Evidence\"}}|format.reference-circular",
                "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\",{\"honours\":\"urn:x\"}]}|format.context-not-trusted",
                "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\",\"https://evil.example/\"]}|format.context-not-trusted",
                "{\"credentialSubject\":{\"@context\":{\"@vocab\":\"urn:x:\"},\"z\":1}}|format.context-not-trusted"
            })
    void whatNoSignatureWouldCoverIsRefused(String addition, String code) {
        var signed = json(Samples.signed(Samples.signer(1)));
        var document =
                Json.createObjectBuilder(signed)
                        .addAll(Json.createObjectBuilder(json(addition)))
                        .build();

        assertThat(code(integrity.verify(document, Keys.insideTheirNames()))).isEqualTo(code);
    }

    @Test
    void signingTakesAFewMilliseconds() {
        var signer = Samples.signer(1);
        var text = OpenBadge.write(Samples.credential(signer), Samples.publication());
        for (int i = 0; i < 100; i++) {
            accepted(integrity.sign(text, signer, Samples.ISSUED));
        }

        var start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            accepted(integrity.sign(text, signer, Samples.ISSUED));
        }
        var millis = (System.nanoTime() - start) / 50e6;

        System.out.printf("signing a credential: %.1f ms%n", millis);
        assertThat(millis).isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, true",
        "1.7976931348623157e308, true",
        "333333333.33333329, false",
        "9007199254740993, false"
    })
    void aNumberIsSignedByJcsIfItIsWrittenBackAsItWasRead(String number, boolean signed) {
        var document = json("{\"a\":" + number + "}");
        var proof = json("{\"type\":\"DataIntegrityProof\"}");
        var bytes = new SignedBytes(new LinkedData(Contexts.trusted()));

        var canonical = bytes.of(Cryptosuite.EDDSA_JCS, Algorithm.ED25519, document, proof);

        assertThat(canonical instanceof Decided.Accepted<byte[]>).isEqualTo(signed);
        assertThat(bytes.of(Cryptosuite.EDDSA_RDFC, Algorithm.ED25519, document, proof).reasons())
                .extracting(Refusal::code)
                .containsExactly("format.number-too-long");
    }

    private static String code(Proven proven) {
        return switch (proven) {
            case Proven.Intact intact -> "intact";
            case Proven.Broken broken -> broken.reason().code();
            case Proven.NotChecked open -> open.reason().code();
        };
    }

    private static String text(String name) throws IOException {
        return Files.readString(Shared.path(name));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String signatureOfThePublishedKey(String hex) throws IOException {
        JsonObject pair = json(text(VECTORS + "eddsa/keyPair.json"));
        var secret =
                com.apicatalog.multibase.Multibase.BASE_58_BTC.decode(
                        pair.getString(
                                pair.containsKey("privateKeyMultibase")
                                        ? "privateKeyMultibase"
                                        : "secretKeyMultibase"));
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(secret, secret.length - 32));
        var message = HexFormat.of().parseHex(hex);
        signer.update(message, 0, message.length);
        return HexFormat.of().formatHex(signer.generateSignature());
    }
}
