package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Samples;
import eu.cairn.framework.Refusal;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialModelTest {

    private static final String MINIMAL =
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2"],
             "type": ["VerifiableCredential"],
             "issuer": "did:example:issuer",
             "credentialSubject": {"id": "did:example:subject"}}
            """;

    private static final String BASE = "https://www.w3.org/ns/credentials/v2";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|",
                "{\"validFrom\": 2020}|format.date-malformed",
                "{\"validFrom\": [\"2020-01-01T00:00:00Z\"]}|format.date-malformed",
                "{\"validFrom\": \"2020-01-01T00:00:00\"}|format.date-malformed",
                "{\"validUntil\": \"2020-02-30T00:00:00Z\"}|format.date-malformed",
                "{\"name\": {\"@value\": \"x\", \"@language\": \"not a tag\"}}|format.text-malformed",
                "{\"name\": {\"@value\": \"x\", \"@direction\": \"up\"}}|format.text-malformed",
                "{\"name\": [{\"@value\": \"x\", \"@language\": \"en\", \"@direction\": \"ltr\"}]}|",
                "{\"renderMethod\": {\"id\": \"urn:a:b\"}}|format.type-missing",
                "{\"confidenceMethod\": \"urn:a:b\"}|format.type-missing",
                "{\"credentialSchema\": {\"type\": \"JsonSchema\"}}|format.member-missing",
                "{\"type\": [\"VerifiableCredential\", 5]}|format.type-wrong",
                "{\"issuer\": [\"did:example:issuer\"]}|format.issuer-malformed",
                "{\"issuer\": {\"id\": \"did:example:i\", \"name\": 5}}|format.text-malformed",
                "{\"credentialSubject\": [{\"id\": \"urn:a:b\"}, {}]}|format.subject-empty",
                "{\"credentialSubject\": null}|format.member-missing"
            })
    void aDepartureFromTheModelHasItsCode(String addition, String code) {
        assertThat(codes(addition)).isEqualTo(code == null ? "" : code);
    }

    @ParameterizedTest
    @CsvSource({
        "digestSRI, sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU,",
        "digestSRI, sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=,",
        "digestMultibase, uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ,",
        "digestMultibase, uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA,",
        "digestSRI, sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg,",
        "digestSRI, sha256-AZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=, changed",
        "digestMultibase, uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw, changed",
        "digestSRI, sha256-59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734, malformed",
        "digestSRI, md5-1B2M2Y8AsgTpgAmY7PhCfg==, malformed",
        "digestMultibase, mWZVc7WaX1h4D8rJVb, malformed",
        "digestMultibase, u, malformed",
        "digestSHA, x, malformed"
    })
    void aDigestMustBeThatOfThePublishedBytes(String name, String digest, String fault) {
        var resource = Json.createObjectBuilder().add("id", BASE).add(name, digest);
        var addition = Json.createObjectBuilder().add("relatedResource", resource).build();

        assertThat(codes(addition.toString()))
                .isEqualTo(fault == null ? "" : "format.related-resource-" + fault);
    }

    @Test
    void aResourceIsNamedOnceAndByAnAddress() {
        var digest = "\"digestMultibase\": \"uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw\"";
        var one = "{\"id\": \"https://a.example/x\", " + digest + "}";

        assertThat(codes("{\"relatedResource\": [" + one + "]}")).isEmpty();
        assertThat(codes("{\"relatedResource\": [" + one + "," + one + "]}"))
                .isEqualTo("format.related-resource-malformed");
        assertThat(codes("{\"relatedResource\": [\"https://a.example/x\"]}"))
                .isEqualTo("format.related-resource-malformed");
        assertThat(codes("{\"relatedResource\": {" + digest + "}}"))
                .isEqualTo("format.related-resource-malformed");
    }

    @Test
    void everyDepartureIsNamedAtOnce() {
        assertThat(CredentialModel.findings(Samples.json("{\"type\": 5}")))
                .extracting(Refusal::code)
                .containsExactlyInAnyOrder(
                        "format.context-first",
                        "format.type-wrong",
                        "format.issuer-malformed",
                        "format.member-missing");
    }

    @Test
    void whatIsWrongInACredentialOfAPresentationIsToldWithItsPlace() {
        var presentation =
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2"],
                 "type": "VerifiablePresentation",
                 "verifiableCredential": [%s, {"type": "EnvelopedVerifiableCredential",
                   "@context": "https://www.w3.org/ns/credentials/v2", "id": "urn:a:b"}, 7]}
                """
                        .formatted(MINIMAL.replace("did:example:issuer", "nobody"));

        assertThat(PresentationModel.findings(Samples.json(presentation)))
                .extracting(finding -> finding.code() + " " + finding.place())
                .containsExactly(
                        "format.issuer-malformed verifiableCredential[0].issuer",
                        "format.envelope-malformed verifiableCredential[1].id",
                        "format.credential-not-object verifiableCredential[2]");
    }

    private static String codes(String addition) {
        var document =
                Json.createObjectBuilder(Samples.json(MINIMAL))
                        .addAll(Json.createObjectBuilder(Samples.json(addition)))
                        .build();
        return String.join(
                " ", CredentialModel.findings(document).stream().map(Refusal::code).toList());
    }
}
