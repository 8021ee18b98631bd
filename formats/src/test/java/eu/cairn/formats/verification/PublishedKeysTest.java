package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.framework.Country;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the keys that an issuer publishes under its own address prove, and what they do not. */
class PublishedKeysTest {

    private static final String DID = "did:web:lagoonside.example";
    private static final String ADDRESS = "https://lagoonside.example/.well-known/did.json";
    private static final Signer SIGNER = Samples.signer(1);
    private static final Instant FETCHED = Instant.parse("2026-11-25T11:58:00Z");

    private final List<String> asked = new ArrayList<>();
    private boolean stale;

    @Test
    void anUnknownIssuersSealIsCheckedByItsOwnKeysAndItIsStillUnknown() {
        var verdict = verify(TrustRegistry.empty(), document(SIGNER), new BitSet());

        assertThat(verdict).isInstanceOf(Verdict.CouldNotFinish.class);
        assertThat(((Verdict.CouldNotFinish) verdict).reason().code())
                .isEqualTo("trust.issuer-unknown");
        assertThat(of(verdict, Kind.INTEGRITY).result()).isEqualTo(Result.PASSED);
        assertThat(of(verdict, Kind.ISSUER).code()).isEqualTo("issuer.key-matches");
        assertThat(of(verdict, Kind.ISSUER).evidence()).containsExactly(DID, FETCHED.toString());
        assertThat(of(verdict, Kind.STATUS).code()).isEqualTo("status.in-force");
        assertThat(of(verdict, Kind.STATUS).evidence()).contains(FETCHED.toString());
        assertThat(of(verdict, Kind.TRUST).evidence().getFirst())
                .isEqualTo("Università della Laguna");
        assertThat(asked).containsExactly(ADDRESS);
    }

    @Test
    void keysThatCouldNotBeHadAgainSaySo() {
        stale = true;

        var issuer = of(verify(listed(Map.of()), document(SIGNER), new BitSet()), Kind.ISSUER);

        assertThat(issuer.result()).isEqualTo(Result.PASSED);
        assertThat(issuer.code()).isEqualTo("issuer.key-matches-stale");
        assertThat(issuer.evidence()).contains(FETCHED.toString());
    }

    @Test
    void whoeverIsUnknownCanStillBeFoundFalse() {
        var revoked = new BitSet();
        revoked.set(94_567);

        assertThat(reason(verify(TrustRegistry.empty(), document(SIGNER), revoked)))
                .isEqualTo("status.revoked");
        assertThat(reason(verify(TrustRegistry.empty(), document(Samples.signer(2)), new BitSet())))
                .isEqualTo("issuer.key-not-issuers");
    }

    @Test
    void aDocumentOfAnotherOrOfNobodyProvesNothing() {
        for (var document :
                List.of(
                        "{}",
                        "no json",
                        document(SIGNER).replace(DID, "did:web:other.example"),
                        document(SIGNER).replace("assertionMethod", "authentication"),
                        document(SIGNER)
                                .replace(
                                        "\"controller\":\"",
                                        "\"revoked\":\"2026-01-01T00:00:00Z\",\"controller\":\""),
                        document(SIGNER)
                                .replace(
                                        "\"controller\":\"",
                                        "\"expires\":\"2020-01-01T00:00:00Z\",\"controller\":\""),
                        document(SIGNER)
                                .replace(
                                        "\"controller\":\"",
                                        "\"expires\":\"never\",\"controller\":\""),
                        document(SIGNER).replaceFirst("\\{", "{\"deactivated\":true,"),
                        document(SIGNER)
                                .replace(
                                        "\"controller\":\"" + DID,
                                        "\"controller\":\"did:web:other.example"))) {
            var verdict = verify(TrustRegistry.empty(), document, new BitSet());

            assertThat(of(verdict, Kind.ISSUER).code()).isEqualTo("issuer.key-unconfirmed");
            assertThat(of(verdict, Kind.STATUS).code()).isEqualTo("status.not-reached");
        }
    }

    @Test
    void aListedIssuerIsKnownByTheKeysThatTheListHasAndElseByThoseThatItPublishes() {
        assertThat(verify(listed(Map.of()), document(SIGNER), new BitSet()))
                .isInstanceOf(Verdict.Genuine.class);
        asked.clear();
        var other = Map.of(DID + "#k", IssuerKey.of(Samples.signer(2).publicKey()));

        assertThat(reason(verify(listed(other), document(SIGNER), new BitSet())))
                .isEqualTo("issuer.key-not-issuers");
        assertThat(asked).isEmpty();
    }

    private Verdict verify(TrustRegistry registry, String document, BitSet revoked) {
        var verifier =
                new Verifier(
                        registry,
                        new Lists(revoked),
                        address -> {
                            asked.add(address);
                            return Optional.of(
                                    new Published(document, Optional.of(FETCHED), stale));
                        });
        return verifier.verify(signed().getBytes(StandardCharsets.UTF_8), Samples.NOW);
    }

    /** The list that the same issuer signs, as it was fetched. */
    private record Lists(BitSet revoked) implements StatusLists {

        @Override
        public Optional<String> list(String address, TrustedIssuer issuer) {
            return published(address, issuer).map(Published::text);
        }

        @Override
        public Optional<Published> published(String address, TrustedIssuer issuer) {
            var list =
                    StatusList.of(Purpose.REVOCATION, revoked)
                            .write(address, DID, Samples.NOW, Duration.ofMinutes(5));
            var signed =
                    Samples.accepted(
                            new DataIntegrity(Contexts.trusted()).sign(list, SIGNER, Samples.NOW));
            return Optional.of(new Published(signed, Optional.of(FETCHED), false));
        }
    }

    private static String document(Signer signer) {
        return DidWeb.document(DID, List.of(signer.publicKey()), List.of()).toString();
    }

    private static String signed() {
        return Samples.signed(credential(), Samples.publication(), SIGNER);
    }

    private static MicroCredential credential() {
        var plain = Samples.credential(SIGNER);
        var body = plain.awardingBody();
        return new MicroCredential(
                plain.id(),
                plain.title(),
                plain.learner(),
                new AwardingBody(DID, body.legalName(), body.country(), body.place(), body.url()),
                plain.awardedOn(),
                plain.issuedAt(),
                plain.expiresOn(),
                plain.outcomes(),
                plain.workload(),
                plain.level(),
                plain.assessments(),
                plain.participation(),
                plain.qualityAssurance(),
                plain.grade(),
                plain.prerequisites(),
                plain.stackability(),
                plain.field(),
                plain.languageOfInstruction(),
                plain.course(),
                plain.description(),
                plain.reviewOn(),
                plain.contributors(),
                plain.rights());
    }

    private static TrustRegistry listed(Map<String, IssuerKey> keys) {
        return new TrustFile(
                "Test",
                List.of(
                        new TrustedIssuer(
                                Set.of(DID),
                                "Università della Laguna",
                                new Country("IT"),
                                Optional.empty(),
                                Optional.empty(),
                                "a test",
                                LocalDate.of(2000, 1, 1),
                                Optional.empty(),
                                keys,
                                Optional.empty(),
                                false)));
    }

    private static Check of(Verdict verdict, Kind kind) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String reason(Verdict verdict) {
        return ((Verdict.NotGenuine) verdict).reason().code();
    }
}
