package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Samples;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every signed SD-JWT VC of the corpus, judged as its maker expects. */
class SdJwtVectorsTest {

    @Test
    void vectorsAreAcceptedAndRefusedAsExpected() throws IOException {
        var corpus =
                Samples.json(Files.readString(Shared.path("corpora/sd-jwt-vc/sd-jwt-vc-odd.json")));
        var now = Instant.ofEpochSecond(corpus.getInt("now"));
        var challenge = new Challenge(corpus.getString("audience"), corpus.getString("nonce"));
        var key = IssuerKey.ofJwk(corpus.getJsonObject("issuer_jwk").toString()).orElseThrow();
        var registry = Registries.of(Set.of(corpus.getString("issuer")), Map.of("1", key));
        var verifier = new Verifier(registry, StatusLists.unreachable());
        var wrong = new ArrayList<String>();
        int accepted = 0;
        int refused = 0;
        for (var vector : corpus.getJsonArray("vectors").getValuesAs(JsonObject.class)) {
            var text = vector.getString("sd_jwt");
            var document = text.getBytes(StandardCharsets.UTF_8);
            var verdict =
                    vector.getBoolean("key_binding_required")
                            ? verifier.verify(document, now, challenge)
                            : verifier.verify(document, now);
            var accepts = isAccepted(verdict, vector.getBoolean("key_binding_required"));
            accepted += accepts ? 1 : 0;
            refused += accepts ? 0 : 1;
            System.out.printf(
                    "%3d %-60s %-7s %s%n",
                    vector.getInt("id"),
                    vector.getString("comment"),
                    accepts ? "accept" : "refuse",
                    VerifierTest.reason(verdict));
            if (accepts != vector.getString("expect").equals("accept")
                    || (accepts && !says(text, vector.getJsonObject("claims")))) {
                wrong.add(vector.getInt("id") + " " + vector.getString("comment"));
            }
        }
        System.out.printf("SD-JWT VC: %d accepted, %d refused%n", accepted, refused);

        assertThat(wrong).isEmpty();
        assertThat(accepted).isGreaterThanOrEqualTo(7);
        assertThat(refused).isGreaterThanOrEqualTo(27);
    }

    /** Nothing failed, the seal is intact, and the holder is proven where that is demanded. */
    private static boolean isAccepted(Verdict verdict, boolean bound) {
        return verdict.checks().stream().noneMatch(check -> check.result() == Result.FAILED)
                && passed(verdict, Kind.INTEGRITY)
                && passed(verdict, Kind.VALIDITY)
                && (!bound || passed(verdict, Kind.HOLDER));
    }

    private static boolean passed(Verdict verdict, Kind kind) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == kind)
                .map(Check::result)
                .allMatch(Result.PASSED::equals);
    }

    private static boolean says(String text, JsonObject claims) {
        return SdJwtCredential.read(text) instanceof Decided.Accepted<SdJwtCredential>(var read)
                && read.claims().entrySet().containsAll(claims.entrySet());
    }
}
