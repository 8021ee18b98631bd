package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Changed;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.badge.LearnerRecord;
import eu.cairn.formats.credential.badge.LearnerRecord.Association;
import eu.cairn.formats.credential.badge.LearnerRecord.Qualification;
import eu.cairn.testing.Shared;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnerRecordTest {

    private static final Signer SIGNER = Samples.signer(1);
    private static final DataIntegrity INTEGRITY = new DataIntegrity(Contexts.trusted());
    private static final String ID = "https://lagoonside.example/credentials/0197a1c2";

    private final Verifier verifier =
            new Verifier(Registries.knowing(SIGNER), VerifierTest.lists(new BitSet()));

    @Test
    void aRecordAndEachCredentialInItAreVerified() {
        var signed = signed(record(List.of(credential(0), credential(1), credential(2))));
        var verdict = verifier.answer(bytes(signed), Samples.NOW).record().orElseThrow();

        assertThat(verdict.credentials()).hasSize(3).allMatch(Verdict.Genuine.class::isInstance);
        assertThat(verdict.credentials().get(1).credential().orElseThrow().id())
                .isEqualTo(ID + "-1");
        assertThat(verdict.associations())
                .containsExactly(Association.partOf(ID + "-1", ID + "-0"));
        assertThat(verdict.record().checks())
                .extracting(Check::code)
                .containsExactly(
                        "format.learner-record",
                        "credentials.all-genuine",
                        "integrity.intact",
                        "issuer.key-matches",
                        "trust.listed",
                        "status.none",
                        "validity.no-end",
                        "scope.of-each",
                        "issue.of-each",
                        "completeness.of-each",
                        "level.of-each",
                        "workload.of-each",
                        "assurance.of-each",
                        "chain.of-each",
                        "holder.not-checked");
        assertThat(verdict.record()).isInstanceOf(Verdict.AllGenuine.class);
    }

    @Test
    void aRecordOfAKeeperWhoIsNotKnownStaysOpen() {
        var strangers = new Verifier(TrustRegistry.empty(), VerifierTest.lists(new BitSet()));
        var signed = signed(record(List.of(credential(0), credential(1))));

        var verdict = strangers.answer(bytes(signed), Samples.NOW).record().orElseThrow();

        assertThat(VerifierTest.reason(verdict.record()))
                .isEqualTo("could-not-finish credentials.not-finished");
        assertThat(verdict.record().checks())
                .filteredOn(check -> check.code().equals("credentials.not-finished"))
                .extracting(check -> check.evidence().subList(0, 2))
                .containsExactly(List.of("1", "2"), List.of("2", "2"));
    }

    @Test
    void aRecordOfManyCredentialsIsSignedAndVerified() {
        var many = IntStream.range(0, 5).mapToObj(LearnerRecordTest::credential).toList();

        var verdict =
                verifier.answer(bytes(signed(record(many))), Samples.NOW).record().orElseThrow();

        assertThat(verdict.credentials()).hasSize(5).allMatch(Verdict.Genuine.class::isInstance);
        assertThat(verdict.record()).isInstanceOf(Verdict.AllGenuine.class);
    }

    @Test
    void aFalseCredentialMakesTheRecordFalseAndAMovedOneBreaksIt() {
        var good = signed(record(List.of(credential(0), credential(1))));
        var bad = signed(record(List.of(credential(0), credential(1).replace("28/30", "30/30"))));

        assertThat(VerifierTest.reason(verifier.verify(bytes(bad), Samples.NOW)))
                .isEqualTo("not-genuine credentials.not-genuine");
        assertThat(
                        VerifierTest.reason(
                                verifier.verify(
                                        bytes(good.replace("isPartOf", "isParentOf")),
                                        Samples.NOW)))
                .isEqualTo("not-genuine integrity.changed");
        var swapped = Samples.json(good);
        var held = swapped.getJsonObject("credentialSubject").getJsonArray("verifiableCredential");
        var reversed =
                Json.createPointer("/credentialSubject/verifiableCredential")
                        .replace(swapped, Json.createArrayBuilder(held.reversed()).build());
        assertThat(VerifierTest.reason(verifier.verify(bytes(reversed.toString()), Samples.NOW)))
                .isEqualTo("not-genuine integrity.changed");
    }

    @Test
    void aRecordOfWhatWasRevokedIsNotGenuineAndSaysWhich() {
        var set = new BitSet();
        set.set(94_567);
        var revoking = new Verifier(Registries.knowing(SIGNER), VerifierTest.lists(set));
        var signed = signed(record(List.of(credential(0), credential(1))));

        var verdict = revoking.answer(bytes(signed), Samples.NOW).record().orElseThrow();

        assertThat(VerifierTest.reason(verdict.record()))
                .isEqualTo("not-genuine credentials.not-genuine");
        assertThat(verdict.record().checks())
                .filteredOn(check -> check.result() == Check.Result.FAILED)
                .extracting(Check::evidence)
                .containsExactly(
                        List.of("1", "2", "Gestione sostenibile delle lagune"),
                        List.of("2", "2", "Gestione sostenibile delle lagune"));
        assertThat(verdict.credentials())
                .extracting(VerifierTest::reason)
                .containsOnly("not-genuine status.revoked");
    }

    @Test
    void aCredentialThatStandsTwiceInARecordCountsForNoMore() {
        var json = Samples.json(record(List.of(credential(0), credential(1))).write());
        var held = json.getJsonObject("credentialSubject").getJsonArray("verifiableCredential");
        var twice =
                Json.createPointer("/credentialSubject/verifiableCredential")
                        .replace(json, Json.createArrayBuilder(held).add(held.get(0)).build())
                        .toString();

        var signed = accepted(INTEGRITY.sign(twice, SIGNER, Samples.ISSUED));
        var verdict = verifier.answer(bytes(signed), Samples.NOW).record().orElseThrow();

        assertThat(VerifierTest.reason(verdict.record()))
                .isEqualTo("not-genuine format.record-holds-twice");
    }

    @Test
    void theCredentialsOfARecordThatIsTooLargeAreNotLookedAt() {
        assertThat(reasonsOfTwenty(100))
                .doesNotContain("could-not-finish format.graph-too-complex");
        assertThat(reasonsOfTwenty(300)).containsOnly("could-not-finish format.graph-too-complex");
    }

    /** What is said of twenty credentials with so many values more than there should be. */
    private static List<String> reasonsOfTwenty(int more) {
        var values = "{\"more\":[1" + ",1".repeat(more - 1) + "],";
        var twenty =
                IntStream.range(0, LearnerRecord.MAX_CREDENTIALS)
                        .mapToObj(i -> Samples.json(values + credential(i).strip().substring(1)))
                        .toList();
        var json = Samples.json(record(List.of(credential(0), credential(1))).write());
        var document =
                Json.createPointer("/credentialSubject/verifiableCredential")
                        .replace(json, Json.createArrayBuilder(twenty).build())
                        .toString();
        return new Verifier(Registries.knowing(SIGNER), StatusLists.unreachable())
                .answer(bytes(document), Samples.NOW).record().orElseThrow().credentials().stream()
                        .map(VerifierTest::reason)
                        .toList();
    }

    @Test
    void whatNoSignatureCoversIsNotRepeated() {
        var changed =
                signed(record(List.of(credential(0), credential(1))))
                        .replace("isPartOf", "isParentOf");

        var verdict = verifier.answer(bytes(changed), Samples.NOW).record().orElseThrow();

        assertThat(verdict.associations()).isEmpty();
        assertThat(verdict.qualifications()).isEmpty();
    }

    @Test
    void aRecordNamesWhatItsCredentialsArePartOf() {
        var whole =
                new Qualification(
                        "https://lagoonside.example/qualifications/lagoons/1",
                        "Lagoon certificate",
                        "Published rules",
                        "https://lagoonside.example/qualifications/lagoons/1");
        var parts = List.of(Association.partOf(ID + "-0", whole.id()));

        var verdict =
                verifier.answer(bytes(signed(record(List.of(whole), parts))), Samples.NOW)
                        .record()
                        .orElseThrow();

        assertThat(verdict.qualifications()).containsExactly(whole);
        assertThat(verdict.associations()).isEqualTo(parts);
        assertThat(verdict.record().checks())
                .extracting(Check::code)
                .contains("integrity.intact")
                .doesNotContain("format.value-wrong");
        assertThatIllegalArgumentException().isThrownBy(() -> record(List.of(), parts).write());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(List.of(whole, whole), parts).write());
    }

    private static LearnerRecord record(List<Qualification> wholes, List<Association> parts) {
        var plain = record(List.of(credential(0), credential(1)));
        return new LearnerRecord(
                plain.id(),
                plain.name(),
                plain.issuer(),
                plain.learner(),
                plain.issuedAt(),
                plain.credentials(),
                wholes,
                parts);
    }

    @Test
    void aRecordIsNotWrittenHalf() {
        var one = credential(0);
        assertThatIllegalArgumentException().isThrownBy(() -> record(List.of()).write());
        assertThatIllegalArgumentException().isThrownBy(() -> record(List.of(one, one)).write());
        assertThatIllegalArgumentException().isThrownBy(() -> record(List.of(one)).write());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> record(List.of(one, credential(1).replace("proof", "prof"))).write());
        var many = IntStream.range(0, 21).mapToObj(LearnerRecordTest::credential).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> record(many).write());
    }

    @Test
    void thePublishedSampleIsIntact() throws IOException {
        var sample = Files.readAllBytes(Shared.path("standards/clr-2.0/simple.json"));
        var name = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
        var known =
                new Verifier(
                        Registries.of(
                                Set.of("https://example.edu/issuers/565049"),
                                Map.of(
                                        name,
                                        IssuerKey.of(DidKey.fromMultikey(name).orElseThrow()))),
                        StatusLists.unreachable());

        var verdict = known.answer(sample, Samples.NOW).record().orElseThrow();

        assertThat(verdict.record().checks())
                .extracting(Check::code)
                .contains("integrity.intact", "issuer.key-matches");
        assertThat(verdict.credentials()).hasSize(1);
        assertThat(VerifierTest.reason(verdict.credentials().getFirst()))
                .isEqualTo("could-not-finish issuer.key-unconfirmed");
        assertThat(verdict.associations()).hasSize(1);
    }

    @Test
    void samplesOfTheOlderDataModelAreNamedAndNotRead() throws IOException {
        int count = 0;
        for (var file :
                List.of("complex", "simple-noproof", "simple_old_safesigned", "simple_v1")) {
            var sample = Files.readAllBytes(Shared.path("standards/clr-2.0/" + file + ".json"));
            assertThat(VerifierTest.reason(verifier.verify(sample, Samples.NOW)))
                    .as(file)
                    .isEqualTo("could-not-finish format.not-supported");
            assertThat(verifier.answer(sample, Samples.NOW).record()).isEmpty();
            count++;
        }
        System.out.printf("learner records: 1 read, %d of data model 1.1 named%n", count);
    }

    private static String credential(int number) {
        var written = OpenBadge.write(withId(ID + "-" + number), Samples.publication());
        return accepted(INTEGRITY.sign(written, SIGNER, Samples.ISSUED));
    }

    private static MicroCredential withId(String id) {
        return Changed.of(Samples.credential(SIGNER), Map.of("id", id));
    }

    private static LearnerRecord record(List<String> credentials) {
        return new LearnerRecord(
                "https://lagoonside.example/records/1",
                "Record of Zoë Ó Briain",
                Samples.credential(SIGNER).awardingBody(),
                Learner.named("Zoë Ó Briain"),
                Samples.ISSUED,
                credentials,
                List.of(),
                List.of(Association.partOf(ID + "-1", ID + "-0")));
    }

    private static String signed(LearnerRecord record) {
        return accepted(INTEGRITY.sign(record.write(), SIGNER, Samples.ISSUED));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
