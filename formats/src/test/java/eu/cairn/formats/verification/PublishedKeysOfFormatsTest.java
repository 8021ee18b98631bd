package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elm.JadesSeal;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoSeal;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * In which of the formats that are no W3C credential the keys behind a {@code did:web} say whose a
 * seal is.
 */
class PublishedKeysOfFormatsTest {

    private static final String DID = "did:web:lagoonside.example";
    private static final String ADDRESS = "https://lagoonside.example/.well-known/did.json";
    private static final Instant FETCHED = Instant.parse("2026-11-25T11:58:00Z");

    /** The key that {@link SignedJwtTest#byEd25519} signs with. */
    private static final Signer SIGNER = Samples.signer(1);

    private static final String METHOD = DidWeb.method(DID, SIGNER.publicKey());

    private final List<String> asked = new ArrayList<>();
    private boolean stale;

    @Test
    void aSignedOpenBadge2IsCheckedByThePublishedKeyThatItNames() {
        var verdict = verify(unknown(), SignedJwtTest.byEd25519(badge(signedBy(METHOD))));

        assertThat(of(verdict, Kind.INTEGRITY).code()).isEqualTo("integrity.intact");
        assertThat(of(verdict, Kind.ISSUER).code()).isEqualTo("issuer.key-matches");
        assertThat(of(verdict, Kind.ISSUER).evidence()).containsExactly(DID, FETCHED.toString());
        assertThat(of(verdict, Kind.TRUST).code()).isEqualTo("trust.issuer-unknown");
        assertThat(verdict).isInstanceOf(Verdict.CouldNotFinish.class);
        assertThat(asked).containsExactly(ADDRESS);
    }

    @Test
    void anOpenBadge2ThatNamesNoKeyIsCheckedByAnyThatItsIssuerDeclares() {
        var verdict = verify(unknown(), SignedJwtTest.byEd25519(badge("{\"type\":\"signed\"}")));

        assertThat(of(verdict, Kind.ISSUER).code()).isEqualTo("issuer.key-matches");
    }

    @Test
    void anOpenBadge2ThatIsNotSignedByAPublishedKeyIsNotTakenForOne() {
        var named = SignedJwtTest.byEd25519(badge(signedBy(METHOD)));
        var another = SignedJwtTest.byEd25519(badge(signedBy(DID + "#another")));
        var unnamed = SignedJwtTest.byEd25519(badge("{\"type\":\"signed\"}"));
        var changed = named.replaceFirst("\\.[^.]*\\.", "." + unnamed.split("\\.")[1] + ".");

        assertThat(of(verify(unknown(), another), Kind.INTEGRITY).code())
                .isEqualTo("integrity.key-unknown");
        assertThat(of(verify(unknown(), changed), Kind.INTEGRITY).code())
                .isEqualTo("integrity.changed");
    }

    @Test
    void whatIsHostedOrNamesNoDidIsNotAskedFor() {
        var atAddress = badge(signedBy(METHOD)).toString().replace(DID, "https://a.example/issuer");

        verify(unknown(), badge("{\"type\":\"hosted\"}").toString());
        verify(unknown(), SignedJwtTest.byEd25519(Samples.json(atAddress)));

        assertThat(asked).isEmpty();
    }

    @Test
    void aEuropeanCredentialIsConfirmedByAPublishedKeyAndItsIssuerStaysUnknown() {
        var verdict = verify(unknown(), european(SIGNER));

        assertThat(of(verdict, Kind.ISSUER).code()).isEqualTo("issuer.key-matches");
        assertThat(of(verdict, Kind.ISSUER).evidence()).containsExactly(DID, FETCHED.toString());
        assertThat(of(verdict, Kind.TRUST).code()).isEqualTo("trust.issuer-unknown");
        assertThat(verdict).isInstanceOf(Verdict.CouldNotFinish.class);
        assertThat(asked).containsExactly(ADDRESS);
        stale = true;
        assertThat(of(verify(unknown(), european(SIGNER)), Kind.ISSUER).code())
                .isEqualTo("issuer.key-matches-stale");
    }

    @Test
    void ofAListedBodyWithoutKeysThePublishedOneMakesAEuropeanCredentialGenuine() {
        assertThat(verify(listed(Map.of()), european(SIGNER))).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void aCertificateWhoseKeyIsNotPublishedIsAsOpenAsBefore() {
        for (var registry : List.of(unknown(), listed(Map.of()))) {
            var verdict = verify(registry, european(Samples.signer(2)));

            assertThat(of(verdict, Kind.INTEGRITY).code()).isEqualTo("integrity.test-seal");
            assertThat(of(verdict, Kind.ISSUER).code()).isEqualTo("issuer.chain-not-checked");
            assertThat(verdict).isInstanceOf(Verdict.CouldNotFinish.class);
        }
    }

    @Test
    void aEuropeanCredentialWithoutAnIntactSealIsNotAskedFor() {
        verify(unknown(), european(SIGNER).replace("28/30", "30/30"));
        verify(unknown(), unsealed());

        assertThat(asked).isEmpty();
    }

    @Test
    void theSignatureOnElmoIsOfAServerAndNoPublishedKeyIsAskedFor() {
        var own = Elmo.write(Samples.credential(SIGNER), Publication.NONE);
        var sealed =
                accepted(
                        ElmoSeal.sign(
                                new String(own, StandardCharsets.UTF_8)
                                        .replace(SIGNER.controller(), DID)
                                        .getBytes(StandardCharsets.UTF_8),
                                SIGNER));

        var verdict = verify(unknown(), new String(sealed, StandardCharsets.UTF_8));

        assertThat(of(verdict, Kind.FORMAT).code()).isEqualTo("format.elmo");
        assertThat(of(verdict, Kind.INTEGRITY).code()).isEqualTo("integrity.key-unknown");
        assertThat(asked).isEmpty();
    }

    private Verdict verify(TrustRegistry registry, String document) {
        var published = DidWeb.document(DID, List.of(SIGNER.publicKey()), List.of()).toString();
        return new Verifier(
                        registry,
                        StatusLists.unreachable(),
                        address -> {
                            asked.add(address);
                            return Optional.of(
                                    new Published(published, Optional.of(FETCHED), stale));
                        })
                .verify(document.getBytes(StandardCharsets.UTF_8), Samples.NOW);
    }

    private static TrustRegistry unknown() {
        return TrustRegistry.empty();
    }

    private static TrustRegistry listed(Map<String, IssuerKey> keys) {
        return Registries.of(Set.of(DID), keys);
    }

    private static String unsealed() {
        return EuropeanCredential.write(Samples.credential(SIGNER), Publication.NONE)
                .replace(SIGNER.controller(), DID);
    }

    private static String european(Signer by) {
        var certificate =
                SealCertificate.selfMade(
                        by, Samples.credential(SIGNER).awardingBody(), Samples.ISSUED);
        return accepted(JadesSeal.seal(unsealed(), certificate, by, Samples.NOW));
    }

    private static String signedBy(String creator) {
        return "{\"type\":\"signed\",\"creator\":\"" + creator + "\"}";
    }

    private static JsonObject badge(String verification) {
        return Samples.json(
                """
                {"@context":"https://w3id.org/openbadges/v2","type":"Assertion",
                "id":"https://lagoonside.example/assertions/7",
                "recipient":{"type":"email","hashed":false,"identity":"zoe@lagoonside.example"},
                "issuedOn":"2024-05-02T09:00:00Z","verification":%s,
                "badge":{"type":"BadgeClass","id":"https://lagoonside.example/badges/archives",
                "name":"Metadata for archives","description":"Describes collections.",
                "criteria":{"narrative":"Describe a collection."},
                "issuer":{"type":"Issuer","id":"did:web:lagoonside.example",
                "name":"Università della Laguna","url":"https://lagoonside.example/"}}}
                """
                        .formatted(verification));
    }

    private static Check of(Verdict verdict, Kind kind) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
