package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.credential.Learner;
import eu.cairn.formats.credential.badge.LearnerRecord;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphBoundsTest {

    private static final Signer SIGNER = Samples.signer(1);
    private static final String CONTEXTS =
            "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\","
                    + "\"https://www.w3.org/ns/credentials/examples/v2\"],";

    @Test
    void asManyValuesAreAdmittedAndNoMore() {
        assertThat(admit(values(GraphBounds.MAX_VALUES))).isTrue();
        assertThat(admit(values(GraphBounds.MAX_VALUES + 1))).isFalse();
        assertThat(GraphBounds.of(values(GraphBounds.MAX_VALUES / 2)).admit(2)).isTrue();
        assertThat(GraphBounds.of(values(GraphBounds.MAX_VALUES / 2 + 1)).admit(2)).isFalse();
    }

    @Test
    void eachPartWithAProofOfItsOwnMakesRoomForMore() {
        for (int held : new int[] {1, GraphBounds.MAX_HELD}) {
            int most = GraphBounds.MAX_VALUES + GraphBounds.HELD * held;
            assertThat(admit(values(most, held))).isTrue();
            assertThat(admit(values(most + 1, held))).isFalse();
        }
        int most = GraphBounds.MAX_VALUES + GraphBounds.HELD * GraphBounds.MAX_HELD;
        assertThat(admit(values(most + 1, GraphBounds.MAX_HELD + 1))).isFalse();
    }

    @Test
    void asManyContextsBlankNamesAndCharactersAreAdmittedAndNoMore() {
        assertThat(admit(list("@context", GraphBounds.MAX_CONTEXTS, "\"urn:x\""))).isTrue();
        assertThat(admit(list("@context", GraphBounds.MAX_CONTEXTS + 1, "\"urn:x\""))).isFalse();
        assertThat(admit(list("a", GraphBounds.MAX_BLANK_NAMES, "{\"id\":\"_:b\"}"))).isTrue();
        assertThat(admit(list("a", GraphBounds.MAX_BLANK_NAMES + 1, "\"_:b\""))).isFalse();
        assertThat(admit(text("x", GraphBounds.MAX_CHARACTERS - 1))).isTrue();
        assertThat(admit(text("x", GraphBounds.MAX_CHARACTERS))).isFalse();
        assertThat(admit(text("α", GraphBounds.MAX_CHARACTERS / 2 - 1))).isTrue();
        assertThat(admit(text("α", GraphBounds.MAX_CHARACTERS / 2))).isFalse();
        assertThat(admit(text("\\n", GraphBounds.MAX_CHARACTERS / 4 - 1))).isTrue();
        assertThat(admit(text("\\n", GraphBounds.MAX_CHARACTERS / 4))).isFalse();
    }

    @Test
    void anIdentifierCountsAsOftenAsItStandsInTheGraph() {
        assertThat(admit(named(1_000, 400))).isTrue();
        assertThat(admit(named(10_000, 400))).isFalse();
    }

    @Test
    void aRecordOfTwentyRichCredentialsHasRoom() {
        var credentials = IntStream.range(0, LearnerRecord.MAX_CREDENTIALS).mapToObj(this::rich);
        var record =
                new LearnerRecord(
                        "https://lagoonside.example/records/1",
                        "All of it",
                        Samples.credential(SIGNER).awardingBody(),
                        Learner.named("Zoë Ó Briain"),
                        Samples.ISSUED,
                        credentials.toList(),
                        List.of(),
                        List.of());

        var text = record.write();
        var signed =
                Samples.accepted(
                        new DataIntegrity(Contexts.trusted()).sign(text, SIGNER, Samples.ISSUED));

        assertThat(GraphBounds.of(Samples.json(signed)).values())
                .isBetween(3_000, (GraphBounds.MAX_VALUES + 20 * GraphBounds.HELD) * 2 / 3);
    }

    @Test
    void blankNodesAreToldApartWithinSoManySteps() {
        var integrity = new DataIntegrity(Contexts.trusted());

        assertThat(integrity.undefined(knot(4))).isEmpty();
        assertThat(integrity.undefined(knot(8)).map(of -> of.code()))
                .contains("format.graph-too-complex");
    }

    @Test
    void noMoreThanSoManyBytesAreHashed() {
        var digest = new BoundedDigest("SHA-256");
        digest.update(new byte[(int) BoundedDigest.MAX_BYTES - 1]);
        digest.update((byte) 1);
        assertThat(digest.digest()).hasSize(32);

        assertThatThrownBy(() -> digest.update((byte) 1)).isInstanceOf(IllegalStateException.class);
    }

    private String rich(int number) {
        var sample = Samples.credential(SIGNER);
        return Samples.signed(
                Changed.of(sample, Map.of("id", sample.id() + "-" + number)),
                Samples.publication(),
                SIGNER);
    }

    private static boolean admit(JsonObject document) {
        return GraphBounds.admit(document);
    }

    private static JsonObject values(int count) {
        return list("a", count - 2, "1");
    }

    private static JsonObject values(int count, int held) {
        var parts =
                IntStream.range(0, held)
                        .mapToObj(i -> "{\"proof\":1}")
                        .collect(Collectors.joining(",", "{\"b\":[", "],\"a\":["));
        var rest =
                IntStream.range(0, count - 3 - 2 * held)
                        .mapToObj(i -> "1")
                        .collect(Collectors.joining(","));
        return Samples.json(parts + rest + "]}");
    }

    private static JsonObject list(String name, int count, String item) {
        return Samples.json(
                IntStream.range(0, count)
                        .mapToObj(i -> item)
                        .collect(Collectors.joining(",", "{\"" + name + "\":[", "]}")));
    }

    private static JsonObject text(String character, int count) {
        return Samples.json("{\"a\":\"" + character.repeat(count) + "\"}");
    }

    private static JsonObject named(int length, int members) {
        return Samples.json(
                IntStream.range(0, members)
                        .mapToObj(i -> "\"" + i + "\":1")
                        .collect(
                                Collectors.joining(
                                        ",", "{\"id\":\"" + "x".repeat(length) + "\",", "}")));
    }

    private static JsonObject knot(int size) {
        return Samples.json(
                IntStream.range(0, size)
                        .mapToObj(
                                i ->
                                        IntStream.range(0, size)
                                                .filter(j -> j != i)
                                                .mapToObj(j -> "{\"id\":\"_:b" + j + "\"}")
                                                .collect(
                                                        Collectors.joining(
                                                                ",",
                                                                "{\"id\":\"_:b"
                                                                        + i
                                                                        + "\",\"knows\":[",
                                                                "]}")))
                        .collect(Collectors.joining(",", CONTEXTS + "\"knows\":[", "]}")));
    }
}
