package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists of recognised bodies: who signed them, what they say, and what a verdict makes of it. */
class TrustListTest {

    private static final Signer PUBLISHER = Samples.signer(7);
    private static final Signer ISSUER = Samples.signer(1);
    private static final List<TrustList.Publisher> PINNED =
            List.of(new TrustList.Publisher("The register", IssuerKey.of(PUBLISHER.publicKey())));

    @Test
    void aListIsBelievedOnlyIfAPinnedPublisherSignedIt() {
        var signed = TrustList.sign(list("2030-01-01", ""), PUBLISHER);

        assertThat(read(signed)).isInstanceOf(Decided.Accepted.class);
        assertThat(reason(read(TrustList.sign(list("2030-01-01", ""), Samples.signer(8)))))
                .isEqualTo("verification.list-publisher-not-pinned");
        assertThat(reason(TrustList.read(bytes(signed), List.of())))
                .isEqualTo("verification.list-publisher-not-pinned");
        assertThat(reason(read(signed.substring(0, signed.length() - 4) + "AAAA")))
                .isEqualTo("verification.list-publisher-not-pinned");
        assertThat(reason(read(list("2030-01-01", "")))).isEqualTo("verification.list-not-signed");
        assertThat(reason(read(""))).isEqualTo("verification.list-not-signed");
    }

    @Test
    void aLimitThatIsNotUnderstoodIsNotTakenForNone() {
        for (var limit :
                List.of(
                        "\"mayAward\": {\"eqfLevels\": [\"7\"]},",
                        "\"mayAward\": {\"eqfLevels\": [9]},",
                        "\"mayAward\": {\"eqfLevels\": []},",
                        "\"mayAward\": {\"kinds\": [7]},",
                        "\"mayAward\": {},",
                        "\"mayAward\": {\"levels\": [7]},",
                        "\"mayAward\": {\"eqfLevels\": [7], \"fields\": []},",
                        "\"mayAward\": [],")) {
            var read = read(TrustList.sign(list("2030-01-01", limit), PUBLISHER));

            assertThat(reason(read)).as(limit).isEqualTo("verification.list-malformed");
            assertThat(place(read)).isEqualTo("entries[0]");
        }
    }

    @Test
    void whatIsStatedAndCannotBeReadIsNotTakenForNotStated() {
        for (var member :
                List.of(
                        "\"validUntil\": 2029,",
                        "\"validUntil\": \"2029-02-30\",",
                        "\"validUntil\": null,",
                        "\"keys\": \"none\",",
                        "\"keys\": [\"a\"],",
                        "\"keys\": null,",
                        "\"compromisedKeys\": null,",
                        "\"place\": 7,",
                        "\"url\": [],",
                        "\"suspensionLists\": \"yes\",",
                        "\"demo\": \"yes\",")) {
            var read = read(TrustList.sign(list("2030-01-01", member), PUBLISHER));

            assertThat(reason(read)).as(member).isEqualTo("verification.list-malformed");
            assertThat(place(read)).isEqualTo("entries[0]." + member.split("\"")[1]);
        }
        var prefix = list("2030-01-01", "").replace("\"https://lagoonside.example/status/\"", "7");
        assertThat(reason(read(TrustList.sign(prefix, PUBLISHER))))
                .isEqualTo("verification.list-malformed");
    }

    @Test
    void aDomainIsReadInSmallLettersAndRefusedIfItIsNone() {
        var large = list("2030-01-01", "").replace("laguna.example", "Laguna.EXAMPLE");
        var read = read(TrustList.sign(large, PUBLISHER));
        assertThat(((Decided.Accepted<TrustList>) read).value().issuer("did:web:laguna.example"))
                .isPresent();

        for (var domains : List.of("[\"https://laguna.example\"]", "[7]", "[]", "null")) {
            var other =
                    list("2030-01-01", "")
                            .replace(
                                    "\"domains\": [\"laguna.example\"]", "\"domains\": " + domains);
            assertThat(place(read(TrustList.sign(other, PUBLISHER))))
                    .as(domains)
                    .isEqualTo("entries[0]");
        }
    }

    @Test
    void aListOfMoreThanCanBeReadSaysSo() {
        var parts = "\"x\": [" + "0,".repeat(100_000) + "0],";
        var bytes = "\"x\": \"" + "x".repeat(1 << 20) + "\",";

        for (var more : List.of(parts, bytes, bytes + bytes.replace("\"x\"", "\"y\""))) {
            assertThat(reason(read(TrustList.sign(list("2030-01-01", more), PUBLISHER))))
                    .isEqualTo("verification.list-too-large");
        }
    }

    @Test
    void aListWithoutDatesIsRefused() {
        assertThat(
                        reason(
                                read(
                                        TrustList.sign(
                                                list("2030-01-01", "").replace("nextUpdate", "x"),
                                                PUBLISHER))))
                .isEqualTo("verification.list-malformed");
    }

    @Test
    void aVerdictNamesTheListTheEntryTheSourceAndTheDate() {
        var check = trust(verdict("2030-01-01", ""));

        assertThat(check.code()).isEqualTo("trust.listed");
        assertThat(check.evidence())
                .contains(
                        "Università della Laguna",
                        "Register of Higher Education",
                        "List of bodies",
                        "The register",
                        "2024-01-01");
    }

    @Test
    void whatIsOnNoListIsUnknownAndNotYes() {
        var verifier = new Verifier(TrustRegistry.empty(), VerifierTest.lists(new BitSet()));

        var verdict = verifier.verify(bytes(Samples.signed(ISSUER)), Samples.NOW);

        assertThat(verdict.code()).isEqualTo("could-not-finish");
        assertThat(trust(verdict).code()).isEqualTo("trust.issuer-unknown");
    }

    @Test
    void anAwardOutsideTheScopeIsNotConfirmedAndNotCalledFalse() {
        var outside = verdict("2030-01-01", "\"mayAward\": {\"eqfLevels\": [5, 6]},");
        var inside = verdict("2030-01-01", "\"mayAward\": {\"eqfLevels\": [6, 7]},");
        var otherKind = verdict("2030-01-01", "\"mayAward\": {\"kinds\": [\"degree\"]},");

        assertThat(VerifierTest.reason(outside)).isEqualTo("could-not-finish scope.level-outside");
        assertThat(inside.code()).isEqualTo("genuine");
        assertThat(codes(inside)).contains("scope.within");
        assertThat(VerifierTest.reason(otherKind)).isEqualTo("could-not-finish scope.kind-outside");
    }

    @Test
    void anOutdatedListSaysSo() {
        var ended = LocalDate.ofInstant(Samples.NOW.minus(Duration.ofDays(1)), ZoneOffset.UTC);
        var sinceTheAward = verdict(ended.toString(), "");
        var beforeTheAward = verdict("2024-06-01", "");

        assertThat(sinceTheAward.code()).isEqualTo("genuine");
        assertThat(codes(sinceTheAward)).contains("trust.listed", "trust.list-outdated-since");
        assertThat(VerifierTest.reason(beforeTheAward))
                .isEqualTo("could-not-finish trust.list-outdated");
    }

    @Test
    void anImplausibleLevelOrWorkloadLeavesTheVerdictAsItIs() {
        var verdict = verdict("2030-01-01", "");

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        for (var kind :
                List.of(
                        Check.Kind.LEVEL,
                        Check.Kind.WORKLOAD,
                        Check.Kind.ASSURANCE,
                        Check.Kind.ISSUE)) {
            assertThat(kind.decides()).isFalse();
            var checks = new ArrayList<>(verdict.checks());
            checks.add(
                    new Check(
                            kind, Check.Result.FAILED, kind.code() + ".x", List.of(), Samples.NOW));
            assertThat(Verdict.of(verdict.credential(), checks, Samples.NOW).code())
                    .isEqualTo("genuine");
        }
    }

    private static Verdict verdict(String nextUpdate, String scope) {
        var list =
                ((Decided.Accepted<TrustList>)
                                read(TrustList.sign(list(nextUpdate, scope), PUBLISHER)))
                        .value();
        var registry =
                new TrustRegistry() {
                    @Override
                    public String name() {
                        return "Test";
                    }

                    @Override
                    public Optional<TrustedIssuer> issuer(String id) {
                        return list.issuer(id);
                    }
                };
        return new Verifier(registry, VerifierTest.lists(new BitSet()))
                .verify(bytes(Samples.signed(ISSUER)), Samples.NOW);
    }

    private static Check trust(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == Check.Kind.TRUST)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.checks().stream().map(Check::code).toList();
    }

    private static String list(String nextUpdate, String scope) {
        return """
        {"id": "https://register.example/list", "name": "List of bodies",
         "date": "2024-01-01", "nextUpdate": "%s",
         "entries": [{"ids": ["%s"], "domains": ["laguna.example"], "legalName": "Università della Laguna",
                      %s "country": "IT", "source": "Register of Higher Education",
                      "statusListPrefix": "https://lagoonside.example/status/",
                      "validFrom": "2000-01-01"}]}
        """
                .formatted(nextUpdate, ISSUER.controller(), scope);
    }

    private static Decided<TrustList> read(String file) {
        return TrustList.read(bytes(file), PINNED);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(Decided<TrustList> read) {
        return read.reasons().stream().map(Refusal::code).findFirst().orElse("accepted");
    }

    private static String place(Decided<TrustList> read) {
        return read.reasons().getFirst().place();
    }
}
