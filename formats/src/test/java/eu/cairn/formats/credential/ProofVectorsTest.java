package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jcs.Jcs;
import eu.cairn.formats.credential.DataIntegrity.Keys;
import eu.cairn.formats.credential.DataIntegrity.Proven;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step of the vectors in the Data Integrity EdDSA and ECDSA Cryptosuites 1.0. */
class ProofVectorsTest {

    private static final String VECTORS = "standards/w3c-vc-2.0/vectors/";

    private final LinkedData linkedData = new LinkedData(Contexts.trusted());
    private final DataIntegrity integrity = new DataIntegrity(Contexts.trusted());

    @ParameterizedTest
    @CsvSource({
        "eddsa/eddsa-rdfc-2022, eddsa/unsigned.json",
        "eddsa/eddsa-jcs-2022, eddsa/unsigned.json",
        "eddsa/Ed25519Signature2020, eddsa/Ed25519Signature2020/signedEdSig.json",
        "ecdsa/ecdsa-rdfc-2019-p256, ecdsa/unsigned.json",
        "ecdsa/ecdsa-rdfc-2019-p384, ecdsa/unsigned.json",
        "ecdsa/ecdsa-jcs-2019-p256, ecdsa/unsigned.json",
        "ecdsa/ecdsa-jcs-2019-p384, ecdsa/unsigned.json"
    })
    void everyStepComesOut(String folder, String file) throws IOException {
        var document =
                Json.createObjectBuilder(json(Files.readString(Shared.path(VECTORS + file))))
                        .remove("proof")
                        .build();
        var options = json(text(folder, "proofConfig"));
        var suite = Cryptosuite.of(options).orElseThrow();
        var key = DidKey.key(options.getString("verificationMethod")).orElseThrow();
        var digest = key.algorithm().digest();
        int steps = 0;

        var canonDocument = canonical(suite, document, digest);
        var canonOptions = canonical(suite, options, digest);
        assertThat(canonDocument).isEqualTo(text(folder, "canonDoc"));
        assertThat(canonOptions).isEqualTo(text(folder, "proofCanon"));
        steps += 2;

        assertThat(hash(digest, canonDocument)).isEqualTo(text(folder, "docHash").strip());
        assertThat(hash(digest, canonOptions)).isEqualTo(text(folder, "proofHash").strip());
        steps += 2;

        var bytes =
                accepted(new SignedBytes(linkedData).of(suite, key.algorithm(), document, options));
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(text(folder, "combined").strip());
        assertThat(key.verifies(bytes, HexFormat.of().parseHex(text(folder, "sigHex").strip())))
                .isTrue();
        steps += 2;

        System.out.printf("%s: %d steps%n", folder, steps);
    }

    @ParameterizedTest
    @CsvSource({
        "eddsa/eddsa-rdfc-2022, eddsa-rdfc-2022",
        "eddsa/eddsa-jcs-2022, eddsa-jcs-2022",
        "eddsa/Ed25519Signature2020, Ed25519Signature2020",
        "ecdsa/ecdsa-rdfc-2019-p256, ecdsa-rdfc-2019",
        "ecdsa/ecdsa-rdfc-2019-p384, ecdsa-rdfc-2019",
        "ecdsa/ecdsa-jcs-2019-p256, ecdsa-jcs-2019",
        "ecdsa/ecdsa-jcs-2019-p384, ecdsa-jcs-2019"
    })
    void theSignedDocumentIsIntactAndAChangedOneIsNot(String folder, String suite)
            throws IOException {
        var signed = json(text(folder, "signed"));
        var changed = Json.createObjectBuilder(signed).add("name", "Another name").build();

        assertThat(integrity.verify(signed, Keys.insideTheirNames()))
                .isInstanceOfSatisfying(
                        Proven.Intact.class,
                        intact -> assertThat(intact.cryptosuite()).isEqualTo(suite));
        assertThat(outcome(changed)).isEqualTo("integrity.changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signedProofSet1",
                "signedProofSet2",
                "signedProofChain1",
                "signedProofChain2"
            })
    void setsAndChainsAreIntactAndNoneOfTheirProofsMayBeChanged(String name) throws IOException {
        var signed = chain(name);
        var count = Members.objects(signed, "proof").size();

        assertThat(outcome(signed)).isEqualTo("intact");
        for (int i = 0; i < count; i++) {
            var later = proof(signed, i, "created", "2024-02-24T23:36:38Z");
            assertThat(outcome(later)).as(name + " " + i).isEqualTo("integrity.changed");
        }
        System.out.printf("%s: %d proofs%n", name, count);
    }

    @Test
    void aProofThatBuildsOnAnotherNeedsIt() throws IOException {
        var signed = chain("signedProofChain1");
        var first = Members.objects(signed, "proof").getFirst();
        var without =
                Json.createObjectBuilder(signed)
                        .add(
                                "proof",
                                Json.createArrayBuilder(signed.getJsonArray("proof")).remove(0))
                        .build();
        var twice =
                Json.createObjectBuilder(signed)
                        .add(
                                "proof",
                                Json.createArrayBuilder(signed.getJsonArray("proof")).add(first))
                        .build();

        assertThat(outcome(without)).isEqualTo("integrity.previous-proof-missing");
        assertThat(outcome(proof(signed, 0, "id", "urn:uuid:another")))
                .isIn("integrity.changed", "integrity.previous-proof-missing");
        assertThat(outcome(proof(signed, 2, "previousProof", "urn:uuid:another")))
                .isEqualTo("integrity.previous-proof-missing");
        assertThat(outcome(twice)).isEqualTo("integrity.proof-malformed");
    }

    private static JsonObject chain(String name) throws IOException {
        var folder = VECTORS + "eddsa/proof-set-chain/";
        return json(Files.readString(Shared.path(folder + name + ".json")));
    }

    private static JsonObject proof(JsonObject signed, int at, String name, String value) {
        var proofs = Json.createArrayBuilder();
        var all = Members.objects(signed, "proof");
        for (int i = 0; i < all.size(); i++) {
            var proof = Json.createObjectBuilder(all.get(i));
            proofs.add(i == at ? proof.add(name, value) : proof);
        }
        return Json.createObjectBuilder(signed).add("proof", proofs).build();
    }

    private String outcome(JsonObject document) {
        return switch (integrity.verify(document, Keys.insideTheirNames())) {
            case Proven.Intact intact -> "intact";
            case Proven.Broken broken -> broken.reason().code();
            case Proven.NotChecked open -> open.reason().code();
        };
    }

    private String canonical(Cryptosuite suite, JsonObject document, String digest) {
        return suite.ofLinkedData()
                ? accepted(linkedData.canonical(document, digest))
                : Jcs.canonize(document);
    }

    private static String hash(String digest, String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The one file of {@code folder} that begins with {@code step}. */
    private static String text(String folder, String step) throws IOException {
        try (var files = Files.list(Shared.path(VECTORS + folder))) {
            var names = files.filter(file -> begins(file, step)).toList();
            assertThat(names).as(folder + " " + step).hasSize(1);
            return Files.readString(names.getFirst());
        }
    }

    private static boolean begins(Path file, String step) {
        return file.getFileName().toString().startsWith(step);
    }
}
