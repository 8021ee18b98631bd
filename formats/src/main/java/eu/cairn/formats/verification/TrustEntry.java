package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a {@link TrustFile} and a {@link TrustList} write down one awarding body. */
final class TrustEntry {

    private static final String SUSPENSIONS = "suspensionLists";

    private TrustEntry() {}

    /** The body, if the entry can be understood. */
    static Optional<TrustedIssuer> read(JsonValue entry) {
        return entry instanceof JsonObject object ? read(object) : Optional.empty();
    }

    private static Optional<TrustedIssuer> read(JsonObject entry) {
        var keys = keys(entry);
        var compromised = compromised(entry);
        var country = Members.text(entry, "country");
        var from = Members.text(entry, "validFrom").flatMap(Members::day);
        var name = Members.text(entry, "legalName");
        var source = Members.text(entry, "source");
        var scope = TrustScope.read(entry);
        if (!unread(entry).isEmpty()
                || keys.isEmpty()
                || scope.isEmpty()
                || compromised.isEmpty()
                || country.isEmpty()
                || from.isEmpty()
                || name.isEmpty()
                || source.isEmpty()) {
            return Optional.empty();
        }
        var prefix = Members.text(entry, "statusListPrefix");
        try {
            var issuer =
                    new TrustedIssuer(
                            Set.copyOf(Members.texts(entry, "ids")),
                            name.get(),
                            new Country(country.get()),
                            Members.text(entry, "place"),
                            Members.text(entry, "url"),
                            source.get(),
                            from.get(),
                            Members.text(entry, "validUntil").flatMap(Members::day),
                            keys.get(),
                            compromised.get(),
                            prefix,
                            isTrue(entry, "demo"),
                            scope.get(),
                            Optional.empty());
            return Optional.of(
                    entry.containsKey(SUSPENSIONS)
                            ? issuer.withSuspensionLists(isTrue(entry, SUSPENSIONS))
                            : issuer);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where {@code entry}, which cannot be understood, has what cannot be read. */
    static List<String> places(String place, JsonValue entry) {
        var members = entry instanceof JsonObject object ? unread(object) : List.<String>of();
        return members.isEmpty()
                ? List.of(place)
                : members.stream().map(member -> place + "." + member).toList();
    }

    /** What is stated and cannot be read must not be taken for not stated. */
    private static List<String> unread(JsonObject entry) {
        return entry.keySet().stream().filter(member -> !isReadable(entry, member)).toList();
    }

    private static boolean isReadable(JsonObject entry, String member) {
        return switch (member) {
            case "place", "url", "statusListPrefix" -> Members.text(entry, member).isPresent();
            case "validUntil" -> Members.text(entry, member).flatMap(Members::day).isPresent();
            case "demo" -> isBoolean(entry, member);
            case SUSPENSIONS ->
                    isBoolean(entry, member)
                            && (!isTrue(entry, member)
                                    || Members.text(entry, "statusListPrefix")
                                            .filter(prefix -> prefix.endsWith("/"))
                                            .isPresent());
            case "ids" ->
                    Members.items(entry, member).count() == Members.texts(entry, member).size();
            case "keys", "compromisedKeys" -> isList(entry, member);
            default -> true;
        };
    }

    private static boolean isTrue(JsonObject entry, String member) {
        return JsonValue.TRUE.equals(entry.get(member));
    }

    private static boolean isBoolean(JsonObject entry, String member) {
        return isTrue(entry, member) || JsonValue.FALSE.equals(entry.get(member));
    }

    private static boolean isList(JsonObject entry, String name) {
        return entry.get(name) instanceof JsonArray all
                && all.stream().allMatch(JsonObject.class::isInstance);
    }

    private static Optional<Map<String, IssuerKey>> keys(JsonObject entry) {
        var keys = new HashMap<String, IssuerKey>();
        for (var key : Members.objects(entry, "keys")) {
            var id = Members.text(key, "id");
            var read = key(key);
            if (id.isEmpty() || read.isEmpty()) {
                return Optional.empty();
            }
            keys.put(id.get(), read.get());
        }
        return Optional.of(keys);
    }

    /** A list that says of a key that it is compromised and not since when is not relied on. */
    private static Optional<Map<IssuerKey, Instant>> compromised(JsonObject entry) {
        var stated = Members.items(entry, "compromisedKeys").toList();
        var keys = new HashMap<IssuerKey, Instant>();
        for (var one : stated) {
            var key = one instanceof JsonObject of ? key(of) : Optional.<IssuerKey>empty();
            var since =
                    one instanceof JsonObject of
                            ? Members.text(of, "since").flatMap(Members::instant)
                            : Optional.<Instant>empty();
            if (key.isEmpty() || since.isEmpty()) {
                return Optional.empty();
            }
            keys.merge(key.get(), since.get(), (a, b) -> a.isBefore(b) ? a : b);
        }
        return Optional.of(keys);
    }

    private static Optional<IssuerKey> key(JsonObject key) {
        return Members.text(key, "publicKeyMultibase")
                .flatMap(DidKey::fromMultikey)
                .map(IssuerKey::of)
                .or(
                        () ->
                                Members.object(key, "publicKeyJwk")
                                        .flatMap(jwk -> IssuerKey.ofJwk(jwk.toString())));
    }

    /** The entry of {@code issuer}. */
    static JsonObject json(TrustedIssuer issuer) {
        var entry =
                JSON.createObjectBuilder()
                        .add(
                                "ids",
                                JSON.createArrayBuilder(issuer.ids().stream().sorted().toList()))
                        .add("legalName", issuer.legalName())
                        .add("country", issuer.country().code())
                        .add("source", issuer.source())
                        .add("validFrom", issuer.validFrom().toString());
        issuer.place().ifPresent(place -> entry.add("place", place));
        issuer.url().ifPresent(url -> entry.add("url", url));
        issuer.validUntil().ifPresent(day -> entry.add("validUntil", day.toString()));
        issuer.statusListPrefix()
                .ifPresent(
                        prefix ->
                                entry.add("statusListPrefix", prefix)
                                        .add(SUSPENSIONS, issuer.suspensionLists()));
        if (!issuer.keys().isEmpty()) {
            var keys = JSON.createArrayBuilder();
            issuer.keys().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(key -> keys.add(key(key.getKey(), key.getValue())));
            entry.add("keys", keys);
        }
        if (!issuer.compromised().isEmpty()) {
            var compromised = JSON.createArrayBuilder();
            issuer.compromised().entrySet().stream()
                    .sorted(
                            Map.Entry.<IssuerKey, Instant>comparingByValue()
                                    .thenComparing(one -> one.getKey().thumbprint()))
                    .forEach(
                            one ->
                                    compromised.add(
                                            key(one.getKey())
                                                    .add("since", one.getValue().toString())));
            entry.add("compromisedKeys", compromised);
        }
        if (issuer.demo()) {
            entry.add("demo", true);
        }
        issuer.scope().ifPresent(scope -> entry.add("mayAward", TrustScope.json(scope)));
        return entry.build();
    }

    private static JsonObject key(String id, IssuerKey key) {
        return JSON.createObjectBuilder().add("id", id).addAll(key(key)).build();
    }

    private static JsonObjectBuilder key(IssuerKey key) {
        var object = JSON.createObjectBuilder();
        key.verificationKey()
                .ifPresentOrElse(
                        of -> object.add("publicKeyMultibase", DidKey.multikey(of)),
                        () -> object.add("publicKeyJwk", jwk(key)));
        return object;
    }

    private static JsonObject jwk(IssuerKey key) {
        return switch (StrictJson.parse(key.toJson())) {
            case Decided.Accepted<JsonObject>(var jwk) -> jwk;
            case Decided.Refused<JsonObject> refused ->
                    throw new IllegalStateException(refused.reasons().toString());
        };
    }
}
