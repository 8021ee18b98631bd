package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.formats.credential.DataIntegrity.Keys;
import eu.cairn.formats.credential.DataIntegrity.Proven;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CryptosuiteTest {

    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir Path folder;
    private final DataIntegrity integrity = new DataIntegrity(Contexts.trusted());

    @ParameterizedTest
    @CsvSource({
        "ED25519, eddsa-rdfc-2022",
        "ED25519, eddsa-jcs-2022",
        "P256, ecdsa-rdfc-2019",
        "P256, ecdsa-jcs-2019",
        "P384, ecdsa-rdfc-2019",
        "P384, ecdsa-jcs-2019"
    })
    void whatASuiteSignsItVerifies(Algorithm algorithm, String code) throws IOException {
        var signer = loaded(algorithm);
        var suite = Cryptosuite.ofCode(code).orElseThrow();
        var text = OpenBadge.write(Samples.credential(signer), Samples.publication());

        var signed = accepted(integrity.sign(text, signer, suite, Samples.ISSUED));

        assertThat(integrity.verify(json(signed), Keys.insideTheirNames()))
                .isInstanceOfSatisfying(
                        Proven.Intact.class,
                        intact -> {
                            assertThat(intact.cryptosuite()).isEqualTo(code);
                            assertThat(intact.key()).isEqualTo(signer.publicKey());
                        });
        var changed = json(signed.replace("28/30", "30/30"));
        assertThat(integrity.verify(changed, Keys.insideTheirNames()))
                .isInstanceOf(Proven.Broken.class);
        var renamed = json(signed.replace(code, other(suite).code()));
        assertThat(integrity.verify(renamed, Keys.insideTheirNames()))
                .isInstanceOf(Proven.Broken.class);
    }

    private static Cryptosuite other(Cryptosuite suite) {
        return switch (suite) {
            case EDDSA_RDFC -> Cryptosuite.EDDSA_JCS;
            case EDDSA_JCS -> Cryptosuite.ECDSA_JCS;
            case ECDSA_RDFC -> Cryptosuite.EDDSA_RDFC;
            case ECDSA_JCS -> Cryptosuite.ECDSA_RDFC;
        };
    }

    @Test
    void aSuiteIsNeverUsedWithKeysOfAnotherKind() throws IOException {
        var signer = loaded(Algorithm.P256);

        assertThatThrownBy(
                        () -> integrity.sign("{}", signer, Cryptosuite.EDDSA_RDFC, Samples.ISSUED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProofForAnotherPurposePlaceOrQuestionIsNotTaken() {
        var signer = Samples.signer(1);
        var signed = json(Samples.signed(signer));

        assertThat(reason(signed, demands(ProofDemands.AUTHENTICATION, null, null)))
                .isEqualTo("integrity.purpose-wrong");
        assertThat(reason(signed, demands(ProofDemands.ASSERTION, "here.example", null)))
                .isEqualTo("integrity.purpose-wrong");
        assertThat(reason(signed, demands(ProofDemands.ASSERTION, null, "42")))
                .isEqualTo("integrity.purpose-wrong");
        assertThat(reason(signed, demands(ProofDemands.ASSERTION, null, null))).isEqualTo("intact");
    }

    private static ProofDemands demands(
            String purpose,
            @org.jspecify.annotations.Nullable String domain,
            @org.jspecify.annotations.Nullable String challenge) {
        return new ProofDemands(
                Set.of(purpose), Optional.ofNullable(domain), Optional.ofNullable(challenge));
    }

    private String reason(jakarta.json.JsonObject document, ProofDemands demands) {
        return switch (integrity.verify(document, Keys.insideTheirNames(), demands)) {
            case Proven.Intact intact -> "intact";
            case Proven.Broken broken -> broken.reason().code();
            case Proven.NotChecked open -> open.reason().code();
        };
    }

    private Signer loaded(Algorithm algorithm) throws IOException {
        var file = folder.resolve(algorithm + ".p12");
        var made = KeystoreSigner.create(file, PASSWORD, "k", algorithm, "Laguna", Samples.ISSUED);
        var loaded = KeystoreSigner.load(file, PASSWORD, "k");
        assertThat(loaded.publicKey()).isEqualTo(made.publicKey());
        return loaded;
    }
}
