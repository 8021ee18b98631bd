package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.Contributor;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Changed;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Country;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A credential that two bodies award is genuine only with the seal of both. */
class JointAwardTest {

    private static final Signer FIRST = Samples.signer(1);
    private static final Signer SECOND = Samples.signer(2);
    private static final Signer STRANGER = Samples.signer(3);
    private static final DataIntegrity PROOFS = new DataIntegrity(Contexts.trusted());

    @Test
    void bothSealsAreDemandedAndEachIsReported() {
        var verdict = verify(signed(FIRST, SECOND));

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks())
                .extracting(Check::code)
                .containsSubsequence("issuer.key-matches", "trust.listed", "issuer.jointly-signed")
                .contains("trust.listed-demo");
        assertThat(evidence(verdict, "issuer.jointly-signed")).containsExactly("Delta College");
    }

    @Test
    void theOrderOfSealsDoesNotMatter() {
        assertThat(verify(signed(SECOND, FIRST))).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void aSealThatIsTakenAwayIsMissed() {
        var both = signed(FIRST, SECOND);

        assertThat(VerifierTest.reason(verify(withProofs(both, 0))))
                .isEqualTo("not-genuine issuer.joint-seal-missing");
        assertThat(VerifierTest.reason(verify(withProofs(both, 1))))
                .isEqualTo("not-genuine issuer.key-not-issuers");
        assertThat(VerifierTest.reason(verify(withProofs(both))))
                .isEqualTo("not-genuine integrity.no-proof");
        assertThat(VerifierTest.reason(verify(withProofs(both, 0, 0))))
                .isEqualTo("not-genuine integrity.proof-malformed");
    }

    @Test
    void theSealOfAStrangerIsNotThatOfTheSecondBody() {
        assertThat(VerifierTest.reason(verify(signed(FIRST, STRANGER))))
                .isEqualTo("not-genuine issuer.joint-seal-missing");
    }

    @Test
    void aChangedWordBreaksBothSeals() {
        assertThat(VerifierTest.reason(verify(signed(FIRST, SECOND).replace("28/30", "30/30"))))
                .isEqualTo("not-genuine integrity.changed");
    }

    @Test
    void aSecondBodyThatNobodyKnowsLeavesTheVerdictOpen() {
        var verdict =
                verifier(List.of(Registries.issuer(Set.of(FIRST.controller()), Map.of())))
                        .verify(bytes(signed(FIRST, SECOND)), Samples.NOW);

        assertThat(VerifierTest.reason(verdict)).isEqualTo("could-not-finish trust.issuer-unknown");
        assertThat(evidence(verdict, "trust.issuer-unknown")).contains("Delta College");
    }

    @Test
    void aBodyThatIsNamedWithoutAnIdentifierLeavesTheVerdictOpen() {
        var document = Samples.signed(content(Optional.empty()), Samples.publication(), FIRST);

        assertThat(VerifierTest.reason(verify(document)))
                .isEqualTo("could-not-finish issuer.joint-not-checked");
    }

    @Test
    void aBodyWhoseKeyNobodyKnowsLeavesTheVerdictOpen() {
        var named = content(Optional.of("did:web:delta.example"));

        assertThat(VerifierTest.reason(verify(Samples.signed(named, Samples.publication(), FIRST))))
                .isEqualTo("could-not-finish issuer.joint-not-checked");
    }

    @Test
    void anotherKeyOfTheIssuerIsNotASecondBody() {
        var document = signed(content(Optional.of(SECOND.controller())), FIRST, SECOND);
        var both = Set.of(FIRST.controller(), SECOND.controller());
        var verifier = verifier(List.of(Registries.issuer(both, Map.of())));

        assertThat(VerifierTest.reason(verifier.verify(bytes(document), Samples.NOW)))
                .isEqualTo("not-genuine issuer.joint-seal-missing");
    }

    private static String signed(Signer... signers) {
        return signed(content(Optional.of(SECOND.controller())), signers);
    }

    private static String signed(MicroCredential content, Signer... signers) {
        var document = OpenBadge.write(content, Samples.publication());
        var prepared =
                Arrays.stream(signers)
                        .map(by -> accepted(PROOFS.prepare(document, by, Samples.ISSUED)))
                        .toList();
        return PROOFS.complete(
                prepared,
                IntStream.range(0, signers.length)
                        .mapToObj(i -> signers[i].sign(prepared.get(i).bytesToSign()))
                        .toList());
    }

    private static MicroCredential content(Optional<String> id) {
        return Changed.of(
                Samples.credential(FIRST),
                Map.of(
                        "contributors",
                        List.of(
                                new Contributor(
                                        "Delta College",
                                        Contributor.Role.JOINT_AWARDING_BODY,
                                        id,
                                        Optional.of(new Country("NL"))))));
    }

    private static String withProofs(String document, int... kept) {
        var json = Samples.json(document);
        var proofs = Json.createArrayBuilder();
        for (int place : kept) {
            proofs.add(json.getJsonArray("proof").get(place));
        }
        return Json.createObjectBuilder(json).add("proof", proofs).build().toString();
    }

    private static List<String> evidence(Verdict verdict, String code) {
        return verdict.checks().stream()
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElseThrow()
                .evidence();
    }

    private static Verdict verify(String document) {
        return verifier(
                        List.of(
                                Registries.issuer(Set.of(FIRST.controller()), Map.of()),
                                new TrustedIssuer(
                                        Set.of(SECOND.controller()),
                                        "Delta College",
                                        new Country("NL"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        "Register of Higher Education",
                                        LocalDate.of(2000, 1, 1),
                                        Optional.empty(),
                                        Map.of(),
                                        Optional.empty(),
                                        true)))
                .verify(bytes(document), Samples.NOW);
    }

    private static Verifier verifier(List<TrustedIssuer> issuers) {
        return new Verifier(
                new TrustFile("Test registry", issuers), VerifierTest.lists(new BitSet()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
