package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import eu.cairn.verification.VerifiedCredential;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerifierTest {

    private static final Signer SIGNER = Samples.signer(1);
    private static final String LIST = "https://lagoonside.example/status/1";
    private static final int INDEX = 94_567;

    @Test
    void anUnchangedCredentialOfAKnownIssuerInForceIsGenuine() {
        var verdict = verify(Samples.signed(SIGNER));

        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.checks())
                .extracting(Check::code)
                .containsExactly(
                        "format.open-badges-3",
                        "integrity.intact",
                        "issuer.key-matches",
                        "trust.listed",
                        "scope.not-limited",
                        "status.in-force",
                        "validity.in-period",
                        "completeness.complete",
                        "issue.held",
                        "level.framework-unknown",
                        "level.self-assessed",
                        "workload.within",
                        "assurance.issuer-unknown",
                        "assurance.claimed",
                        "chain.not-at-hand",
                        "holder.not-checked");
        assertThat(VerifiedCredential.of((Verdict.Genuine) verdict).content())
                .isEqualTo(Samples.credential(SIGNER));
    }

    @Test
    void aChangedByteAWrongKeyARevocationAndAnUnknownIssuerAreToldApart() {
        var signed = Samples.signed(SIGNER);
        var wrongKey =
                Samples.signed(
                        Samples.credential(SIGNER), Samples.publication(), Samples.signer(2));
        var unknown = new Verifier(TrustRegistry.empty(), lists(new BitSet()));

        assertThat(reason(verify(signed.replace("28/30", "30/30"))))
                .isEqualTo("not-genuine integrity.changed");
        assertThat(reason(verify(wrongKey))).isEqualTo("not-genuine issuer.key-not-issuers");
        assertThat(reason(verifier(revoked()).verify(bytes(signed), Samples.NOW)))
                .isEqualTo("not-genuine status.revoked");
        assertThat(reason(unknown.verify(bytes(signed), Samples.NOW)))
                .isEqualTo("could-not-finish trust.issuer-unknown");
    }

    @Test
    void aWebPageIsRecognisedWhateverItHoldsAndIsNoCredential() {
        var page = "<!DOCTYPE html><html><svg></svg> elmo-schemas %s</html>";
        for (var text :
                List.of(
                        page,
                        "\n<HTML>",
                        "\uFEFF<!-- a --> <!-- b -->\n<!doctype HTML>",
                        "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")) {
            assertThat(reason(verify(text))).isEqualTo("could-not-finish format.web-page");
        }
        assertThat(reason(verify("<htmlish/>"))).isEqualTo("could-not-finish format.not-supported");
        assertThat(reason(verify("<!-- ".repeat(800))))
                .isEqualTo("could-not-finish format.not-supported");
    }

    @Test
    void onlyADocumentThatIsRefusedIsSaidToBe() {
        var unread = "{\"@context\": [\"https://www.w3.org/2018/credentials/v1\"], \"type\": []}";
        var refused = "{\"type\": \"VerifiableCredential\", \"type\": 1}";

        assertThat(integrity(verify(unread))).isEqualTo("integrity.not-read");
        assertThat(integrity(verify("nothing"))).isEqualTo("integrity.not-read");
        assertThat(integrity(verify(refused))).isEqualTo("integrity.not-reached");
    }

    private static String integrity(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == Check.Kind.INTEGRITY)
                .map(Check::code)
                .collect(Collectors.joining());
    }

    @Test
    void aRevocationSaysWhenAndWhyWhereThatIsKnown() {
        var lists =
                new StatusLists() {
                    @Override
                    public Optional<String> list(String address, TrustedIssuer issuer) {
                        return revoked().list(address, issuer);
                    }

                    @Override
                    public Optional<Note> note(
                            StatusEntry entry, String credential, TrustedIssuer issuer) {
                        return Optional.of(new Note(LocalDate.of(2026, 3, 3), "awarded in error"));
                    }
                };

        var verdict = verifier(lists).verify(bytes(Samples.signed(SIGNER)), Samples.NOW);

        assertThat(((Verdict.NotGenuine) verdict).reason().evidence())
                .containsExactly("2026-03-03", "awarded in error");
    }

    @Test
    void aSuspendedCredentialIsNotGenuineWhileItIsSuspended() {
        var entry = new StatusEntry(LIST, INDEX, Purpose.SUSPENSION);
        var signed =
                Samples.signed(
                        Samples.credential(SIGNER),
                        new Publication(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(entry),
                                Optional.empty()),
                        SIGNER);
        var set = new BitSet();
        set.set(INDEX);

        assertThat(
                        reason(
                                verifier(lists(Purpose.SUSPENSION, set, SIGNER, LIST))
                                        .verify(bytes(signed), Samples.NOW)))
                .isEqualTo("not-genuine status.suspended");
    }

    @Test
    void aCredentialWithAPlaceInBothListsIsGenuineOnlyIfItIsInNeither() {
        var second = new StatusEntry(LIST + "/suspension", INDEX, Purpose.SUSPENSION);
        var signed =
                bytes(
                        Samples.signed(
                                Samples.credential(SIGNER),
                                Samples.publication().suspendedIn(Optional.of(second)),
                                SIGNER));
        var none = new BitSet();
        var set = new BitSet();
        set.set(INDEX);

        assertThat(reason(verifier(both(none, none)).verify(signed, Samples.NOW)))
                .isEqualTo("genuine");
        assertThat(reason(verifier(both(none, set)).verify(signed, Samples.NOW)))
                .isEqualTo("not-genuine status.suspended");
        assertThat(reason(verifier(both(set, set)).verify(signed, Samples.NOW)))
                .isEqualTo("not-genuine status.revoked");
        assertThat(
                        reason(
                                verifier(
                                                (asked, issuer) ->
                                                        asked.equals(LIST)
                                                                ? lists(none).list(asked, issuer)
                                                                : Optional.empty())
                                        .verify(signed, Samples.NOW)))
                .isEqualTo("could-not-finish status.list-unreachable");
    }

    private static StatusLists both(BitSet revoked, BitSet suspended) {
        var second = LIST + "/suspension";
        return (asked, issuer) ->
                asked.equals(second)
                        ? lists(Purpose.SUSPENSION, suspended, SIGNER, second).list(asked, issuer)
                        : lists(revoked).list(asked, issuer);
    }

    @Test
    void aListThatCannotBeReliedOnNeitherClearsNorCondemns() {
        var signed = bytes(Samples.signed(SIGNER));
        var set = new BitSet();
        set.set(INDEX);

        assertThat(reason(verifier(StatusLists.unreachable()).verify(signed, Samples.NOW)))
                .isEqualTo("could-not-finish status.list-unreachable");
        assertThat(reason(verifier((a, i) -> Optional.of("<html>")).verify(signed, Samples.NOW)))
                .isEqualTo("could-not-finish status.list-malformed");
        assertThat(
                        reason(
                                verifier(lists(Purpose.REVOCATION, set, Samples.signer(3), LIST))
                                        .verify(signed, Samples.NOW)))
                .isEqualTo("could-not-finish status.list-not-issuers");
        assertThat(
                        reason(
                                verifier(
                                                lists(
                                                        Purpose.REVOCATION,
                                                        new BitSet(),
                                                        SIGNER,
                                                        LIST + "2"))
                                        .verify(signed, Samples.NOW)))
                .isEqualTo("could-not-finish status.list-of-another-address");
        assertThat(
                        reason(
                                verifier(lists(Purpose.SUSPENSION, set, SIGNER, LIST))
                                        .verify(signed, Samples.NOW)))
                .isEqualTo("could-not-finish status.no-such-place");
        assertThat(
                        reason(
                                verifier(lists(new BitSet()))
                                        .verify(signed, Samples.NOW.plus(Duration.ofDays(2)))))
                .isEqualTo("could-not-finish status.list-out-of-date");
        assertThat(
                        reason(
                                verifier(
                                                (a, i) ->
                                                        lists(new BitSet())
                                                                .list(a, i)
                                                                .map(
                                                                        l ->
                                                                                l.replace(
                                                                                        "\"ttl\":3600000",
                                                                                        "\"ttl\":3600001")))
                                        .verify(signed, Samples.NOW)))
                .isEqualTo("could-not-finish status.list-not-intact");
    }

    /** What was found intact is remembered by the verifier: text and issuer decide, not address. */
    @Test
    void aListThatWasSeenIntactIsReadAnewWhereItOrItsTimeHasChanged() {
        var signed = bytes(Samples.signed(SIGNER));
        var inForce = lists(new BitSet());
        var now = new AtomicReference<StatusLists>(inForce);
        var one = verifier((address, issuer) -> requireNonNull(now.get()).list(address, issuer));

        for (int turn = 0; turn < 2; turn++) {
            now.set(inForce);
            assertThat(reason(one.verify(signed, Samples.NOW))).isEqualTo("genuine");
            assertThat(reason(one.verify(signed, Samples.NOW.plus(Duration.ofDays(2)))))
                    .isEqualTo("could-not-finish status.list-out-of-date");
            now.set(revoked());
            assertThat(reason(one.verify(signed, Samples.NOW)))
                    .isEqualTo("not-genuine status.revoked");
            now.set(
                    (address, issuer) ->
                            inForce.list(address, issuer)
                                    .map(l -> l.replace("\"ttl\":3600000", "\"ttl\":3600001")));
            assertThat(reason(one.verify(signed, Samples.NOW)))
                    .isEqualTo("could-not-finish status.list-not-intact");
        }
    }

    @Test
    void aListInTheNameOfTheIssuerCountsOnlyWithTheKeyOfTheIssuer() {
        var forged =
                StatusList.of(Purpose.REVOCATION, new BitSet())
                        .write(
                                LIST,
                                SIGNER.controller(),
                                Samples.NOW.minusSeconds(60),
                                Duration.ofHours(1));
        var list =
                accepted(
                        new DataIntegrity(Contexts.trusted())
                                .sign(forged, Samples.signer(3), Samples.NOW));

        assertThat(
                        reason(
                                verifier((address, issuer) -> Optional.of(list))
                                        .verify(bytes(Samples.signed(SIGNER)), Samples.NOW)))
                .isEqualTo("could-not-finish status.list-not-issuers");
    }

    @Test
    void anIssuerThatCallsItselfOtherwiseIsShownUnderItsListedName() {
        var entry = Registries.issuer(Set.of(SIGNER.controller()), Map.of());
        var renamed =
                new TrustedIssuer(
                        entry.ids(),
                        "Another University",
                        entry.country(),
                        entry.place(),
                        entry.url(),
                        entry.source(),
                        entry.validFrom(),
                        entry.validUntil(),
                        entry.keys(),
                        entry.statusListPrefix(),
                        false);
        var verifier =
                new Verifier(
                        new TrustFile("Test registry", java.util.List.of(renamed)),
                        lists(new BitSet()));

        var verdict = verifier.verify(bytes(Samples.signed(SIGNER)), Samples.NOW);

        assertThat(codes(verdict)).contains("trust.listed-as");
        var content = verdict.credential().orElseThrow();
        var itself = content.awardingBody().legalName();
        assertThat(AwardedBy.of(verdict, content))
                .isEqualTo(new AwardedBy("Another University", Optional.of(itself)));
        assertThat(VerdictJson.write(verdict))
                .contains("\"awardingBody\": \"" + itself + "\"")
                .contains("\"listedAs\": \"Another University\"");
    }

    @Test
    void theCalendarDecidesToo() {
        var signed = bytes(Samples.signed(SIGNER));

        assertThat(
                        codes(
                                verifier(lists(new BitSet()))
                                        .verify(signed, Instant.parse("2025-06-20T08:00:00Z"))))
                .contains("validity.not-yet");
        assertThat(
                        codes(
                                verifier(lists(new BitSet()))
                                        .verify(signed, Instant.parse("2030-06-19T00:00:00Z"))))
                .contains("validity.expired");
        assertThat(
                        codes(
                                verifier(lists(new BitSet()))
                                        .verify(signed, Instant.parse("2030-06-18T23:59:00Z"))))
                .contains("validity.in-period");
    }

    @Test
    void anIssuerIsTrustedOnlyForTheTimeInWhichItCouldAward() {
        var entry = Registries.issuer(Set.of(SIGNER.controller()), Map.of());
        var closed =
                new TrustedIssuer(
                        entry.ids(),
                        entry.legalName(),
                        entry.country(),
                        entry.place(),
                        entry.url(),
                        entry.source(),
                        entry.validFrom(),
                        Optional.of(LocalDate.of(2024, 1, 1)),
                        entry.keys(),
                        entry.statusListPrefix(),
                        false);
        var verifier =
                new Verifier(
                        new TrustFile("Test registry", java.util.List.of(closed)),
                        lists(new BitSet()));

        assertThat(reason(verifier.verify(bytes(Samples.signed(SIGNER)), Samples.NOW)))
                .isEqualTo("could-not-finish trust.outside-period");
    }

    @Test
    void whatIsNotKnownIsNotCalledFalse() {
        assertThat(reason(verify("%PDF-1.7 …")))
                .isEqualTo("could-not-finish format.carrier-malformed");
        assertThat(
                        reason(
                                verify(
                                        "<elmo"
                                                + " xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\"/>")))
                .isEqualTo("could-not-finish format.no-achievement");
        assertThat(reason(verify("eyJhbGciOiJFUzI1NiIsInR5cCI6InZjK3NkLWp3dCJ9.e30.AA~WyJhIl0~")))
                .isEqualTo("could-not-finish format.not-supported");
        assertThat(reason(verify("{\"payload\":\"x\",\"signatures\":[]}")))
                .isEqualTo("could-not-finish format.not-supported");
        assertThat(reason(verify("hello"))).isEqualTo("could-not-finish format.not-recognised");
        assertThat(reason(verify("www.example.org")))
                .isEqualTo("could-not-finish format.not-recognised");
        assertThat(reason(verify("{}"))).isEqualTo("could-not-finish format.not-recognised");
        assertThat(reason(verify(""))).isEqualTo("could-not-finish format.not-recognised");
    }

    @Test
    void aDamagedOrUnsignedCredentialIsNotGenuine() {
        var signed = Samples.signed(SIGNER);

        assertThat(reason(verify(signed.substring(0, signed.length() - 1))))
                .isEqualTo("not-genuine format.not-json");
        assertThat(reason(verify(signed.replaceFirst("\\{", "{\"id\":\"urn:a:b\","))))
                .isEqualTo("not-genuine format.duplicate-member");
        assertThat(reason(verify(signed.substring(0, signed.indexOf(",\"proof\"")) + "}")))
                .isEqualTo("not-genuine integrity.no-proof");
        assertThat(
                        reason(
                                verify(
                                        signed.replaceFirst(
                                                "\"name\"", "\"honours\":\"cum laude\",\"name\""))))
                .isEqualTo("not-genuine integrity.changed");
    }

    @Test
    void theSameVerdictIsTheSameJson() {
        var signed = Samples.signed(SIGNER);

        assertThat(VerdictJson.write(verify(signed))).isEqualTo(VerdictJson.write(verify(signed)));
        assertThat(VerdictJson.write(verify(signed)))
                .contains("\"verdict\": \"genuine\"")
                .contains("\"ects\": \"7.5\"");
    }

    @Test
    void aTrustFileIsReadAsItWasWritten() {
        var keys = Map.of("https://lagoonside.example/#key-1", IssuerKey.of(SIGNER.publicKey()));
        var file = Registries.of(Set.of(SIGNER.controller(), "https://lagoonside.example/"), keys);

        assertThat(accepted(TrustFile.read(bytes(file.write())))).isEqualTo(file);
        assertThat(TrustFile.read(bytes("{\"name\":\"x\",\"issuers\":[{}]}")).reasons())
                .extracting("code")
                .containsExactly("trust.file-malformed");
    }

    private static Verdict verify(String document) {
        return verifier(lists(new BitSet())).verify(bytes(document), Samples.NOW);
    }

    private static Verifier verifier(StatusLists lists) {
        return new Verifier(Registries.knowing(SIGNER), lists);
    }

    private static StatusLists revoked() {
        var set = new BitSet();
        set.set(INDEX);
        return lists(set);
    }

    static StatusLists lists(BitSet set) {
        return lists(Purpose.REVOCATION, set, SIGNER, LIST);
    }

    static StatusLists lists(Purpose purpose, BitSet set, Signer signer, String address) {
        var list =
                StatusList.of(purpose, set)
                        .write(
                                address,
                                signer.controller(),
                                Samples.NOW.minusSeconds(60),
                                Duration.ofHours(1));
        var signed =
                accepted(new DataIntegrity(Contexts.trusted()).sign(list, signer, Samples.NOW));
        return (asked, issuer) -> Optional.of(signed);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> "genuine";
            case Verdict.AllGenuine several -> "genuine";
            case Verdict.NotGenuine(var reason, var c, var k, var at) ->
                    "not-genuine " + reason.code();
            case Verdict.CouldNotFinish(var reason, var c, var k, var at) ->
                    "could-not-finish " + reason.code();
        };
    }

    private static Set<String> codes(Verdict verdict) {
        return verdict.checks().stream().map(Check::code).collect(Collectors.toSet());
    }
}
