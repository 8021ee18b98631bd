package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;
import static eu.cairn.formats.verification.hostile.Badges.without;

import java.util.List;

/**
 * Moments and shapes that the standards do not admit, truly signed by the issuer. A moment must be
 * one by XML Schema and by RFC 3339 both, since Open Badges asks for the second.
 */
final class DateTricks {

    private static final String NO_MOMENT = "not-genuine format.date-malformed";

    private final World world;
    private final Specimens made;

    private DateTricks(World world) {
        this.world = world;
        this.made = new Specimens("shape", world.judge());
    }

    static List<Specimen> of(World world) {
        var tricks = new DateTricks(world);
        tricks.moments();
        tricks.shapes();
        return tricks.made.list();
    }

    private void set(String name, String expected, String pointer, String value) {
        var badge = with(Badges.foreign(world.issuer.controller()), pointer, value);
        made.add(name, expected, Proofs.signed(badge, world.issuer));
    }

    private void no(String name, String expected, String pointer) {
        var badge = without(Badges.foreign(world.issuer.controller()), pointer);
        made.add(name, expected, Proofs.signed(badge, world.issuer));
    }

    private void moments() {
        for (var moment :
                List.of(
                        "2029-06-18T00:00:00",
                        "2029-06-18",
                        "2029-06-18T24:00:00Z",
                        "2029-06-18T25:00:00Z",
                        "2029-06-18T23:59:60Z",
                        "2029-06-18T23:59Z",
                        "2029-02-29T00:00:00Z",
                        "2029-06-18 00:00:00Z",
                        "2029-06-18t00:00:00z",
                        "2029-06-18T00:00:00+25:00",
                        "2029-06-18T00:00:00+0100",
                        "2029-06-18T00:00:00.Z",
                        "12029-06-18T00:00:00Z",
                        "20290618T000000Z",
                        "２０２９-06-18T00:00:00Z",
                        " 2029-06-18T00:00:00Z",
                        "tomorrow")) {
            set("an end at '" + moment + "'", NO_MOMENT, "/validUntil", "\"" + moment + "\"");
        }
        set("an end as a number", NO_MOMENT, "/validUntil", "1876521600");
        set(
                "an end that is a list of two",
                NO_MOMENT,
                "/validUntil",
                "[\"2029-06-18T00:00:00Z\",\"2031-06-18T00:00:00Z\"]");
        set(
                "an end before the beginning",
                "not-genuine format.period-inverted",
                "/validUntil",
                "\"2024-06-18T00:00:00Z\"");
        set(
                "an end that is over",
                "not-genuine validity.expired",
                "/validUntil",
                "\"2026-11-25T11:59:59Z\"");
        set(
                "an end that is over in its own zone",
                "not-genuine validity.expired",
                "/validUntil",
                "\"2026-11-25T12:30:00+01:00\"");
        set(
                "a beginning to come",
                "not-genuine validity.not-yet",
                "/validFrom",
                "\"2027-01-01T00:00:00Z\"");
        no("no beginning", "not-genuine format.member-missing", "/validFrom");
    }

    private void shapes() {
        set(
                "no type of credential",
                "not-genuine format.type-wrong",
                "/type",
                "[\"OpenBadgeCredential\"]");
        set(
                "an identifier that is relative",
                "not-genuine format.identifier-malformed",
                "/id",
                "\"badges/7\"");
        set(
                "two identifiers",
                "not-genuine format.identifier-malformed",
                "/id",
                "[\"urn:x:1\",\"urn:x:2\"]");
        set(
                "no subject in its place",
                "not-genuine format.subject-empty",
                "/credentialSubject",
                "\"did:example:1\"");
        set(
                "two subjects",
                "not-genuine format.member-repeated",
                "/credentialSubject",
                "[{\"id\":\"urn:x:1\",\"type\":[\"AchievementSubject\"],\"achievement\":{\"id\":\"urn:x:2\",\"type\":[\"Achievement\"],\"name\":\"N\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"}}},{\"id\":\"urn:x:3\",\"type\":[\"AchievementSubject\"],\"achievement\":{\"id\":\"urn:x:4\",\"type\":[\"Achievement\"],\"name\":\"M\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"}}}]");
        set(
                "an issuer that is relative",
                "not-genuine format.issuer-malformed",
                "/issuer",
                "\"the university\"");
        set(
                "a status of no type",
                "not-genuine format.type-missing",
                "/credentialStatus",
                "{\"id\":\"urn:x:1\"}");
        set(
                "a schema without address",
                "not-genuine format.member-missing",
                "/credentialSchema",
                "{\"type\":\"1EdTechJsonSchemaValidator2019\"}");
        set(
                "a resource with another digest",
                "not-genuine format.related-resource-changed",
                "/relatedResource",
                "[{\"id\":\"https://www.w3.org/ns/credentials/v2\",\"digestSRI\":\"sha256-"
                        + "A".repeat(43)
                        + "=\"}]");
        set(
                "an achievement without a name",
                "not-genuine format.member-missing",
                "/credentialSubject/achievement",
                "{\"id\":\"urn:x:2\",\"type\":[\"Achievement\"],\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"}}");
        set("an end that is nothing", NO_MOMENT, "/validUntil", "null");
    }
}
