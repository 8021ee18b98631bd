package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.Cryptosuite;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of seal that is written is also read where people ask whether it is genuine. */
class AcceptedSealsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aCredentialIsGenuineWithEverySuiteOfItsKey(Algorithm algorithm) throws IOException {
        var signer = signer(algorithm);
        for (var suite : Cryptosuite.values()) {
            if (suite.admits(algorithm)) {
                var signed =
                        accepted(
                                new DataIntegrity(Contexts.trusted())
                                        .sign(text(signer), signer, suite, Samples.ISSUED));
                var changed = signed.replace("28/30", "30/30");

                assertThat(reason(signed, signer)).as(suite.code()).isEqualTo("genuine");
                assertThat(reason(changed, signer)).startsWith("not-genuine");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aTokenIsGenuineBareOrInAnEnvelope(Algorithm algorithm) throws IOException {
        var signer = signer(algorithm);
        var token = CredentialToken.sign(text(signer), signer);

        assertThat(reason(token, signer)).isEqualTo("genuine");
        assertThat(reason(envelope("application/vc+jwt", token), signer)).isEqualTo("genuine");
    }

    @Test
    void anEnvelopeOfWhatIsNotReadHereIsLeftOpenAndAnEmptyOneIsNone() {
        var signer = Samples.signer(1);

        assertThat(reason(envelope("application/vc+cose", "AAAA"), signer))
                .isEqualTo("could-not-finish format.not-supported");
        assertThat(reason(envelope("application/vc+jwt", ""), signer))
                .isEqualTo("not-genuine format.envelope-malformed");
    }

    private Signer signer(Algorithm algorithm) throws IOException {
        return KeystoreSigner.create(
                folder.resolve("k.p12"),
                "secret".toCharArray(),
                "k",
                algorithm,
                "Laguna",
                Samples.ISSUED);
    }

    private static String text(Signer signer) {
        return OpenBadge.write(Samples.credential(signer), Publication.NONE);
    }

    private static String envelope(String mediaType, String content) {
        return "{\"@context\": \"%s\", \"type\": \"EnvelopedVerifiableCredential\", \"id\": \"data:%s,%s\"}"
                .formatted(Contexts.CREDENTIALS_V2, mediaType, content);
    }

    private static String reason(String document, Signer signer) {
        Verdict verdict =
                new Verifier(Registries.knowing(signer), StatusLists.unreachable())
                        .verify(document.getBytes(StandardCharsets.UTF_8), Samples.NOW);
        return VerifierTest.reason(verdict);
    }
}
