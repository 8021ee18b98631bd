package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Specimens.bytes;
import static eu.cairn.formats.verification.hostile.Specimens.replaced;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that two readers of JSON could understand differently, around a signature that is true. */
final class JsonTricks {

    private static final String NOT_JSON = "not-genuine format.not-json";
    private static final String TWICE = "not-genuine format.duplicate-member";
    private static final String NOT_UTF8 = "not-genuine format.not-utf8";
    private static final String UNKNOWN = "could-not-finish format.not-recognised";
    private static final String VALUE = "\"28/30\"";

    private JsonTricks() {}

    static List<Specimen> of(World world) {
        var made = new Specimens("JSON", world.judge());
        var plain = Badges.foreign(world.issuer.controller());
        var signed = Proofs.signed(plain, world.issuer).toString();
        made.add(
                        "a member twice, the false one first",
                        TWICE,
                        replaced(
                                signed,
                                "\"value\":" + VALUE,
                                "\"value\":\"30/30\",\"value\":" + VALUE))
                .add(
                        "a member twice, the false one last",
                        TWICE,
                        replaced(
                                signed,
                                "\"value\":" + VALUE,
                                "\"value\":" + VALUE + ",\"value\":\"30/30\""))
                .add(
                        "a member twice, once escaped",
                        TWICE,
                        replaced(
                                signed,
                                "\"value\":" + VALUE,
                                "\"value\":" + VALUE + ",\"v\\u0061lue\":\"30/30\""))
                .add("the proof twice", TWICE, signed.replaceFirst("\\{", "{\"proof\":[],"))
                .add("something after the end", NOT_JSON, signed + "{\"name\":\"x\"}")
                .add("a brace after the end", NOT_JSON, signed + "}")
                .add("a zero byte after the end", NOT_JSON, signed + "\0")
                .add("cut short", NOT_JSON, signed.substring(0, signed.length() - 1))
                .add("a comment", NOT_JSON, replaced(signed, "\"value\":", "/* 30/30 */\"value\":"))
                .add("a comma too many", NOT_JSON, replaced(signed, VALUE + "}", VALUE + ",}"))
                .add("single quotes", NOT_JSON, replaced(signed, VALUE, "'28/30'"))
                .add("a name without quotes", NOT_JSON, replaced(signed, "\"value\":", "value:"))
                .add("no number", NOT_JSON, replaced(signed, ":7.5", ":NaN"))
                .add("an endless number", NOT_JSON, replaced(signed, ":7.5", ":Infinity"))
                .add("a number with a zero before it", NOT_JSON, replaced(signed, ":7.5", ":07.5"))
                .add("a number with a plus", NOT_JSON, replaced(signed, ":7.5", ":+7.5"))
                .add("a number in base 16", NOT_JSON, replaced(signed, ":7.5", ":0x7"))
                .add("a number without its digit", NOT_JSON, replaced(signed, ":7.5", ":7."))
                .add(
                        "a number beyond all numbers",
                        "could-not-finish format.number-too-long",
                        replaced(signed, ":7.5", ":1e999"))
                .add(
                        "a number of many digits",
                        "could-not-finish format.number-too-long",
                        replaced(signed, ":7.5", ":7.5" + "0".repeat(200)))
                .add(
                        "a number that rounds to the signed one",
                        "could-not-finish format.number-too-long",
                        replaced(signed, ":7.5", ":7.50000000000000004"))
                .add(
                        "a minus before nothing",
                        "not-genuine integrity.changed",
                        replaced(signed, ":7.5", ":-0"))
                .add("a line break in a text", NOT_JSON, replaced(signed, VALUE, "\"28/\n30\""))
                .add("an escape that is none", NOT_JSON, replaced(signed, VALUE, "\"28\\x2f30\""))
                .add(
                        "half a character, escaped",
                        NOT_UTF8,
                        replaced(signed, VALUE, "\"28/30\\ud800\""))
                .add(
                        "two halves in the wrong order",
                        NOT_UTF8,
                        replaced(signed, VALUE, "\"\\udc00\\ud800\""))
                .add(
                        "half a character in a name",
                        NOT_UTF8,
                        replaced(signed, "\"value\":", "\"\\udfff\":1,\"value\":"))
                .add(
                        "bytes that are no text",
                        NOT_UTF8,
                        latin(replaced(signed, VALUE, "\"28/30\u00ff\"")))
                .add(
                        "a slash in two bytes",
                        NOT_UTF8,
                        latin(replaced(signed, VALUE, "\"28\u00c0\u00af30\"")))
                .add("a byte order mark", Specimen.GENUINE, "\uFEFF" + signed)
                .add("two byte order marks", UNKNOWN, "\uFEFF\uFEFF" + signed)
                .add("a byte order mark after a space", NOT_JSON, " \uFEFF" + signed)
                .add("a byte order mark at the end", NOT_JSON, signed + "\uFEFF")
                .add(
                        "a byte order mark before a name",
                        NOT_JSON,
                        replaced(signed, "\"value\":", "\uFEFF\"value\":"))
                .add(
                        "a byte order mark in a text",
                        "not-genuine integrity.changed",
                        replaced(signed, VALUE, "\"\uFEFF28/30\""))
                .add(
                        "a byte order mark before a token",
                        Specimen.GENUINE,
                        "\uFEFF" + Tokens.of(plain.toString(), world.issuer))
                .add(
                        "a byte order mark before what a token signs",
                        NOT_JSON,
                        Tokens.of("\uFEFF" + plain, world.issuer))
                .add("two bytes a character", UNKNOWN, signed.getBytes(StandardCharsets.UTF_16))
                .add("a list around it", UNKNOWN, "[" + signed + "]")
                .add("a text around it", UNKNOWN, "\"" + signed.replace("\"", "\\\"") + "\"")
                .add("a prefix against scripts", UNKNOWN, ")]}'\n" + signed)
                .add("two documents, one a line", NOT_JSON, bytes(signed + "\n" + signed));
        return made.list();
    }

    /** Characters that stand for one byte each; the text has no others outside of ASCII then. */
    private static byte[] latin(String text) {
        return text.replace("à", "a").getBytes(StandardCharsets.ISO_8859_1);
    }
}
