package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.ProofDemands;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.formats.verification.SecuredDocuments.Demand;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecuredDocumentsTest {

    private static final Demand PROOF = new Demand(true, ProofDemands.OF_CREDENTIALS);
    private static final Demand SHAPE = new Demand(false, ProofDemands.OF_CREDENTIALS);

    @TempDir Path folder;

    private final SecuredDocuments documents = new SecuredDocuments();
    private final DataIntegrity proofs = DataIntegrity.admittingInlineContexts(Contexts.trusted());
    private final Signer issuer = Samples.signer(1);
    private final Signer holder = Samples.signer(2);

    @Test
    void aCredentialIsTakenFromItsIssuerOnly() {
        assertThat(codes(signed(credential(issuer.controller()), issuer))).isEmpty();
        assertThat(codes(signed(credential(holder.controller()), issuer)))
                .isEqualTo("issuer.key-not-issuers");
        var unconfirmed = signed(credential("https://university.example"), issuer);
        assertThat(documents.credential(unconfirmed, PROOF, Samples.NOW))
                .matches(SecuredDocuments.Report::proven)
                .matches(report -> report.toString().contains("issuer.key-unconfirmed"));
        assertThat(codes(credential(issuer.controller()))).isEqualTo("integrity.no-proof");
    }

    @Test
    void aSignatureThatIsThereMustHoldEvenWhereNoneIsDemanded() {
        var signed = signed(credential(issuer.controller()), issuer);
        var changed = json(signed.toString().replace("Ada", "Eve"));

        assertThat(report(credential(issuer.controller()), SHAPE)).isEmpty();
        assertThat(report(changed, SHAPE)).isEqualTo("integrity.changed");
    }

    @Test
    void termsOfItsOwnAreAdmittedUnlessTheyChangeTheStandards() {
        var own = "{\"honours\": \"https://a.example/honours\"}";
        var stolen = "{\"name\": \"https://a.example/name\"}";
        var fetched = "{\"@import\": \"https://evil.example/c\"}";
        var hidden = "{\"x\": {\"@id\": \"urn:a:x\", \"@context\": \"https://evil.example/c\"}}";

        assertThat(codes(signed(withContext(own), issuer))).isEmpty();
        assertThat(refusal(withContext(stolen))).isEqualTo("format.term-redefined");
        assertThat(refusal(withContext(fetched))).startsWith("format.");
        assertThat(refusal(withContext(hidden))).isEqualTo("format.context-not-trusted");
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aTokenIsTakenAsTheCredentialInIt(Algorithm algorithm) throws IOException {
        var signer =
                KeystoreSigner.create(
                        folder.resolve("k.p12"),
                        "secret".toCharArray(),
                        "k",
                        algorithm,
                        "Laguna",
                        Samples.ISSUED);
        var token = CredentialToken.sign(credential(signer.controller()).toString(), signer);
        var forged = CredentialToken.sign(credential(issuer.controller()).toString(), signer);

        assertThat(codes(envelope("application/vc+jwt", token))).isEmpty();
        assertThat(codes(envelope("application/vc+jwt", forged))).isNotEmpty();
        assertThat(codes(envelope("application/vc+sd-jwt", token)))
                .isEqualTo("format.not-supported");
        assertThat(codes(envelope("application/vc+jwt", withoutSignature(token))))
                .isEqualTo("integrity.algorithm-forbidden");
        assertThat(codes(envelope("application/vc+jwt", token.replace(".", ".."))))
                .startsWith("format.");
    }

    @Test
    void anAddressOfManyParametersIsReadToItsEnd() {
        var id = "data:application/vc+jwt" + ";a".repeat(400_000) + ",e30.e30.AA";
        var envelope =
                "{\"@context\": \"%s\", \"type\": \"EnvelopedVerifiableCredential\", \"id\": \"%s\"}"
                        .formatted(Contexts.CREDENTIALS_V2, id);
        var verdict =
                new Verifier(TrustRegistry.empty(), StatusLists.unreachable())
                        .verify(envelope.getBytes(StandardCharsets.UTF_8), Samples.NOW);

        assertThat(verdict.code()).isNotEqualTo("genuine");
    }

    @Test
    void aPresentationIsTakenFromItsHolderWithWhatIsIntactInIt() {
        var award = signed(credential(issuer.controller()), issuer);
        var changed = json(award.toString().replace("Ada", "Eve"));

        assertThat(shown(signed(presentation(holder.controller(), award), holder))).isEmpty();
        assertThat(shown(signed(presentation(null, award), holder))).isEmpty();
        assertThat(shown(signed(presentation(issuer.controller(), award), holder)))
                .isEqualTo("holder.key-not-holders");
        assertThat(shown(signed(presentation(holder.controller(), changed), holder)))
                .isEqualTo("integrity.changed");
        assertThat(shown(presentation(holder.controller(), award))).isEqualTo("integrity.no-proof");
    }

    @Test
    void whatAHolderAssertsOfThemselvesIsSecuredByThePresentation() {
        var own = credential(holder.controller());

        assertThat(shown(signed(presentation(holder.controller(), own), holder))).isEmpty();
        assertThat(shown(signed(presentation(null, own), holder))).isEqualTo("integrity.no-proof");
        assertThat(
                        shown(
                                signed(
                                        presentation(
                                                holder.controller(),
                                                credential(issuer.controller())),
                                        holder)))
                .isEqualTo("integrity.no-proof");
    }

    @Test
    void aPresentationForAnotherQuestionIsNotTaken() {
        var signed = signed(presentation(holder.controller()), holder);
        var asked =
                new Demand(
                        true,
                        new ProofDemands(
                                Set.of(ProofDemands.ASSERTION),
                                Optional.empty(),
                                Optional.of("42")));

        assertThat(documents.presentation(signed, asked, Samples.NOW).refusals())
                .extracting(Refusal::code)
                .containsExactly("integrity.purpose-wrong");
    }

    @Test
    void whatIsNotYetOrNoLongerValidIsNotTaken() {
        var early = with(credential(issuer.controller()), "validFrom", "2190-01-01T00:00:00Z");
        var late = with(credential(issuer.controller()), "validUntil", "2020-01-01T00:00:00Z");

        assertThat(codes(signed(early, issuer))).isEqualTo("validity.not-yet");
        assertThat(codes(signed(late, issuer))).isEqualTo("validity.expired");
    }

    private static JsonObject credential(String issuer) {
        return json(
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2"],
                 "type": ["VerifiableCredential"], "issuer": "%s",
                 "credentialSubject": {"id": "did:example:subject", "name": "Ada"}}
                """
                        .formatted(issuer));
    }

    private JsonObject withContext(String definitions) {
        var contexts =
                Json.createArrayBuilder().add(Contexts.CREDENTIALS_V2).add(json(definitions));
        return Json.createObjectBuilder(credential(issuer.controller()))
                .add("@context", contexts)
                .build();
    }

    private static JsonObject with(JsonObject document, String name, String value) {
        return Json.createObjectBuilder(document).add(name, value).build();
    }

    private static JsonObject presentation(@Nullable String holder, JsonObject... credentials) {
        var all = Json.createArrayBuilder();
        for (var credential : credentials) {
            all.add(credential);
        }
        var document =
                Json.createObjectBuilder()
                        .add("@context", Json.createArrayBuilder().add(Contexts.CREDENTIALS_V2))
                        .add("type", "VerifiablePresentation")
                        .add("verifiableCredential", all);
        return (holder == null ? document : document.add("holder", holder)).build();
    }

    private static JsonObject envelope(String mediaType, String token) {
        return Json.createObjectBuilder()
                .add("@context", Contexts.CREDENTIALS_V2)
                .add("type", "EnvelopedVerifiableCredential")
                .add("id", "data:" + mediaType + "," + token)
                .build();
    }

    private static String withoutSignature(String token) {
        var header =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token.split("\\.")[1] + ".";
    }

    private JsonObject signed(JsonObject document, Signer signer) {
        return json(accepted(proofs.sign(document.toString(), signer, Samples.ISSUED)));
    }

    private String refusal(JsonObject document) {
        return switch (proofs.sign(document.toString(), issuer, Samples.ISSUED)) {
            case Decided.Accepted<String> accepted -> "";
            case Decided.Refused<String> refused -> refused.reasons().getFirst().code();
        };
    }

    private String codes(JsonObject document) {
        return report(document, PROOF);
    }

    private String report(JsonObject document, Demand demand) {
        return String.join(
                " ",
                documents.credential(document, demand, Samples.NOW).refusals().stream()
                        .map(Refusal::code)
                        .toList());
    }

    private String shown(JsonObject document) {
        return String.join(
                " ",
                documents.presentation(document, PROOF, Samples.NOW).refusals().stream()
                        .map(Refusal::code)
                        .toList());
    }
}
