package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.Learner;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Cairn signs is verified by the reference libraries in JavaScript. */
class VerifiedByOthersTest {

    private static final String VERIFIED = "{\"verified\":true}";
    private static final String NOT_VERIFIED = "{\"verified\":false";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aSignedCredentialIsVerifiedAndAChangedOneIsNot(Algorithm algorithm) throws Exception {
        var signed = Samples.signed(signer(algorithm));

        assertThat(verified(signed)).isEqualTo(VERIFIED);
        assertThat(verified(signed.replace("28/30", "30/30"))).startsWith(NOT_VERIFIED);
        System.out.println("verified by @digitalbazaar/vc: " + algorithm);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aSignedTokenIsVerifiedAndAChangedOneIsNot(Algorithm algorithm) throws Exception {
        var signer = signer(algorithm);
        var text = OpenBadge.write(Samples.credential(signer), Samples.publication());
        var token = CredentialToken.sign(text, signer);
        var other = CredentialToken.sign(text.replace("28/30", "30/30"), signer);
        var mixed = other.substring(0, other.lastIndexOf('.')) + signature(token);

        assertThat(verified(token)).isEqualTo(VERIFIED);
        assertThat(verified(mixed)).startsWith(NOT_VERIFIED);
        System.out.println("verified by jose: " + algorithm);
    }

    @Test
    void aCredentialThatCanBeRefreshedIsVerifiedToo() throws Exception {
        var signer = Samples.signer(1);
        var refreshed =
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("https://lagoonside.example/newest/0197a1c2"));
        var text = OpenBadge.write(Samples.credential(signer), refreshed);
        var proofs = new DataIntegrity(Contexts.trusted());

        assertThat(verified(accepted(proofs.sign(text, signer, Samples.ISSUED))))
                .isEqualTo(VERIFIED);
    }

    /**
     * Others try the orders of nodes without a name that look alike, and give up on a few of them.
     */
    @Test
    void aCredentialOfManyOutcomesIsVerifiedToo() throws Exception {
        var signer = Samples.signer(1);
        var credential = DemoCredential.credential(signer.controller(), Learner.named("Aino"), 12);

        assertThat(verified(Samples.signed(credential, Samples.publication(), signer)))
                .isEqualTo(VERIFIED);
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.'));
    }

    private Signer signer(Algorithm algorithm) throws Exception {
        return KeystoreSigner.create(
                folder.resolve(algorithm + ".p12"),
                "secret".toCharArray(),
                "k",
                algorithm,
                "Laguna",
                Samples.ISSUED);
    }

    private String verified(String document) throws Exception {
        var file = Files.writeString(folder.resolve("signed"), document);
        return Others.answer(folder, "verify-with-others.mjs", file);
    }
}
