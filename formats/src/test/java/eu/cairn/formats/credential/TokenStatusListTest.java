package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenStatusListTest {

    private static final String ADDRESS = "https://lagoonside.example/status/wallet/1";

    @Test
    void thePublishedVectorsAreReadAndWrittenAsPublished() throws IOException {
        var vectors =
                Samples.json(
                        Files.readString(Shared.path("corpora/token-status-list/encoding.json")));
        var judged = 0;
        for (var vector : vectors.getJsonArray("short").getValuesAs(JsonObject.class)) {
            var statuses =
                    vector.getJsonArray("statuses").getValuesAs(JsonNumber.class).stream()
                            .map(JsonNumber::intValue)
                            .toList();
            var list = read(vector.getInt("bits"), vector.getString("lst"));

            assertThat(list.places()).isEqualTo(statuses.size());
            assertThat(all(list)).isEqualTo(statuses);
            assertThat(list.status(statuses.size())).isEmpty();
            assertThat(TokenStatusList.of(vector.getInt("bits"), statuses).claim().build())
                    .isEqualTo(claim(vector.getInt("bits"), vector.getString("lst")));
            judged++;
        }
        for (var vector : vectors.getJsonArray("long").getValuesAs(JsonObject.class)) {
            var set =
                    vector.getJsonArray("expect_nonzero").getValuesAs(JsonNumber.class).stream()
                            .map(JsonNumber::intValue)
                            .toList();
            var list = read(vector.getInt("bits"), vector.getString("lst"));

            assertThat(list.places()).isEqualTo(vector.getInt("size"));
            assertThat(
                            IntStream.range(0, list.places())
                                    .filter(place -> list.status(place).orElseThrow() != 0)
                                    .boxed()
                                    .toList())
                    .isEqualTo(set);
            judged++;
        }
        System.out.printf("Token Status List: %d vectors%n", judged);
        assertThat(judged).isEqualTo(3);
    }

    @Property(tries = 50)
    void aPlaceSaysWhatItsCredentialIs(
            @ForAll @Size(max = 20)
                    Map<@IntRange(max = 131_071) Integer, @IntRange(max = 2) Integer> statuses) {
        var revoked = new BitSet();
        var suspended = new BitSet();
        statuses.forEach(
                (place, status) -> {
                    revoked.set(place, status == TokenStatusList.INVALID);
                    suspended.set(place, status == TokenStatusList.SUSPENDED);
                });

        var written = TokenStatusList.of(revoked, suspended);
        var read = Samples.accepted(TokenStatusList.read(payload(written)));

        assertThat(read.places()).isEqualTo(StatusList.MIN_LENGTH);
        var found = new HashMap<Integer, Integer>();
        statuses.keySet().forEach(place -> found.put(place, read.status(place).orElseThrow()));
        assertThat(found).isEqualTo(statuses);
    }

    @Test
    void aListIsAnIssuersTokenWithItsOwnAddress() {
        var signer = EllipticSigner.make();
        var revoked = new BitSet();
        revoked.set(94_567);

        var token =
                TokenStatusList.of(revoked, new BitSet())
                        .token(ADDRESS, Samples.ISSUED, Duration.ofHours(12), signer);
        var parts = token.signed(signer.sign(token.bytesToSign())).split("\\.");
        var payload = Samples.json(new Base64URL(parts[1]).decodeToString());

        assertThat(Samples.json(new Base64URL(parts[0]).decodeToString()).getString("typ"))
                .isEqualTo("statuslist+jwt");
        assertThat(payload.getString("sub")).isEqualTo(ADDRESS);
        assertThat(payload.getInt("ttl")).isEqualTo(43_200);
        assertThat(payload.getInt("exp") - payload.getInt("iat")).isEqualTo(86_400);
        assertThat(Samples.accepted(TokenStatusList.read(payload)).status(94_567)).contains(1);
        assertThat(
                        signer.publicKey()
                                .verifies(token.bytesToSign(), new Base64URL(parts[2]).decode()))
                .isTrue();
    }

    @Test
    void aListThatUnpacksToWithoutEndIsGivenUp() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zlib = new DeflaterOutputStream(packed)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zlib.write(zeros);
            }
        }
        var bomb = Base64URL.encode(packed.toByteArray()).toString();

        assertThat(TokenStatusList.read(payload(1, bomb)).reasons())
                .extracting(reason -> reason.code())
                .containsExactly("status.list-length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status_list\": []}",
                "{\"status_list\": {\"bits\": 3, \"lst\": \"eNrbuRgAAhcBXQ\"}}",
                "{\"status_list\": {\"bits\": \"1\", \"lst\": \"eNrbuRgAAhcBXQ\"}}",
                "{\"status_list\": {\"bits\": 1}}",
                "{\"status_list\": {\"bits\": 1, \"lst\": 7}}",
                "{\"status_list\": {\"bits\": 1, \"lst\": \"\"}}",
                "{\"status_list\": {\"bits\": 1, \"lst\": \"eNrbuRgAAhcBXQ==\"}}",
                "{\"status_list\": {\"bits\": 1, \"lst\": \"eNrbuRgAAhcB\"}}",
                "{\"status_list\": {\"bits\": 1, \"lst\": \"eNrbuRgAAhcBXQAA\"}}",
                "{\"status_list\": {\"bits\": 1, \"lst\": \"H4sIAAAAAAAA_wMAAAAAAAAAAAA\"}}"
            })
    void whatIsNoListIsRefused(String payload) {
        assertThat(TokenStatusList.read(Samples.json(payload))).isInstanceOf(Decided.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": {\"status_list\": {\"idx\": -1, \"uri\": \"https://a.example/1\"}}}",
                "{\"status\": {\"status_list\": {\"idx\": \"1\", \"uri\": \"https://a.example/1\"}}}",
                "{\"status\": {\"status_list\": {\"idx\": 1.5, \"uri\": \"https://a.example/1\"}}}",
                "{\"status\": {\"status_list\": {\"idx\": 1, \"uri\": \"../1\"}}}",
                "{\"status\": {\"status_list\": {\"idx\": 1}}}",
                "{\"status\": \"valid\"}"
            })
    void whatIsNoPlaceInAListIsNone(String claims) {
        assertThat(TokenStatusList.entry(Samples.json(claims))).isEmpty();
    }

    @Test
    void noPlaceLiesOutsideAndNoStatusIsWiderThanItsPlace() {
        var outside = new BitSet();
        outside.set(StatusList.MIN_LENGTH);

        assertThatThrownBy(() -> TokenStatusList.of(outside, new BitSet()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenStatusList.of(1, List.of(0, 1, 2, 0, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenStatusList.of(3, List.of(0, 0, 0, 0, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> all(TokenStatusList list) {
        return IntStream.range(0, list.places())
                .mapToObj(place -> list.status(place).orElseThrow())
                .toList();
    }

    private static TokenStatusList read(int bits, String lst) {
        return Samples.accepted(TokenStatusList.read(payload(bits, lst)));
    }

    private static JsonObject payload(TokenStatusList list) {
        return Json.createObjectBuilder().add("status_list", list.claim()).build();
    }

    private static JsonObject payload(int bits, String lst) {
        return Json.createObjectBuilder().add("status_list", claim(bits, lst)).build();
    }

    private static JsonObject claim(int bits, String lst) {
        return Json.createObjectBuilder().add("bits", bits).add("lst", lst).build();
    }
}
