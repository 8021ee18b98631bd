package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What contexts that were read once make of a document, beside reading them with each. */
class ReadyContextsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final JsonLdOptions options = new JsonLdOptions(Contexts.trusted());
    private final ReadyContexts ready = new ReadyContexts(options);

    private static final List<String> DOCUMENTS =
            List.of(
                    """
                    {"@context": "https://www.w3.org/ns/credentials/v2",
                     "type": "VerifiableCredential", "issuer": "did:example:a",
                     "credentialSubject": {"id": "did:example:b"}}""",
                    """
                    {"@context": ["https://www.w3.org/ns/credentials/v2",
                      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                     "type": ["VerifiableCredential", "AchievementCredential"],
                     "credentialSubject": {"type": "AchievementSubject",
                       "achievement": {"id": "urn:x:1", "type": "Achievement", "name": "A"}}}""",
                    """
                    {"@context": ["https://www.w3.org/ns/credentials/v2",
                      {"colour": "https://colours.example/#colour"}],
                     "type": "VerifiableCredential", "colour": "red"}""",
                    """
                    {"@context": null, "type": "VerifiableCredential"}""",
                    """
                    {"@context": [], "type": "VerifiableCredential"}""",
                    "{\"type\": \"VerifiableCredential\"}",
                    "{\"@context\": \"https://www.w3.org/ns/credentials/v2\"}");

    @Test
    void aDocumentSaysWhatItSaysWhereItsContextsAreReadWithIt() throws JsonLdError {
        for (int round = 0; round < 2; round++) { // the second time they are ready
            for (var document : DOCUMENTS) {
                assertThat(ready.expanded(Samples.json(document), LONG))
                        .as(document)
                        .isEqualTo(
                                JsonLd.expand(JsonDocument.of(Samples.json(document)))
                                        .options(options)
                                        .get());
            }
        }
    }

    @Test
    void manyAtOnceReadTheSame() throws JsonLdError {
        var document = Samples.json(DOCUMENTS.get(1));
        var alone = ready.expanded(document, LONG);
        assertThat(IntStream.range(0, 500).parallel().mapToObj(i -> unchecked(document)))
                .allMatch(alone::equals);
    }

    @Test
    void timeThatIsOverIsOverForOneDocumentOnly() throws JsonLdError {
        var document = Samples.json(DOCUMENTS.getFirst());
        assertThatThrownBy(() -> ready.expanded(document, Duration.ZERO))
                .isInstanceOfSatisfying(
                        JsonLdError.class,
                        e ->
                                assertThat(e.getCode())
                                        .isEqualTo(JsonLdErrorCode.PROCESSING_TIMEOUT_EXCEEDED));
        assertThat(ready.expanded(document, LONG)).hasSize(1);
    }

    private Object unchecked(JsonObject document) {
        try {
            return ready.expanded(document, LONG);
        } catch (JsonLdError e) {
            return e;
        }
    }
}
