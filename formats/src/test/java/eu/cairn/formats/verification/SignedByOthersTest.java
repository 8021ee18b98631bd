package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Others;
import eu.cairn.formats.credential.ProofDemands;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.verification.SecuredDocuments.Demand;
import eu.cairn.formats.verification.SecuredDocuments.Report;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference libraries in JavaScript sign is verified by Cairn. */
class SignedByOthersTest {

    private static final Demand PROOF = new Demand(true, ProofDemands.OF_CREDENTIALS);

    @TempDir Path folder;

    private final SecuredDocuments documents = new SecuredDocuments();

    @Test
    void whatOthersSignIsVerifiedAndWhatWasChangedIsNot() throws Exception {
        var signed = Samples.json(Others.answer(folder, "sign-with-others.mjs"));
        int count = 0;

        for (var one : signed.getJsonObject("credentials").entrySet()) {
            var changed = Samples.json(one.getValue().toString().replace("Škola", "Skola"));
            assertThat(codes(documents.credential(one.getValue().asJsonObject(), PROOF, now())))
                    .as(one.getKey())
                    .isEmpty();
            assertThat(codes(documents.credential(changed, PROOF, now())))
                    .as(one.getKey())
                    .containsExactly("integrity.changed");
            count++;
        }
        for (var one : signed.getJsonObject("tokens").entrySet()) {
            var token = ((JsonString) one.getValue()).getString();
            var forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(86);
            assertThat(codes(documents.token(token, PROOF, now()))).as(one.getKey()).isEmpty();
            assertThat(codes(documents.token(forged, PROOF, now()))).as(one.getKey()).isNotEmpty();
            count++;
        }
        var presentation = signed.getJsonObject("presentation");
        assertThat(codes(documents.presentation(presentation, asked("42"), now()))).isEmpty();
        assertThat(codes(documents.presentation(presentation, asked("43"), now())))
                .containsExactly("integrity.purpose-wrong");
        count++;

        System.out.printf("signed by others, verified by Cairn: %d%n", count);
        assertThat(count).isEqualTo(7);
    }

    private static Instant now() {
        return Samples.NOW.plus(Duration.ofDays(3650));
    }

    private static Demand asked(String challenge) {
        return new Demand(
                true,
                new ProofDemands(
                        Set.of(ProofDemands.AUTHENTICATION),
                        Optional.of("verifier.example"),
                        Optional.of(challenge)));
    }

    private static List<String> codes(Report report) {
        return report.refusals().stream().map(Refusal::code).toList();
    }
}
