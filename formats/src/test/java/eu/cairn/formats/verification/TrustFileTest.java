package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of awarding bodies says of the lists of suspensions that they keep. */
class TrustFileTest {

    private static final String PREFIX = "\"statusListPrefix\":\"https://a.example/lists/\"";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whetherAnIssuerKeepsListsOfSuspensionsIsReadAsItWasWritten(boolean kept) {
        var issuer = Registries.issuer(Set.of("did:example:a"), Map.of()).withSuspensionLists(kept);
        var file = new TrustFile("A test", List.of(issuer));

        assertThat(file.write()).contains("\"suspensionLists\": " + kept);
        assertThat(accepted(read(file.write()))).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/status/a/, true",
        "https://a.example/base/status/a-b-2/, true",
        "https://a.example/status/, false",
        "https://a.example/status/a, false",
        "https://a.example/lists/a/, false"
    })
    void whereAFileDoesNotSayItThePlaceOfTheListsDoes(String prefix, boolean kept) {
        assertThat(suspensionLists("\"statusListPrefix\":\"" + prefix + "\"")).isEqualTo(kept);
    }

    @Test
    void whatAFileSaysComesBeforeWhatThePlaceOfTheListsSays() {
        var asCairn = "\"statusListPrefix\":\"https://a.example/status/a/\"";

        assertThat(suspensionLists(PREFIX + ",\"suspensionLists\":true")).isTrue();
        assertThat(suspensionLists(asCairn + ",\"suspensionLists\":false")).isFalse();
        assertThat(suspensionLists("\"demo\":false,\"suspensionLists\":false")).isFalse();
        assertThat(suspensionLists("\"demo\":false")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "null", "[true]", "{}"})
    void whatIsNeitherTrueNorFalseIsRefusedWithItsPlace(String value) {
        assertThat(read(file(PREFIX + ",\"suspensionLists\":" + value)).reasons())
                .containsExactly(Refusal.of("trust.file-malformed", "issuers[0].suspensionLists"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"demo\":true", "\"statusListPrefix\":\"https://a.example/status\""})
    void listsBesideNoneAreRefused(String others) {
        assertThat(read(file(others + ",\"suspensionLists\":true")).reasons())
                .containsExactly(Refusal.of("trust.file-malformed", "issuers[0].suspensionLists"));
        assertThatThrownBy(
                        () ->
                                accepted(read(file("\"demo\":true")))
                                        .issuers()
                                        .getFirst()
                                        .withSuspensionLists(true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyMemberThatCannotBeReadIsNamed() {
        assertThat(read(file("\"demo\":1,\"url\":7,\"keys\":[1]")).reasons())
                .extracting(Refusal::place)
                .containsExactlyInAnyOrder("issuers[0].demo", "issuers[0].url", "issuers[0].keys");
    }

    private static boolean suspensionLists(String members) {
        return accepted(read(file(members))).issuers().getFirst().suspensionLists();
    }

    private static Decided<TrustFile> read(String file) {
        return TrustFile.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String members) {
        return """
        {"name": "A test", "issuers": [{"ids": ["did:example:a"], "legalName": "A",
        "country": "IT", "source": "a test", "validFrom": "2020-01-01", %s}]}
        """
                .formatted(members);
    }
}
