package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.DidKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidWebTest {

    private static final String DID_KEY =
            "did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH";

    @ParameterizedTest
    @CsvSource({
        "https://uni.example, did:web:uni.example:orgs:north",
        "https://uni.example:8443, did:web:uni.example%3A8443:orgs:north",
        "https://uni.example/cairn, did:web:uni.example:cairn:orgs:north",
    })
    void anIdentifierIsMadeOfHostPortAndPath(String address, String did) {
        assertThat(DidWeb.below(address, List.of("orgs", "north"))).contains(did);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://uni.example",
                "http://localhost:8080",
                "https://10.0.0.1",
                "https://[::1]"
            })
    void whereNothingProtectsTheAddressThereIsNone(String address) {
        assertThat(DidWeb.below(address, List.of())).isEmpty();
    }

    @Test
    void theDocumentNamesEachKeyForAssertionsAndSaysWhoElseItIs() {
        var key = DidKey.key(DID_KEY).orElseThrow();

        var document = DidWeb.document("did:web:uni.example", List.of(key), List.of(DID_KEY));

        assertThat(document.getString("id")).isEqualTo("did:web:uni.example");
        assertThat(document.getJsonArray("alsoKnownAs").getString(0)).isEqualTo(DID_KEY);
        var method = document.getJsonArray("verificationMethod").getJsonObject(0);
        assertThat(method.getString("controller")).isEqualTo("did:web:uni.example");
        assertThat(DidKey.fromMultikey(method.getString("publicKeyMultibase"))).contains(key);
        assertThat(document.getJsonArray("assertionMethod").getString(0))
                .isEqualTo(method.getString("id"));
        assertThat(IssuerKey.ofJwk(DidWeb.jwk(key).toString())).contains(IssuerKey.of(key));
    }

    @ParameterizedTest
    @CsvSource({
        "did:web:uni.example, https://uni.example/.well-known/did.json",
        "did:web:uni.example%3A8443, https://uni.example:8443/.well-known/did.json",
        "did:web:uni.example:orgs:north, https://uni.example/orgs/north/did.json"
    })
    void theDocumentLiesWhereTheIdentifierSays(String did, String address) {
        assertThat(DidWeb.address(did)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:",
                "did:web:uni.example/orgs",
                "did:web:uni.example:..:etc",
                "did:web:uni.example:a%2f..%2fb",
                "did:web:uni.example?x=1",
                "did:web:user@uni.example",
                "did:web:[::1]",
                "did:web:uni.example:",
                "did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH",
                "https://uni.example"
            })
    void whatIsNoIdentifierByAHostHasNoAddress(String did) {
        assertThat(DidWeb.address(did)).isEmpty();
    }
}
