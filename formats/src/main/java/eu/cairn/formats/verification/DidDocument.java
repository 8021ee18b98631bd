package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys for assertions in the document of an identifier (W3C Decentralized Identifiers 1.0,
 * sections 5.2 and 5.3.2).
 *
 * @param did the identifier
 * @param keys by the names that proofs give them
 */
record DidDocument(String did, Map<String, IssuerKey> keys) {

    private static final int MOST_KEYS = 100;

    /** Where nothing is known of a body; the code is one that ISO 3166 leaves to users. */
    private static final Country NOWHERE = new Country("ZZ");

    DidDocument {
        keys = Map.copyOf(keys);
    }

    /** The document {@code text}, if it is that of {@code did} and has a key that is read. */
    static Optional<DidDocument> read(String did, String text) {
        if (!(StrictJson.parse(text) instanceof Decided.Accepted<JsonObject>(var document))
                || !Members.text(document, "id").equals(Optional.of(did))
                || document.getBoolean("deactivated", false)) {
            return Optional.empty();
        }
        var named = new HashSet<String>();
        var keys = new HashMap<String, IssuerKey>();
        Members.items(document, "assertionMethod")
                .limit(MOST_KEYS)
                .forEach(
                        one -> {
                            if (one instanceof JsonString name) {
                                named.add(absolute(did, name.getString()));
                            } else {
                                add(did, one, keys);
                            }
                        });
        var methods = new HashMap<String, IssuerKey>();
        Members.items(document, "verificationMethod")
                .limit(MOST_KEYS)
                .forEach(one -> add(did, one, methods));
        methods.forEach(
                (name, key) -> {
                    if (named.contains(name)) {
                        keys.put(name, key);
                    }
                });
        return keys.isEmpty() ? Optional.empty() : Optional.of(new DidDocument(did, keys));
    }

    /**
     * A key of another controller, one that is not read and one that was revoked or has expired
     * (Controlled Identifiers 1.0, 2.2) is no key of this identifier.
     */
    private static void add(String did, JsonValue method, Map<String, IssuerKey> keys) {
        if (!(method instanceof JsonObject of)
                || of.containsKey("revoked")
                || (of.containsKey("expires") && !isAhead(of))
                || !Members.text(of, "controller").equals(Optional.of(did))) {
            return;
        }
        var key =
                Members.text(of, "publicKeyMultibase")
                        .flatMap(DidKey::fromMultikey)
                        .map(IssuerKey::of)
                        .or(
                                () ->
                                        Members.object(of, "publicKeyJwk")
                                                .flatMap(jwk -> IssuerKey.ofJwk(jwk.toString())));
        Members.text(of, "id")
                .map(name -> absolute(did, name))
                .filter(name -> name.startsWith(did + "#"))
                .ifPresent(name -> key.ifPresent(known -> keys.put(name, known)));
    }

    private static boolean isAhead(JsonObject method) {
        try {
            return Members.text(method, "expires")
                    .map(OffsetDateTime::parse)
                    .filter(end -> end.toInstant().isAfter(Instant.now()))
                    .isPresent();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String absolute(String did, String name) {
        return name.startsWith("#") ? did + name : name;
    }

    /** Whoever has this identifier, known by nothing but its keys: listed nowhere. */
    TrustedIssuer unlisted(Published in) {
        var nobody =
                new TrustedIssuer(
                        Set.of(did),
                        did,
                        NOWHERE,
                        Optional.empty(),
                        Optional.empty(),
                        did,
                        LocalDate.MAX,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        false);
        return nobody.withKeys(keys, in);
    }
}
