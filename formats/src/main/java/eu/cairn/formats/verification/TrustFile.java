package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A trust registry as a JSON file: {@code {"name": …, "issuers": [{"ids": […], "legalName": …,
 * "country": "IT", "source": …, "validFrom": "2020-01-01", "place"?, "url"?, "validUntil"?,
 * "statusListPrefix"?, "demo"?, "mayAward"?: {"eqfLevels": […], "kinds": […]}, "keys"?: [{"id": …,
 * "publicKeyMultibase" or "publicKeyJwk": …}]}]}}.
 *
 * <p>A file with an entry that cannot be understood is refused as a whole, {@code
 * trust.file-malformed}, with the place of each such entry.
 */
public record TrustFile(String name, List<TrustedIssuer> issuers) implements TrustRegistry {

    public TrustFile {
        issuers = List.copyOf(issuers);
    }

    @Override
    public Optional<TrustedIssuer> issuer(String id) {
        return issuers.stream().filter(issuer -> issuer.ids().contains(id)).findFirst();
    }

    public static Decided<TrustFile> read(byte[] file) {
        return StrictJson.parseTable(file).then(TrustFile::read);
    }

    private static Decided<TrustFile> read(JsonObject file) {
        var issuers = new ArrayList<TrustedIssuer>();
        var refusals = new ArrayList<Refusal>();
        var entries = Members.items(file, "issuers").toList();
        for (int i = 0; i < entries.size(); i++) {
            var issuer =
                    entries.get(i) instanceof JsonObject entry
                            ? issuer(entry)
                            : Optional.<TrustedIssuer>empty();
            if (issuer.isPresent()) {
                issuers.add(issuer.get());
            } else {
                refusals.add(Refusal.of("trust.file-malformed", "issuers[" + i + "]"));
            }
        }
        var name = Members.text(file, "name");
        if (name.isEmpty()) {
            refusals.add(Refusal.of("trust.file-malformed", "name"));
        }
        return refusals.isEmpty()
                ? Decided.accepted(new TrustFile(name.orElseThrow(), issuers))
                : Decided.refused(refusals);
    }

    /** One entry, if it can be understood. */
    static Optional<TrustedIssuer> issuer(JsonObject entry) {
        var keys = keys(entry);
        var compromised = compromised(entry);
        var country = Members.text(entry, "country");
        var from = Members.text(entry, "validFrom").flatMap(Members::day);
        var name = Members.text(entry, "legalName");
        var source = Members.text(entry, "source");
        var scope = TrustScope.read(entry);
        if (!isReadable(entry)
                || keys.isEmpty()
                || scope.isEmpty()
                || compromised.isEmpty()
                || country.isEmpty()
                || from.isEmpty()
                || name.isEmpty()
                || source.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
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
                            Members.text(entry, "statusListPrefix"),
                            JsonValue.TRUE.equals(entry.get("demo")),
                            scope.get(),
                            Optional.empty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is stated and cannot be read must not be taken for not stated. */
    private static boolean isReadable(JsonObject entry) {
        var ids = Members.items(entry, "ids").toList();
        return Stream.of("place", "url", "statusListPrefix")
                        .allMatch(
                                name ->
                                        !entry.containsKey(name)
                                                || Members.text(entry, name).isPresent())
                && (!entry.containsKey("validUntil")
                        || Members.text(entry, "validUntil").flatMap(Members::day).isPresent())
                && (!entry.containsKey("demo")
                        || JsonValue.TRUE.equals(entry.get("demo"))
                        || JsonValue.FALSE.equals(entry.get("demo")))
                && ids.size() == Members.texts(entry, "ids").size()
                && Stream.of("keys", "compromisedKeys").allMatch(name -> isList(entry, name));
    }

    private static boolean isList(JsonObject entry, String name) {
        return !entry.containsKey(name)
                || (entry.get(name) instanceof JsonArray all
                        && all.stream().allMatch(JsonObject.class::isInstance));
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

    /** The text of the file, in the order of the entries. */
    public String write() {
        var entries = JSON.createArrayBuilder();
        issuers.forEach(issuer -> entries.add(entry(issuer)));
        var file = JSON.createObjectBuilder().add("name", name).add("issuers", entries).build();
        var text = new StringWriter();
        try (var writer =
                JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(text)) {
            writer.write(file);
        }
        return text.toString().strip() + "\n";
    }

    private static JsonObject entry(TrustedIssuer issuer) {
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
        issuer.statusListPrefix().ifPresent(prefix -> entry.add("statusListPrefix", prefix));
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
