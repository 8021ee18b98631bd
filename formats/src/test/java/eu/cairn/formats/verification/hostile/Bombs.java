package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Specimens.bytes;
import static eu.cairn.formats.verification.hostile.Specimens.replaced;

import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.badge.BadgePicture;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that cost whoever reads them without bounds much more than whoever sends them. */
final class Bombs {

    private static final String DEEP = "could-not-finish format.too-deep";
    private static final String LARGE = "could-not-finish format.too-large";
    private static final String NUMBER = "could-not-finish format.number-too-long";
    private static final String GRAPH = "could-not-finish format.graph-too-complex";
    private static final String COMPLEX = "could-not-finish format.carrier-too-complex";

    private final World world;
    private final String signed;
    private final Specimens made;

    private Bombs(World world) {
        this.world = world;
        this.signed =
                Proofs.signed(Badges.foreign(world.issuer.controller()), world.issuer).toString();
        this.made = new Specimens("bomb", world.judge());
    }

    static List<Specimen> of(World world) {
        var bombs = new Bombs(world);
        bombs.json();
        bombs.graphs();
        bombs.tokens();
        bombs.xml();
        bombs.carriers();
        return bombs.made.list();
    }

    /** The badge with {@code value} where nobody looks. */
    private byte[] holding(String value) {
        return bytes("{\"x\":" + value + "," + signed.substring(1));
    }

    private void json() {
        made.later("lists in lists", DEEP, () -> holding("[".repeat(300_000) + "]".repeat(300_000)))
                .later(
                        "objects in objects",
                        DEEP,
                        () -> holding("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)))
                .later("a long number", NUMBER, () -> holding("1".repeat(500_000)))
                .later("a long fraction", NUMBER, () -> holding("0." + "1".repeat(500_000)))
                .later("a huge exponent", NUMBER, () -> holding("1e999999999"))
                .later("a tiny exponent", NUMBER, () -> holding("1e-999999999"))
                .later("a long text", LARGE, () -> holding("\"" + "a".repeat(5_000_000) + "\""))
                .later("a long name", LARGE, () -> holding("{\"" + "a".repeat(500_000) + "\":1}"))
                .later(
                        "many members",
                        "could-not-finish format.too-many-elements",
                        () -> holding(members(80_000)))
                .later(
                        "many numbers",
                        "could-not-finish format.too-many-elements",
                        () -> holding("[" + "1,".repeat(400_000) + "1]"))
                .later("names of the same hash", GRAPH, () -> holding(sameHash()))
                .later("much space", LARGE, () -> bytes(" ".repeat(2_000_000) + signed));
    }

    private static String members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + i + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** "Aa" and "BB" have the same hash, and so have all words made of them. */
    private static String sameHash() {
        return IntStream.range(0, 1 << 14)
                .mapToObj(
                        i ->
                                IntStream.range(0, 14)
                                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                        .collect(Collectors.joining("", "\"", "\":1")))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void graphs() {
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

    private void tokens() {
        var claims = DisclosureTricks.claims(world);
        made.later(
                        "a token of a million letters",
                        LARGE,
                        () ->
                                bytes(
                                        Tokens.encoded("{\"alg\":\"EdDSA\"}")
                                                + "."
                                                + "A".repeat(2_000_000)
                                                + ".AA"))
                .later(
                        "a token of many dots",
                        "could-not-finish format.not-recognised",
                        () -> bytes("eyJ" + ".".repeat(900_000)))
                .later(
                        "a header of many brackets",
                        "could-not-finish format.not-recognised",
                        () -> bytes(Tokens.encoded("[".repeat(500_000)) + ".AAAA.AA"))
                .later(
                        "many disclosures",
                        LARGE,
                        () ->
                                bytes(
                                        DisclosureTricks.issued(claims, world.issuer)
                                                + "W10~".repeat(100_000)))
                .later("disclosures in disclosures", DEEP, () -> bytes(chain(claims)))
                .later(
                        "many signs",
                        "could-not-finish format.not-recognised",
                        () -> bytes("~".repeat(1_000_000)))
                .later(
                        "an address of many parameters",
                        "could-not-finish format.not-supported",
                        () ->
                                bytes(
                                        TokenPayloads.envelope(
                                                "application/x" + ";a".repeat(400_000),
                                                "e30.e30.AA")));
    }

    private String chain(JsonObject claims) {
        var inner = Tokens.encoded("[\"s\",\"a\",1]");
        var all = new StringBuilder(inner).append('~');
        for (int i = 0; i < 200; i++) {
            inner =
                    Tokens.encoded(
                            "[\"s\",\"a\",{\"_sd\":[\"" + DisclosureTricks.digest(inner) + "\"]}]");
            all.append(inner).append('~');
        }
        return DisclosureTricks.issued(
                        with(claims, "/_sd", DisclosureTricks.digests(inner)), world.issuer)
                + all;
    }

    private void xml() {
        var head = "<elmo xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\">";
        var laughs =
                IntStream.range(1, 10)
                        .mapToObj(
                                i ->
                                        "<!ENTITY l"
                                                + i
                                                + " \""
                                                + ("&l" + (i - 1) + ";").repeat(10)
                                                + "\">")
                        .collect(Collectors.joining());
        made.later(
                        "laughter",
                        "could-not-finish format.document-type",
                        () ->
                                bytes(
                                        "<!DOCTYPE elmo [<!ENTITY l0 \"ha\">"
                                                + laughs
                                                + "]>"
                                                + head
                                                + "&l9;</elmo>"))
                .later("elements in elements", DEEP, () -> bytes(head + "<a>".repeat(100_000)))
                .later(
                        "many elements",
                        "could-not-finish format.too-many-elements",
                        () -> bytes(head + "<a/>".repeat(200_000) + "</elmo>"))
                .later(
                        "many attributes",
                        "not-genuine format.not-xml",
                        () ->
                                bytes(
                                        head
                                                + "<a "
                                                + IntStream.range(0, 50_000)
                                                        .mapToObj(i -> "b" + i + "=\"1\" ")
                                                        .collect(Collectors.joining())
                                                + "/></elmo>"))
                .later(
                        "many namespaces",
                        "not-genuine format.not-xml",
                        () ->
                                bytes(
                                        head
                                                + "<a "
                                                + IntStream.range(0, 30_000)
                                                        .mapToObj(i -> "xmlns:b" + i + "=\"u\" ")
                                                        .collect(Collectors.joining())
                                                + "/></elmo>"))
                .later(
                        "a long comment",
                        LARGE,
                        () -> bytes(head + "<!--" + "x".repeat(2_000_000) + "--></elmo>"));
    }

    private void carriers() {
        var picture = BadgePicture.png(Samples.credential(world.issuer));
        var zeros = Pictures.badge(CarrierTricks.KEYWORD, true, new byte[200_000_000]);
        var small = Pictures.badge(CarrierTricks.KEYWORD, true, new byte[1_000_000]);
        var empty = Pictures.chunk("tIME", new byte[0]);
        made.later("PNG: a badge of 200 million zeros", LARGE, () -> Pictures.with(picture, zeros))
                .later(
                        "PNG: a thousand badges of a million",
                        "could-not-finish format.several-inside",
                        () -> Pictures.with(picture, repeated(small, 1_000)))
                .later(
                        "PNG: many chunks",
                        COMPLEX,
                        () -> Pictures.with(picture, repeated(empty, 100_000)))
                .later(
                        "SVG: elements in elements",
                        COMPLEX,
                        () -> bytes("<svg xmlns='x'>" + "<g>".repeat(200_000)))
                .later(
                        "SVG: many elements",
                        COMPLEX,
                        () -> bytes("<svg xmlns='x'>" + "<g/>".repeat(900_000) + "</svg>"))
                .later(
                        "SVG: many document types",
                        "could-not-finish format.carrier-malformed",
                        () -> bytes("<svg>" + "<!DOCTYPE".repeat(500_000)))
                .later(
                        "SVG: a long text",
                        LARGE,
                        () ->
                                bytes(
                                        "<svg><o:credential xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\">"
                                                + "x".repeat(4_000_000)
                                                + "</o:credential></svg>"))
                .later(
                        "PDF: a file of 100 million zeros",
                        COMPLEX,
                        () -> Papers.with(Certificate.ATTACHMENT, new byte[100_000_000]))
                .later(
                        "PDF: a file of 20 million zeros",
                        COMPLEX,
                        () -> Papers.with(Certificate.ATTACHMENT, new byte[20_000_000]))
                .later("PDF: many streams", COMPLEX, () -> streams(4_000))
                .later(
                        "PDF: objects that are not closed",
                        "could-not-finish format.carrier-malformed",
                        () -> bytes("%PDF-1.7\n" + "1 0 obj\n<<".repeat(100_000)))
                .later(
                        "PDF: lists in lists",
                        "could-not-finish format.carrier-malformed",
                        () -> bytes("%PDF-1.7\n1 0 obj\n" + "[".repeat(1_000_000)))
                .later(
                        "PDF: many files",
                        "could-not-finish format.several-inside",
                        () ->
                                Papers.of(
                                        document -> {
                                            for (int i = 0; i < 60; i++) {
                                                Papers.attach(
                                                        document,
                                                        "file-" + i + ".json",
                                                        new byte[] {'{', '}'});
                                            }
                                        }));
    }

    private static byte[] repeated(byte[] chunk, int count) {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }

    /** Each mark looks like the beginning of the one packed stream behind all of them. */
    private static byte[] streams(int count) {
        var packed = Pictures.packed(new byte[50_000_000]);
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes("%PDF-1.7\n" + "stream\n".repeat(count)));
        all.writeBytes(Arrays.copyOf(packed, packed.length - 2_000));
        all.writeBytes(
                Contexts.CREDENTIALS_V2.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return all.toByteArray();
    }
}
