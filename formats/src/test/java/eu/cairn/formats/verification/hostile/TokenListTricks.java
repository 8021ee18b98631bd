package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import com.nimbusds.jose.util.Base64URL;
import jakarta.json.JsonObject;
import java.util.BitSet;
import java.util.List;

/** Token Status Lists that must neither clear nor condemn, and places that are none. */
final class TokenListTricks {

    private static final String MALFORMED = "could-not-finish status.list-malformed";
    private static final String NO_PLACE = "could-not-finish status.no-such-place";
    private static final String NOT_INTACT = "could-not-finish status.list-not-intact";
    private static final String OUT_OF_DATE = "could-not-finish status.list-out-of-date";
    private static final String NOT_READ = "could-not-finish status.kind-not-supported";

    private final World world;
    private final JsonObject claims;
    private final Specimens made;
    private int number;

    private TokenListTricks(World world) {
        this.world = world;
        this.claims = DisclosureTricks.claims(world);
        this.made = new Specimens("token status list", world.judge());
    }

    static List<Specimen> of(World world) {
        var tricks = new TokenListTricks(world);
        tricks.lists();
        tricks.contents();
        tricks.places();
        return tricks.made.list();
    }

    private interface Making {
        String list(String address);
    }

    private void list(String name, String expected, Making making) {
        list(name, expected, String.valueOf(Lists.PLACE), making);
    }

    private void list(String name, String expected, String index, Making making) {
        var address = Lists.ADDRESS + "tokens/" + ++number;
        world.lists.put(address, making.list(address));
        var status = "{\"status_list\":{\"idx\":" + index + ",\"uri\":\"" + address + "\"}}";
        made.add(
                name,
                expected,
                DisclosureTricks.issued(with(claims, "/status", status), world.issuer));
    }

    private JsonObject empty(String address) {
        return Lists.payload(world.issuer, address);
    }

    private String signed(JsonObject payload) {
        return Lists.token(payload, world.issuer);
    }

    private void lists() {
        var here = new BitSet();
        here.set(Lists.PLACE);
        list("a true list", Specimen.GENUINE, address -> signed(empty(address)));
        list(
                "revoked",
                "not-genuine status.revoked",
                address -> signed(Lists.payload(world.issuer, address, Lists.PLACE)));
        list(
                "suspended",
                "not-genuine status.suspended",
                address -> signed(Lists.payload(world.issuer, address, new BitSet(), here)));
        list(
                "a list of another issuer",
                NOT_INTACT,
                address -> Lists.token(empty(address), world.neighbour));
        list(
                "a list that brings its key",
                NOT_INTACT,
                address ->
                        Tokens.signed(
                                "{\"alg\":\"EdDSA\",\"typ\":\"statuslist+jwt\",\"kid\":\""
                                        + world.mallory.verificationMethod()
                                        + "\"}",
                                empty(address).toString(),
                                world.mallory));
        list(
                "a list that nobody signed",
                NOT_INTACT,
                address ->
                        Tokens.encoded("{\"alg\":\"none\",\"typ\":\"statuslist+jwt\"}")
                                + "."
                                + Tokens.encoded(empty(address).toString())
                                + ".");
        list(
                "a list that was changed",
                NOT_INTACT,
                address -> {
                    var token = signed(Lists.payload(world.issuer, address, Lists.PLACE));
                    return Tokens.part(token, 0)
                            + "."
                            + Tokens.encoded(empty(address).toString())
                            + "."
                            + Tokens.part(token, 2);
                });
        list(
                "a list of another address",
                "could-not-finish status.list-of-another-address",
                address -> signed(empty(address + "0")));
        list(
                "a list of no address",
                "could-not-finish status.list-of-another-address",
                address -> signed(without(empty(address), "/sub")));
        list(
                "a list that is over",
                OUT_OF_DATE,
                address ->
                        signed(
                                with(
                                        empty(address),
                                        "/exp",
                                        String.valueOf(World.NOW.getEpochSecond() - 1))));
        list(
                "a list to come",
                OUT_OF_DATE,
                address ->
                        signed(
                                with(
                                        empty(address),
                                        "/iat",
                                        String.valueOf(World.NOW.getEpochSecond() + 3_600))));
        list("a list of no date", OUT_OF_DATE, address -> signed(without(empty(address), "/iat")));
        list(
                "a list with an end in words",
                OUT_OF_DATE,
                address -> signed(with(empty(address), "/exp", "\"never\"")));
        list(
                "a list of another type",
                MALFORMED,
                address ->
                        Tokens.signed(
                                "{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}",
                                empty(address).toString(),
                                world.issuer));
        list(
                "a list with an extension",
                MALFORMED,
                address ->
                        Tokens.signed(
                                "{\"alg\":\"EdDSA\",\"typ\":\"statuslist+jwt\",\"crit\":[\"x\"]}",
                                empty(address).toString(),
                                world.issuer));
        list("a list that is JSON", MALFORMED, address -> empty(address).toString());
    }

    private void contents() {
        list(
                "a list of three bits a place",
                MALFORMED,
                address -> signed(with(empty(address), "/status_list/bits", "3")));
        list(
                "a list of no bits a place",
                MALFORMED,
                address -> signed(with(empty(address), "/status_list/bits", "0")));
        list(
                "a list of bits in words",
                MALFORMED,
                address -> signed(with(empty(address), "/status_list/bits", "\"2\"")));
        list(
                "a list that is empty",
                MALFORMED,
                address -> signed(with(empty(address), "/status_list/lst", "\"\"")));
        list(
                "a list that is not packed",
                MALFORMED,
                address ->
                        signed(
                                with(
                                        empty(address),
                                        "/status_list/lst",
                                        "\"" + "A".repeat(4_000) + "\"")));
        list(
                "a list with padding",
                MALFORMED,
                address ->
                        signed(
                                with(
                                        empty(address),
                                        "/status_list/lst",
                                        "\"" + packed(20_000) + "=\"")));
        list(
                "a list with something behind",
                MALFORMED,
                address ->
                        signed(
                                with(
                                        empty(address),
                                        "/status_list/lst",
                                        "\"" + Base64URL.encode(behind()) + "\"")));
        list(
                "a bomb",
                "could-not-finish status.list-length",
                address ->
                        signed(
                                with(
                                        empty(address),
                                        "/status_list/lst",
                                        "\"" + packed(50_000_000) + "\"")));
        list(
                "a list that is too short",
                NO_PLACE,
                address ->
                        signed(with(empty(address), "/status_list/lst", "\"" + packed(10) + "\"")));
        list("no list", MALFORMED, address -> signed(without(empty(address), "/status_list")));
        list(
                "a status that nobody knows",
                NOT_READ,
                "0",
                address ->
                        signed(
                                with(
                                        empty(address),
                                        "/status_list/lst",
                                        "\""
                                                + Base64URL.encode(
                                                        Pictures.packed(new byte[] {3, 0, 0}))
                                                + "\"")));
    }

    private static String packed(int bytes) {
        return Base64URL.encode(Pictures.packed(new byte[bytes])).toString();
    }

    private static byte[] behind() {
        var packed = Pictures.packed(new byte[40_000]);
        return Pictures.insert(packed, packed.length, new byte[] {1, 2, 3});
    }

    private void place(String name, String expected, String index) {
        list(name, expected, index, address -> signed(empty(address)));
    }

    private void places() {
        place("a place behind the end", NO_PLACE, "131072");
        place("a place beyond all numbers", NOT_READ, "99999999999999999999");
        place("a place before the beginning", NOT_READ, "-1");
        place("a place between two", NOT_READ, "1.5");
        place("a place in words", NOT_READ, "\"94567\"");
        place("a place that is nothing", NOT_READ, "null");
        made.add(
                        "a status of another kind",
                        NOT_READ,
                        DisclosureTricks.issued(
                                with(claims, "/status", "{\"identifier_list\":{\"id\":\"00\"}}"),
                                world.issuer))
                .add(
                        "a status that is a text",
                        NOT_READ,
                        DisclosureTricks.issued(
                                with(claims, "/status", "\"valid\""), world.issuer));
    }
}
