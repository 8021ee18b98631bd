package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Specimens.bytes;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents that cost whoever reads them without bounds much more than whoever sends them. */
final class Bombs {

    private static final String DEEP = "could-not-finish format.too-deep";
    private static final String LARGE = "could-not-finish format.too-large";
    private static final String NUMBER = "could-not-finish format.number-too-long";
    private static final String MANY = "could-not-finish format.too-many-elements";

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
        bombs.tokens();
        bombs.xml();
        return Stream.of(bombs.made.list(), GraphBombs.of(world), CarrierBombs.of(world))
                .flatMap(List::stream)
                .toList();
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
                .later(
                        "a long name",
                        "could-not-finish format.name-too-long",
                        () -> holding("{\"" + "a".repeat(500_000) + "\":1}"))
                .later("many members", MANY, () -> holding(members(80_000)))
                .later("many numbers", MANY, () -> holding("[" + "1,".repeat(400_000) + "1]"))
                .later(
                        "many objects with nothing in them",
                        MANY,
                        () -> holding("[" + "{},".repeat(45_000) + "{}]"))
                .later(
                        "many lists in lists",
                        MANY,
                        () ->
                                holding(
                                        "["
                                                + ("[".repeat(60) + "]".repeat(60) + ",")
                                                        .repeat(800)
                                                + "1]"))
                .later(
                        "many large exponents",
                        MANY,
                        () -> holding("[" + "1e399,".repeat(50_000) + "1]"))
                .later("names of the same hash", MANY, () -> holding(sameHash()))
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
                        "could-not-finish format.too-many-disclosures",
                        () ->
                                bytes(
                                        DisclosureTricks.issued(claims, world.issuer)
                                                + "W10~".repeat(100_000)))
                .later(
                        "disclosures of many values",
                        MANY,
                        () -> bytes(disclosing(claims, 300, "[" + "1,".repeat(1_200) + "1]")))
                .later(
                        "many decoys",
                        MANY,
                        () ->
                                bytes(
                                        DisclosureTricks.issued(
                                                with(claims, "/x", decoys(9_000)), world.issuer)))
                .later(
                        "a token of many members",
                        MANY,
                        () -> bytes(Tokens.of(wide(), world.issuer)))
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

    private String wide() {
        return "{\"x\":" + members(45_000) + "," + signed.substring(1);
    }

    private static String decoys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"...\":\"decoy-" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String disclosing(JsonObject claims, int count, String value) {
        var disclosures =
                IntStream.range(0, count)
                        .mapToObj(i -> Tokens.encoded("[\"s\",\"c" + i + "\"," + value + "]"))
                        .toArray(String[]::new);
        return DisclosureTricks.issued(
                with(claims, "/_sd", DisclosureTricks.digests(disclosures)),
                world.issuer,
                disclosures);
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
        var result = "<learningOpportunitySpecification/>";
        more(
                head,
                "results that ask for their neighbours",
                "<report>" + result.repeat(6_000) + "</report>");
        more(head, "reports", "<report><issuer/></report>".repeat(6_000));
        more(head, "comments", "<!---->".repeat(140_000));
        more(head, "instructions", "<?a?>".repeat(190_000));
        more(head, "pieces of text", "a<![CDATA[b]]>".repeat(70_000));
        more(head, "characters by their number", "&#65;".repeat(200_000));
        more(
                head,
                "attributes here and there",
                "<a b='' c='' d='' e='' f='' g=''/>".repeat(19_000));
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
                        MANY,
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

    private void more(String head, String name, String content) {
        made.later("many " + name, MANY, () -> bytes(head + content + "</elmo>"));
    }
}
