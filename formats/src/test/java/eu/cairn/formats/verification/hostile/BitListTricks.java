package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import eu.cairn.formats.credential.Publication.Purpose;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** Bitstring Status Lists that must neither clear nor condemn, and places that are none. */
final class BitListTricks {

    private static final String MALFORMED = "could-not-finish status.list-malformed";
    private static final String NO_PLACE = "could-not-finish status.no-such-place";
    private static final String NOT_INTACT = "could-not-finish status.list-not-intact";
    private static final String OUT_OF_DATE = "could-not-finish status.list-out-of-date";
    private static final String NOT_READ = "could-not-finish status.kind-not-supported";
    private static final String ENCODED = "/credentialSubject/encodedList";

    private final World world;
    private final Specimens made;
    private int number;

    private BitListTricks(World world) {
        this.world = world;
        this.made = new Specimens("status list", world.judge());
    }

    static List<Specimen> of(World world) {
        var tricks = new BitListTricks(world);
        tricks.lists();
        tricks.contents();
        tricks.places();
        return tricks.made.list();
    }

    private String next() {
        return Lists.ADDRESS + "bits/" + ++number;
    }

    /** A badge whose status stands in the list that is had from {@code address}. */
    private JsonObject badge(String address, String index, String purpose) {
        var entry =
                Json.createObjectBuilder()
                        .add("id", address + "#" + number)
                        .add("type", "BitstringStatusListEntry")
                        .add("statusPurpose", purpose)
                        .add("statusListIndex", Badges.value(index))
                        .add("statusListCredential", address)
                        .build();
        var plain = Badges.foreign(world.issuer.controller());
        return Proofs.signed(with(plain, "/credentialStatus", entry), world.issuer);
    }

    private interface Making {
        String list(String address);
    }

    private void list(String name, String expected, Making making) {
        var address = next();
        world.lists.put(address, making.list(address));
        made.add(name, expected, badge(address, "\"" + Lists.PLACE + "\"", "revocation"));
    }

    private JsonObject empty(String address) {
        return Lists.bits(world.issuer, address);
    }

    private String signed(JsonObject list) {
        return Proofs.signed(list, world.issuer).toString();
    }

    private void lists() {
        list("a true list", Specimen.GENUINE, address -> signed(empty(address)));
        list(
                "revoked",
                "not-genuine status.revoked",
                address -> signed(Lists.bits(world.issuer, address, Lists.PLACE)));
        list(
                "a list of another purpose",
                NO_PLACE,
                address ->
                        signed(Lists.bits(world.issuer, address, Purpose.SUSPENSION, Lists.PLACE)));
        list(
                "a list of a purpose that nobody knows",
                MALFORMED,
                address ->
                        signed(
                                with(
                                        empty(address),
                                        "/credentialSubject/statusPurpose",
                                        "\"message\"")));
        list(
                "a list of another issuer",
                "could-not-finish status.list-not-issuers",
                address ->
                        Proofs.signed(Lists.bits(world.neighbour, address), world.neighbour)
                                .toString());
        list(
                "a list in the issuer's name",
                "could-not-finish status.list-not-issuers",
                address -> Proofs.signed(empty(address), world.mallory).toString());
        list("a list that nobody signed", NOT_INTACT, address -> empty(address).toString());
        list(
                "a list that was changed",
                NOT_INTACT,
                address ->
                        with(
                                        Proofs.signed(
                                                Lists.bits(world.issuer, address, Lists.PLACE),
                                                world.issuer),
                                        ENCODED,
                                        Badges.at(empty(address), ENCODED))
                                .toString());
        list(
                "a list of another address",
                "could-not-finish status.list-of-another-address",
                address -> signed(empty(address + "0")));
        list(
                "a list that is over",
                OUT_OF_DATE,
                address -> signed(with(empty(address), "/validUntil", "\"2026-11-25T11:00:00Z\"")));
        list(
                "a list to come",
                OUT_OF_DATE,
                address -> signed(with(empty(address), "/validFrom", "\"2026-11-25T13:00:00Z\"")));
        list(
                "a list of no date",
                OUT_OF_DATE,
                address -> signed(without(empty(address), "/validFrom")));
        list(
                "a list with an end in words",
                OUT_OF_DATE,
                address -> signed(with(empty(address), "/validUntil", "\"never\"")));
        list("a list that is no JSON", MALFORMED, address -> "<html>not found</html>");
        list(
                "a list that is a badge",
                MALFORMED,
                address ->
                        signed(
                                with(
                                        Badges.foreign(world.issuer.controller()),
                                        "/id",
                                        "\"" + address + "\"")));
        made.add(
                "a list that is not to be had",
                "could-not-finish status.list-unreachable",
                badge(next(), "\"1\"", "revocation"));
    }

    private void encoded(String name, String expected, String encoded) {
        list(
                name,
                expected,
                address -> signed(with(empty(address), ENCODED, Json.createValue(encoded))));
    }

    private void contents() {
        encoded(
                "a list that is too short",
                "could-not-finish status.list-length",
                Lists.packed(new byte[100]));
        encoded(
                "a list a byte too short",
                "could-not-finish status.list-length",
                Lists.packed(new byte[131_072 / 8 - 1]));
        encoded(
                "a bomb",
                "could-not-finish status.list-length",
                Lists.packed(new byte[50_000_000]));
        encoded("a list that is not packed", MALFORMED, "u" + "A".repeat(30_000));
        encoded(
                "a list without its base",
                MALFORMED,
                Lists.packed(new byte[131_072 / 8]).substring(1));
        encoded(
                "a list in another base",
                MALFORMED,
                "z" + Lists.packed(new byte[131_072 / 8]).substring(1));
        encoded(
                "a list that is cut",
                MALFORMED,
                Lists.packed(new byte[131_072 / 8]).substring(0, 30));

        encoded("a list with padding", MALFORMED, Lists.packed(new byte[131_072 / 8]) + "==");
        encoded("a list of nothing", MALFORMED, "u");
    }

    private void place(String name, String expected, String index) {
        var address = next();
        world.lists.put(address, signed(empty(address)));
        made.add(name, expected, badge(address, index, "revocation"));
    }

    private void places() {
        place("a place behind the end", NO_PLACE, "\"131072\"");
        place("a place far behind the end", NO_PLACE, "\"999999999999\"");
        place("a place beyond all numbers", NOT_READ, "\"99999999999999999999\"");
        place("a place before the beginning", NOT_READ, "\"-1\"");
        place("a place with zeros before it", NOT_READ, "\"0094567\"");
        place("a place with a plus", NOT_READ, "\"+94567\"");
        place("a place with a space", NOT_READ, "\" 94567\"");
        place("a place between two", NOT_READ, "\"1.5\"");
        place("a place in base 16", NOT_READ, "\"0x17\"");
        place("a place in other digits", NOT_READ, "\"٩٤٥٦٧\"");
        place("no place", NOT_READ, "\"\"");
        var address = next();
        world.lists.put(address, signed(Lists.bits(world.issuer, address, Lists.PLACE)));
        made.add("a purpose that nobody knows", NOT_READ, badge(address, "\"94567\"", "refresh"))
                .add(
                        "another purpose than the list's",
                        NO_PLACE,
                        badge(address, "\"94567\"", "suspension"))
                .add(
                        "an entry of another kind",
                        NOT_READ,
                        Proofs.signed(
                                with(
                                        with(
                                                Badges.foreign(world.issuer.controller()),
                                                "/@context/-",
                                                "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""),
                                        "/credentialStatus",
                                        "{\"id\":\""
                                                + address
                                                + "\",\"type\":\"1EdTechRevocationList\"}"),
                                world.issuer))
                .add(
                        "two places, one of them revoked",
                        "not-genuine format.member-repeated",
                        twoPlaces(address));
    }

    private JsonObject twoPlaces(String revoked) {
        var other = next();
        world.lists.put(other, signed(empty(other)));
        var entries =
                Json.createArrayBuilder()
                        .add(
                                badge(other, "\"94567\"", "revocation")
                                        .getJsonObject("credentialStatus"))
                        .add(
                                badge(revoked, "\"94567\"", "revocation")
                                        .getJsonObject("credentialStatus"));
        var plain = Badges.foreign(world.issuer.controller());
        return Proofs.signed(with(plain, "/credentialStatus", entries.build()), world.issuer);
    }
}
