package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Samples;
import eu.cairn.framework.Refusal;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inputs of the W3C suite of the data model, each with the outcome that its name expects. */
class DataModelInputsTest {

    private final DataIntegrity proofs = DataIntegrity.admittingInlineContexts(Contexts.trusted());

    @ParameterizedTest
    @CsvSource({"standards/w3c-vc-2.0/vectors/vcdm2-inputs, 120", "corpora/vc-data-model-2.0, 60"})
    void everyInputIsJudgedAsTheSuiteDoes(String folder, int count) throws IOException {
        var wrong = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        try (var files = Files.walk(Shared.path(folder))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = file.getFileName().toString();
                var findings = findings(Samples.json(Files.readString(file)), name);
                counts.merge(expectation(name), 1, Integer::sum);
                if (findings.isEmpty() == name.contains("-fail")) {
                    wrong.add(name + ": " + findings);
                }
            }
        }
        System.out.printf("%s: %s%n", folder, counts);

        assertThat(wrong).isEmpty();
        assertThat(counts.values().stream().mapToInt(of -> of).sum()).isEqualTo(count);
    }

    private static String expectation(String name) {
        if (name.contains("-fail")) {
            return "refused";
        }
        return name.contains("self-asserted") ? "well-formed, decided by its proof" : "accepted";
    }

    private List<Refusal> findings(JsonObject input, String name) {
        var presentation = name.startsWith("presentation");
        var document = presentation ? input : withIssuer(input, name);
        var findings =
                new ArrayList<>(
                        presentation
                                ? PresentationModel.findings(document)
                                : CredentialModel.findings(document));
        proofs.undefined(document).ifPresent(findings::add);
        return findings;
    }

    /** The suite fills in what depends on the issuer and on the day. */
    private static JsonObject withIssuer(JsonObject document, String name) {
        var filled = Json.createObjectBuilder(document);
        if (!document.containsKey("issuer") && !name.contains("no-issuer")) {
            filled.add("issuer", "did:example:issuer");
        }
        if (document.get("issuer") instanceof JsonObject issuer && !issuer.containsKey("id")) {
            filled.add("issuer", Json.createObjectBuilder(issuer).add("id", "did:example:issuer"));
        }
        for (var date : List.of("validFrom", "validUntil")) {
            Members.text(document, date)
                    .filter(text -> text.endsWith(" DATE"))
                    .ifPresent(
                            text ->
                                    filled.add(
                                            date,
                                            text.startsWith("PAST")
                                                    ? "2020-01-01T00:00:00Z"
                                                    : "2090-01-01T00:00:00Z"));
        }
        return filled.build();
    }
}
