package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationKeyTest {

    @Test
    void aSignatureThatIsGoodIsGoodForItsMessageAndKeyAlone() {
        var signer = Samples.signer(1);
        var message = new byte[] {1};
        var signature = signer.sign(message);
        var changed = signature.clone();
        changed[0]++;
        for (int i = 0; i < 2; i++) {
            assertThat(signer.publicKey().verifies(message, signature)).isTrue();

            assertThat(signer.publicKey().verifies(new byte[] {2}, signature)).isFalse();
            assertThat(signer.publicKey().verifies(message, changed)).isFalse();
            assertThat(Samples.signer(2).publicKey().verifies(message, signature)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519_odd.json, ED25519",
        "ecdsa_secp256r1_sha256_p1363_odd.json, P256",
        "ecdsa_secp384r1_sha384_p1363_odd.json, P384"
    })
    void everySignatureOfThePublishedCorpusIsJudgedAsItSays(String file, Algorithm algorithm)
            throws IOException {
        var corpus = read(Files.readString(Shared.path("corpora/wycheproof/" + file)));
        var wrong = new ArrayList<String>();
        int count = 0;
        for (var group : corpus.getJsonArray("testGroups").getValuesAs(JsonObject.class)) {
            var key = key(group.getJsonObject("publicKey"), algorithm);
            for (var test : group.getJsonArray("tests").getValuesAs(JsonObject.class)) {
                count++;
                var accepted =
                        key.verifies(bytes(test.getString("msg")), bytes(test.getString("sig")));
                var result = test.getString("result");
                if (!result.equals("acceptable") && accepted != result.equals("valid")) {
                    wrong.add(test.toString());
                }
            }
        }
        System.out.printf("Wycheproof %s: %d signatures%n", algorithm, count);

        assertThat(wrong).isEmpty();
    }

    @Test
    void aPointOfLowOrderIsNoKey() {
        for (var point :
                new String[] {
                    "00".repeat(32),
                    "01" + "00".repeat(31),
                    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"
                }) {
            assertThatThrownBy(() -> new VerificationKey(Algorithm.ED25519, point))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNameThatIsNotMadeOfAKeyHasNone() {
        var key = Samples.signer(1).publicKey();
        var name = DidKey.of(key);

        assertThat(DidKey.key(DidKey.verificationMethod(key))).contains(key);
        assertThat(DidKey.key(name.substring(0, name.length() - 1))).isEmpty();
        assertThat(DidKey.key(name + "#another")).isEmpty();
        assertThat(DidKey.key("did:web:a.example")).isEmpty();
        assertThat(DidKey.key("did:key:zzzz")).isEmpty();
    }

    @Test
    void aKeyThatIsReadAgainIsTheSameAndOneBesideItIsAnother() {
        var one = DidKey.of(Samples.signer(1).publicKey());
        var other = DidKey.of(Samples.signer(2).publicKey());

        assertThat(DidKey.key(one).orElseThrow()).isSameAs(DidKey.key(one).orElseThrow());
        assertThat(DidKey.key(other)).contains(Samples.signer(2).publicKey());
        assertThat(DidKey.key(one + "#" + other.substring("did:key:".length()))).isEmpty();
    }

    private static VerificationKey key(JsonObject key, Algorithm algorithm) {
        return algorithm == Algorithm.ED25519
                ? new VerificationKey(algorithm, key.getString("pk"))
                : VerificationKey.ofPoint(
                        algorithm,
                        new BigInteger(key.getString("wx"), 16),
                        new BigInteger(key.getString("wy"), 16));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
