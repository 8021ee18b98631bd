package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.verification.TrustRegistry.SigningRecord;
import eu.cairn.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others could have signed is not believed, and a moment in a document proves nothing. */
class CompromisedKeyTest {

    private static final Signer SIGNER = Samples.signer(1);
    private static final Instant BEFORE = Samples.ISSUED.minusSeconds(1);
    private static final Instant AFTER = Samples.ISSUED.plusSeconds(1);

    @Test
    void whatSaysThatItWasSignedSinceIsNotGenuine() {
        assertThat(reason(trust(BEFORE))).isEqualTo("not-genuine trust.key-compromised");
        assertThat(reason(trust(Samples.ISSUED))).isEqualTo("not-genuine trust.key-compromised");
    }

    @Test
    void whatOnlySaysThatItWasSignedBeforeIsLeftOpen() {
        assertThat(reason(trust(AFTER))).isEqualTo("could-not-finish trust.signed-when-unproven");
    }

    @Test
    void theRecordOfTheRegistryDecidesAndNotTheDocument() {
        assertThat(reason(recording(AFTER, new SigningRecord.On(Samples.ISSUED))))
                .isEqualTo("genuine");
        assertThat(reason(recording(AFTER, new SigningRecord.On(AFTER))))
                .isEqualTo("not-genuine trust.key-compromised");
        assertThat(reason(recording(AFTER, new SigningRecord.Missing())))
                .isEqualTo("not-genuine trust.compromised-not-recorded");
    }

    @Test
    void theRecordIsAskedForExactlyThisSignature() {
        var document = Samples.signed(SIGNER);
        var asked = new ArrayList<String>();
        var registry =
                new Recording(knowing(AFTER)) {
                    @Override
                    public SigningRecord signed(String issuer, String id, String signature) {
                        asked.addAll(List.of(issuer, id, signature));
                        return new SigningRecord.Missing();
                    }
                };

        verdict(registry);

        assertThat(asked)
                .containsExactly(
                        SIGNER.controller(),
                        Samples.credential(SIGNER).id(),
                        Samples.json(document)
                                .getJsonArray("proof")
                                .getJsonObject(0)
                                .getString("proofValue"));
    }

    @Test
    void anotherKeyOfTheSameIssuerIsBelieved() {
        var other = Map.of(IssuerKey.of(Samples.signer(2).publicKey()), BEFORE);

        assertThat(reason(verdict(knowing(other)))).isEqualTo("genuine");
    }

    @Test
    void aTrustFileKeepsWhatIsCompromised() {
        var file = knowing(AFTER);

        assertThat(accepted(TrustFile.read(bytes(file.write())))).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"since\": \"once\"", "\"until\": \"2025-01-01T00:00:00Z\""})
    void aTrustFileThatDoesNotSaySinceWhenIsRefused(String since) {
        var text = knowing(AFTER).write().replaceAll("\"since\": ?\"[^\"]*\"", since);

        assertThat(TrustFile.read(bytes(text)).reasons())
                .extracting("code")
                .containsExactly("trust.file-malformed");
    }

    private static Verdict trust(Instant since) {
        return verdict(knowing(since));
    }

    private static Verdict recording(Instant since, SigningRecord record) {
        return verdict(
                new Recording(knowing(since)) {
                    @Override
                    public SigningRecord signed(String issuer, String id, String signature) {
                        return record;
                    }
                });
    }

    private static Verdict verdict(TrustRegistry registry) {
        return new Verifier(registry, VerifierTest.lists(new BitSet()))
                .verify(bytes(Samples.signed(SIGNER)), Samples.NOW);
    }

    private static TrustFile knowing(Instant since) {
        return knowing(Map.of(IssuerKey.of(SIGNER.publicKey()), since));
    }

    private static TrustFile knowing(Map<IssuerKey, Instant> compromised) {
        var known = Registries.issuer(Set.of(SIGNER.controller()), Map.of());
        return new TrustFile(
                "Test registry",
                List.of(
                        new TrustedIssuer(
                                known.ids(),
                                known.legalName(),
                                known.country(),
                                known.place(),
                                known.url(),
                                known.source(),
                                known.validFrom(),
                                known.validUntil(),
                                known.keys(),
                                compromised,
                                known.statusListPrefix(),
                                known.demo(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static String reason(Verdict verdict) {
        return VerifierTest.reason(verdict);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A registry that records what it is told to. */
    private static class Recording implements TrustRegistry {
        private final TrustRegistry known;

        Recording(TrustRegistry known) {
            this.known = known;
        }

        @Override
        public String name() {
            return known.name();
        }

        @Override
        public Optional<TrustedIssuer> issuer(String id) {
            return known.issuer(id);
        }
    }
}
