package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;
import static eu.cairn.formats.verification.hostile.Specimens.bytes;
import static eu.cairn.formats.verification.hostile.Specimens.replaced;

import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents whose graph is much larger than they are, or takes long to be told from another. */
final class GraphBombs {

    private static final String GRAPH = "could-not-finish format.graph-too-complex";
    private static final String CHANGED = "not-genuine integrity.changed";
    private static final String TWICE = "not-genuine format.record-holds-twice";
    private static final String EXAMPLES = "\"https://www.w3.org/ns/credentials/examples/v2\"";

    private final World world;
    private final String signed;
    private final Specimens made;

    private GraphBombs(World world) {
        this.world = world;
        this.signed =
                Proofs.signed(Badges.foreign(world.issuer.controller()), world.issuer).toString();
        this.made = new Specimens("bomb", world.judge());
    }

    static List<Specimen> of(World world) {
        var bombs = new GraphBombs(world);
        bombs.few();
        bombs.entangled();
        bombs.repeated();
        bombs.several();
        return bombs.made.list();
    }

    private void few() {
        var context = "\"https://www.w3.org/ns/credentials/v2\"";
        made.later(
                        "many contexts",
                        GRAPH,
                        () ->
                                bytes(
                                        signed.replace(
                                                "[" + context,
                                                "[" + (context + ",").repeat(20_000) + context)))
                .later(
                        "blank nodes that all know each other",
                        GRAPH,
                        () -> bytes(poison(10).toString()))
                .later("many such blank nodes", GRAPH, () -> bytes(poison(60).toString()))
                .later("many achievements alike", GRAPH, () -> bytes(alike(2_000)))
                .later(
                        "many proofs",
                        "could-not-finish integrity.too-many-proofs",
                        () -> bytes(proofs(1_000)));
    }

    private JsonObject poison(int size) {
        var subjects = Json.createArrayBuilder();
        for (int i = 0; i < size; i++) {
            var others = Json.createArrayBuilder();
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    others.add(Json.createObjectBuilder().add("id", "_:b" + j));
                }
            }
            subjects.add(Json.createObjectBuilder().add("id", "_:b" + i).add("knows", others));
        }
        var examples = "\"https://www.w3.org/ns/credentials/examples/v2\"";
        return with(
                with(World.json(signed), "/@context/-", examples),
                "/credentialSubject/knows",
                subjects.build());
    }

    private String alike(int count) {
        var result = "{\"type\":[\"Result\"],\"value\":\"28/30\"}";
        return replaced(
                signed,
                "\"result\":[" + result,
                "\"result\":[" + (result + ",").repeat(count) + result);
    }

    private String proofs(int count) {
        var proof = World.json(signed).getJsonObject("proof");
        var many = Json.createArrayBuilder();
        for (int i = 0; i < count; i++) {
            many.add(with(proof, "/id", "\"urn:x:" + i + "\""));
        }
        return with(World.json(signed), "/proof", many.build()).toString();
    }

    /** The badge whose subject knows {@code others}, of whom its signature says nothing. */
    private byte[] knowing(String others) {
        var open = with(World.json(signed), "/@context/-", EXAMPLES).toString();
        var subject = "\"credentialSubject\":{";
        return bytes(replaced(open, subject, subject + "\"knows\":" + others + ","));
    }

    /** {@code each} so many times, with its number for each #. */
    private static String list(int count, String each) {
        return IntStream.range(0, count)
                .mapToObj(i -> each.replace("#", "" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"v" + i + "\":\"1\"")
                .collect(Collectors.joining(","));
    }

    private void entangled() {
        made.later("a ring of blank nodes", GRAPH, () -> knowing(neighbours(1_900, false)))
                .later("pairs of blank nodes", GRAPH, () -> knowing(neighbours(1_900, true)))
                .later(
                        "many small knots of blank nodes",
                        GRAPH,
                        () ->
                                knowing(
                                        IntStream.range(0, 60)
                                                .mapToObj(i -> knot(6 * i, 6))
                                                .collect(Collectors.joining(",", "[", "]"))))
                .later("a few blank nodes that all know each other", GRAPH, () -> few(8))
                .later(
                        "two alike with a long text and many children",
                        GRAPH,
                        () -> knowing(list(2, longText(240_000, list(500, "{\"v\":\"x\"}")))))
                .later(
                        "two alike with a text and children alike",
                        GRAPH,
                        () -> knowing(list(2, longText(60_000, list(100, "{\"v\":\"x\"}")))));
    }

    private byte[] few(int size) {
        return bytes(poison(size).toString());
    }

    private static String neighbours(int count, boolean pairs) {
        return IntStream.range(0, count)
                .mapToObj(i -> knowing(i, List.of(pairs ? i ^ 1 : (i + 1) % count)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String knot(int first, int size) {
        return IntStream.range(first, first + size)
                .mapToObj(
                        i ->
                                knowing(
                                        i,
                                        IntStream.range(first, first + size)
                                                .filter(j -> j != i)
                                                .boxed()
                                                .toList()))
                .collect(Collectors.joining(","));
    }

    private static String knowing(int node, List<Integer> others) {
        return others.stream()
                .map(other -> "{\"id\":\"_:b" + other + "\"}")
                .collect(Collectors.joining(",", "{\"id\":\"_:b" + node + "\",\"knows\":[", "]}"));
    }

    private static String longText(int length, String children) {
        return "{\"t\":\"" + "x".repeat(length) + "\",\"knows\":" + children + "}";
    }

    private void repeated() {
        var name = "urn:x:" + "x".repeat(400_000);
        made.later(
                        "a long identifier of which much is said",
                        GRAPH,
                        () -> knowing("{\"id\":\"" + name + "\"," + members(1_200) + "}"))
                .later(
                        "a long blank name of which much is said",
                        GRAPH,
                        () ->
                                knowing(
                                        "{\"id\":\"_:"
                                                + "x".repeat(400_000)
                                                + "\","
                                                + members(1_200)
                                                + "}"))
                .later("a text in the graph", GRAPH, () -> knowing(text("x", 900_000)))
                .later("a text of ends of lines", GRAPH, () -> knowing(text("\\n", 450_000)))
                .later("a text in Greek", GRAPH, () -> knowing(text("α", 450_000)))
                .later(
                        "many members in the graph",
                        GRAPH,
                        () -> knowing("{" + members(7_000) + "}"))
                .later("many texts", GRAPH, () -> knowing(list(7_000, "\"x#\"")))
                .later("many names", GRAPH, () -> knowing(list(3_500, "{\"id\":\"urn:x:#\"}")))
                .later("many results", GRAPH, () -> bytes(results(500)));
    }

    private static String text(String character, int count) {
        return "{\"t\":\"" + character.repeat(count) + "\"}";
    }

    private String results(int count) {
        var result = "{\"type\":[\"Result\"],\"value\":\"28/30\"}";
        return replaced(
                signed,
                "\"result\":[" + result + "]",
                "\"result\":" + list(count, result.replace("28", "#")));
    }

    private void several() {
        for (var suite : List.of(Cryptosuite.EDDSA_RDFC, Cryptosuite.EDDSA_JCS)) {
            made.later(
                    "four proofs of many results: " + suite.code(),
                    GRAPH,
                    () -> bytes(proofs(suite, without(World.json(results(300)), "/proof"))));
        }
        made.later(
                        "a proof that says much",
                        GRAPH,
                        () ->
                                bytes(
                                        with(
                                                        with(
                                                                World.json(signed),
                                                                "/@context/-",
                                                                EXAMPLES),
                                                        "/proof/knows",
                                                        list(1_900, "{\"v\":\"x#\"}"))
                                                .toString()))
                .later(
                        "a record of many large ones",
                        TWICE,
                        () -> bytes(record(list(20, results(100)))))
                .later(
                        "a record of ever so many",
                        CHANGED,
                        () -> bytes(record(list(6_000, "{\"id\":\"urn:x:#\"}"))));
    }

    private String proofs(Cryptosuite suite, JsonObject document) {
        var proofs = Json.createArrayBuilder();
        for (int i = 0; i < 4; i++) {
            var name = World.json("{\"id\":\"urn:x:" + i + "\"}");
            proofs.add(Proofs.proof(document, suite, world.issuer, name));
        }
        return with(document, "/proof", proofs.build()).toString();
    }

    private String record(String credentials) {
        return with(
                        OlderAndRecords.goodRecord(world),
                        "/credentialSubject/verifiableCredential",
                        credentials)
                .toString();
    }
}
