package eu.cairn.formats.verification.hostile;

import static eu.cairn.formats.verification.hostile.Badges.with;

import com.apicatalog.multibase.Multibase;
import eu.cairn.formats.credential.Cryptosuite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.List;

/** Keys that are somebody else's, nobody's, or no longer good, and names that look like others. */
final class KeyTricks {

    private static final String ANOTHERS = "not-genuine issuer.key-not-issuers";
    private static final String NO_KEY = "not-genuine integrity.key-malformed";
    private static final String NOBODY = "could-not-finish trust.issuer-unknown";

    private KeyTricks() {}

    static List<Specimen> of(World world) {
        var made = new Specimens("keys", world.judge());
        owners(world, made);
        names(world, made);
        times(world, made);
        return made.list();
    }

    private static JsonObject by(FreshKey key, String issuer, String method) {
        return Proofs.signed(
                Badges.foreign(issuer),
                key.jose().equals("EdDSA") ? Cryptosuite.EDDSA_RDFC : Cryptosuite.ECDSA_RDFC,
                key,
                Json.createObjectBuilder().add("verificationMethod", method).build());
    }

    private static void owners(World world, Specimens made) {
        var mallory = world.mallory;
        var issuer = world.issuer;
        var own = mallory.verificationMethod();
        var multikey = own.substring(own.indexOf('#'));
        made.add("signed by a stranger", ANOTHERS, by(mallory, issuer.controller(), own))
                .add(
                        "signed by another known issuer",
                        ANOTHERS,
                        by(
                                world.neighbour,
                                issuer.controller(),
                                world.neighbour.verificationMethod()))
                .add("signed by a stranger for an address", ANOTHERS, by(mallory, World.SITE, own))
                .add(
                        "a stranger's key below the issuer's address",
                        ANOTHERS,
                        by(mallory, World.SITE, World.SITE + multikey))
                .add(
                        "a stranger's key as a part of the issuer's",
                        NO_KEY,
                        by(mallory, issuer.controller(), issuer.controller() + multikey))
                .add(
                        "the issuer's key named, a stranger's used",
                        "not-genuine integrity.changed",
                        by(mallory, issuer.controller(), issuer.verificationMethod()))
                .add(
                        "a registered key named, a stranger's used",
                        "not-genuine integrity.changed",
                        by(mallory, World.SITE, World.SITE + "#key-1"))
                .add(
                        "a key of that issuer that nobody knows",
                        "could-not-finish integrity.key-unknown",
                        by(issuer, World.SITE, World.SITE + "#key-9"))
                .add(
                        "a stranger under its own name",
                        NOBODY,
                        by(mallory, mallory.controller(), own))
                .add(
                        "a stranger under the issuer's name in words",
                        NOBODY,
                        with(
                                by(mallory, mallory.controller(), own),
                                "/issuer/name",
                                "\"Università della Laguna\""))
                .add("two issuers", "not-genuine format.issuer-malformed", twoIssuers(world))
                .add(
                        "no issuer",
                        "not-genuine format.issuer-malformed",
                        Proofs.signed(
                                Badges.without(Badges.foreign(issuer.controller()), "/issuer"),
                                issuer))
                .add(
                        "an issuer without identifier",
                        "not-genuine format.issuer-malformed",
                        Proofs.signed(
                                Badges.without(Badges.foreign(issuer.controller()), "/issuer/id"),
                                issuer));
    }

    private static JsonObject twoIssuers(World world) {
        var badge = Badges.foreign(world.issuer.controller());
        var both =
                Json.createArrayBuilder()
                        .add(badge.getJsonObject("issuer"))
                        .add(Badges.foreign(world.mallory.controller()).getJsonObject("issuer"));
        return Proofs.signed(with(badge, "/issuer", both.build()), world.mallory);
    }

    private static void names(World world, Specimens made) {
        var key = world.issuer;
        var did = key.controller();
        var method = key.verificationMethod();
        var fragment = method.substring(method.indexOf('#'));
        made.add(
                        "the issuer with a fragment",
                        "could-not-finish trust.issuer-unknown",
                        by(key, method, method))
                .add(
                        "the issuer with a query",
                        "could-not-finish issuer.key-unconfirmed",
                        by(key, did + "?versionId=1", method))
                .add(
                        "the issuer with a path",
                        "could-not-finish issuer.key-unconfirmed",
                        by(key, did + "/x", method))
                .add(
                        "the issuer in other letters",
                        "could-not-finish issuer.key-unconfirmed",
                        by(key, "DID" + did.substring(3), method))
                .add(
                        "the issuer percent-encoded",
                        "could-not-finish issuer.key-unconfirmed",
                        by(key, did.replaceFirst("z6Mk", "%7A6Mk"), method))
                .add(
                        "the issuer with a slash more",
                        "could-not-finish issuer.key-unconfirmed",
                        by(key, "https://lagoonside.example//", method))
                .add(
                        "an issuer that looks the same",
                        "could-not-finish issuer.key-unconfirmed",
                        by(
                                world.mallory,
                                "https://lagооnside.example/",
                                world.mallory.verificationMethod()))
                .add(
                        "an issuer of the web that looks the same",
                        "could-not-finish issuer.key-unconfirmed",
                        by(
                                world.mallory,
                                "did:web:lagoonsidе.example",
                                world.mallory.verificationMethod()))
                .add("the key with a query", NO_KEY, by(key, did, did + "?a=b" + fragment))
                .add(
                        "the key with two fragments",
                        "not-genuine integrity.proof-malformed",
                        by(key, did, method + "#x"))
                .add("the key with an empty fragment", NO_KEY, by(key, did, did + "#"))
                .add(
                        "the key in no base",
                        NO_KEY,
                        by(key, did, "did:key:" + did.substring("did:key:z".length())))
                .add(
                        "the key with letters swapped",
                        NO_KEY,
                        by(key, did, "did:key:z6Mk" + "1".repeat(44)))
                .add(
                        "a key of another curve",
                        NO_KEY,
                        by(key, did, "did:key:" + multikey("ec01", "00".repeat(32))))
                .add(
                        "a key that is a point of small order",
                        NO_KEY,
                        by(key, did, "did:key:" + multikey("ed01", "01" + "00".repeat(31))))
                .add(
                        "a key of small order, written otherwise",
                        NO_KEY,
                        by(key, did, "did:key:" + multikey("ed01", "ee" + "ff".repeat(30) + "7f")))
                .add(
                        "a key of zeros",
                        NO_KEY,
                        by(key, did, "did:key:" + multikey("ed01", "00".repeat(32))))
                .add(
                        "a key that is no point",
                        NO_KEY,
                        by(key, did, "did:key:" + multikey("8024", "02" + "ff".repeat(32))))
                .add(
                        "a key that is too long",
                        NO_KEY,
                        by(key, did, "did:key:z" + "6".repeat(5_000)))
                .add(
                        "a key behind an address",
                        "could-not-finish integrity.key-unknown",
                        by(key, did, "https://a.example/key"))
                .add(
                        "a key that is no address",
                        "not-genuine format.value-wrong",
                        with(
                                Proofs.signed(Badges.foreign(did), key),
                                "/proof/verificationMethod",
                                "\"key-1\""));
    }

    private static String multikey(String code, String hex) {
        return Multibase.BASE_58_BTC.encode(HexFormat.of().parseHex(code + hex));
    }

    private static void times(World world, Specimens made) {
        made.add(
                        "a stolen key, signed after",
                        "not-genuine trust.key-compromised",
                        dated(world.stolen, "2025-06-21T00:00:00Z"))
                .add(
                        "a stolen key, said to be signed before",
                        "could-not-finish trust.signed-when-unproven",
                        dated(world.stolen, "2025-06-19T00:00:00Z"))
                .add(
                        "a stolen key of a body that records all",
                        "not-genuine trust.compromised-not-recorded",
                        dated(world.stolenAndRecorded, "2025-06-19T00:00:00Z"))
                .add(
                        "a body that was closed before",
                        "could-not-finish trust.outside-period",
                        Proofs.signed(Badges.foreign(world.closed.controller()), world.closed))
                .add(
                        "a body that was founded after",
                        "could-not-finish trust.outside-period",
                        Proofs.signed(Badges.foreign(world.founded.controller()), world.founded));
    }

    private static JsonObject dated(FreshKey key, String created) {
        return Proofs.signed(
                Badges.foreign(key.controller()),
                Cryptosuite.EDDSA_RDFC,
                key,
                Json.createObjectBuilder().add("created", created).build());
    }
}
