package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Identifiers that rest on a host name, and the documents that stand behind them ({@code did:web}
 * method; W3C Decentralized Identifiers 1.0; JSON Web Key Set, RFC 7517).
 */
public final class DidWeb {

    private static final Pattern ADDRESS_OF_MACHINE = Pattern.compile("[0-9.]+|\\[.*");

    /** Host, port and path; of the path only what stands in addresses as it is. */
    private static final Pattern NAME =
            Pattern.compile(
                    "did:web:([A-Za-z0-9.-]{1,253})(?:%3[Aa](\\d{1,5}))?"
                            + "((?::[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,20})");

    private DidWeb() {}

    /**
     * The identifier whose document lies below {@code address}; none where that is not protected by
     * https, or names a machine by its number.
     *
     * @param path the segments between the address and the document
     */
    public static Optional<String> below(String address, List<String> path) {
        var uri = URI.create(address);
        var host = uri.getHost();
        if (!"https".equals(uri.getScheme())
                || host == null
                || ADDRESS_OF_MACHINE.matcher(host).matches()) {
            return Optional.empty();
        }
        var name = uri.getPort() < 0 ? host : host + "%3A" + uri.getPort();
        return Optional.of(
                Stream.of(
                                Stream.of("did:web:" + name),
                                Stream.of(uri.getPath().split("/")).filter(s -> !s.isEmpty()),
                                path.stream())
                        .flatMap(segments -> segments)
                        .collect(Collectors.joining(":")));
    }

    /** The address of the document of {@code did}; empty if it does not rest on a host name. */
    static Optional<String> address(String did) {
        var parts = NAME.matcher(did);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var path = parts.group(3).isEmpty() ? "/.well-known" : parts.group(3).replace(':', '/');
        var port = parts.group(2) == null ? "" : ":" + parts.group(2);
        return Optional.of("https://" + parts.group(1) + port + path + "/did.json");
    }

    /** The name of a key of {@code did}, as proofs give it. */
    public static String method(String did, VerificationKey key) {
        return did + "#" + DidKey.multikey(key);
    }

    /** The document of {@code did}: its keys, each good for assertions, and its other names. */
    public static JsonObject document(
            String did, Collection<VerificationKey> keys, Collection<String> otherNames) {
        var methods = JSON.createArrayBuilder();
        var assertions = JSON.createArrayBuilder();
        for (var key : keys) {
            methods.add(
                    JSON.createObjectBuilder()
                            .add("id", method(did, key))
                            .add("type", "Multikey")
                            .add("controller", did)
                            .add("publicKeyMultibase", DidKey.multikey(key)));
            assertions.add(method(did, key));
        }
        return JSON.createObjectBuilder()
                .add(
                        "@context",
                        JSON.createArrayBuilder()
                                .add("https://www.w3.org/ns/did/v1")
                                .add("https://w3id.org/security/multikey/v1"))
                .add("id", did)
                .add("alsoKnownAs", JSON.createArrayBuilder(otherNames))
                .add("verificationMethod", methods)
                .add("assertionMethod", assertions)
                .build();
    }

    /** The same keys as a set of JSON Web Keys, by the names that signatures give them. */
    public static JsonObject keySet(Collection<VerificationKey> keys) {
        var set = JSON.createArrayBuilder();
        keys.forEach(key -> set.add(jwk(key)));
        return JSON.createObjectBuilder().add("keys", set).build();
    }

    /** A key as a JSON Web Key, by the name that signatures give it. */
    public static JsonObject jwk(VerificationKey key) {
        return switch (StrictJson.parse(IssuerKey.of(key).toJson())) {
            case Decided.Accepted<JsonObject>(var jwk) ->
                    JSON.createObjectBuilder(jwk)
                            .add("kid", DidKey.verificationMethod(key))
                            .add("use", "sig")
                            .build();
            case Decided.Refused<JsonObject> refused ->
                    throw new IllegalStateException(refused.reasons().toString());
        };
    }
}
