package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A published list of recognised awarding bodies: a compact JSON Web Signature (RFC 7515) of the
 * type {@code trust-list+jwt}, signed by a publisher whose key was pinned beforehand. What it holds
 * is described in {@code docs/trust-lists.md}.
 *
 * <p>A list with an entry that cannot be understood is refused as a whole, with the place of each
 * such entry: {@code verification.list-malformed}.
 *
 * @param id what the list is known by across its versions
 * @param reference how a check names it
 * @param byIdentifier its entries by each identifier that they have
 */
public record TrustList(
        String id, ListReference reference, Map<String, TrustedIssuer> byIdentifier) {

    public static final String MEDIA_TYPE = "trust-list+jwt";

    /** No content within the bounds of {@link StrictJson} makes a larger file. */
    private static final int MAX_BYTES = 2 << 20;

    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,8}");

    private static final Set<String> TOO_LARGE =
            Set.of("format.too-large", "format.too-many-elements");

    private static final int MOST_REASONS = 20;

    public TrustList {
        byIdentifier = Map.copyOf(byIdentifier);
    }

    /**
     * Who publishes lists, as an operator has pinned it.
     *
     * @param name what the operator calls it
     */
    public record Publisher(String name, IssuerKey key) {

        public static Publisher of(String name, Signer signer) {
            return new Publisher(name, IssuerKey.of(signer.publicKey()));
        }
    }

    public Optional<TrustedIssuer> issuer(String identifier) {
        return Optional.ofNullable(byIdentifier.get(identifier));
    }

    /** How many bodies stand in it. */
    public long size() {
        return byIdentifier.values().stream().distinct().count();
    }

    /** The list in {@code file}, if one of {@code pinned} signed it. */
    public static Decided<TrustList> read(byte[] file, List<Publisher> pinned) {
        if (file.length > MAX_BYTES) {
            return tooLarge();
        }
        var token = new String(file, StandardCharsets.UTF_8).strip();
        return switch (CompactJws.read(token)) {
            case Decided.Refused<CompactJws> refused -> refused("verification.list-not-signed", "");
            case Decided.Accepted<CompactJws>(var jws) -> signed(jws, pinned);
        };
    }

    private static Decided<TrustList> signed(CompactJws jws, List<Publisher> pinned) {
        if (!Members.text(jws.header(), "typ").equals(Optional.of(MEDIA_TYPE))
                || !jws.isSupported()) {
            return refused("verification.list-not-signed", "");
        }
        var publisher = pinned.stream().filter(one -> jws.isSignedBy(one.key())).findFirst();
        if (publisher.isEmpty()) {
            return refused(
                    "verification.list-publisher-not-pinned",
                    "",
                    Members.text(jws.header(), "kid").orElse("–"));
        }
        return switch (jws.table()) {
            case Decided.Refused<JsonObject>(var reasons) ->
                    TOO_LARGE.contains(reasons.getFirst().code())
                            ? tooLarge()
                            : refused("verification.list-malformed", "");
            case Decided.Accepted<JsonObject>(var list) -> read(list, publisher.get());
        };
    }

    private static Decided<TrustList> read(JsonObject list, Publisher publisher) {
        var reasons = new ArrayList<Refusal>();
        var id = stated(list, "id", reasons);
        var name = stated(list, "name", reasons);
        var date = day(list, "date", reasons);
        var next = day(list, "nextUpdate", reasons);
        var entries = Members.items(list, "entries").toList();
        if (entries.isEmpty()) {
            malformed("entries", reasons);
        }
        if (!reasons.isEmpty()) {
            return Decided.refused(reasons);
        }
        var reference = new ListReference(name, publisher.name(), date, next);
        var byIdentifier = new HashMap<String, TrustedIssuer>();
        for (int i = 0; i < entries.size(); i++) {
            var place = "entries[" + i + "]";
            var entry =
                    entries.get(i) instanceof JsonObject object
                            ? withDomains(object).flatMap(TrustEntry::read)
                            : Optional.<TrustedIssuer>empty();
            if (entry.isEmpty()) {
                TrustEntry.places(place, entries.get(i)).forEach(at -> malformed(at, reasons));
                continue;
            }
            if (claimed(entry.get(), byIdentifier)) {
                malformed(place, reasons);
                continue;
            }
            var listed = entry.get().from(reference);
            listed.ids().forEach(identifier -> byIdentifier.put(identifier, listed));
        }
        return reasons.isEmpty()
                ? Decided.accepted(new TrustList(id, reference, byIdentifier))
                : Decided.refused(reasons.stream().limit(MOST_REASONS).toList());
    }

    private static void malformed(String place, List<Refusal> reasons) {
        reasons.add(Refusal.of("verification.list-malformed", place));
    }

    private static boolean claimed(TrustedIssuer entry, Map<String, TrustedIssuer> others) {
        return entry.ids().stream().anyMatch(others::containsKey);
    }

    /** A body with a domain is known by the identifiers that only who holds the domain can have. */
    private static Optional<JsonObject> withDomains(JsonObject entry) {
        if (!entry.containsKey("domains")) {
            return Optional.of(entry);
        }
        var domains = Members.texts(entry, "domains");
        if (domains.isEmpty() || domains.size() != Members.items(entry, "domains").count()) {
            return Optional.empty();
        }
        var ids = JSON.createArrayBuilder();
        Members.items(entry, "ids").forEach(ids::add);
        for (var stated : domains) {
            var domain = stated.toLowerCase(Locale.ROOT);
            if (!DOMAIN.matcher(domain).matches()) {
                return Optional.empty();
            }
            ids.add("did:web:" + domain);
            ids.add("https://" + domain);
            ids.add("https://" + domain + "/");
        }
        return Optional.of(JSON.createObjectBuilder(entry).add("ids", ids).build());
    }

    private static String stated(JsonObject list, String member, List<Refusal> reasons) {
        var text = Members.text(list, member).filter(one -> !one.isBlank() && one.length() <= 300);
        if (text.isEmpty()) {
            malformed(member, reasons);
        }
        return text.orElse("");
    }

    private static LocalDate day(JsonObject list, String member, List<Refusal> reasons) {
        var day = Members.text(list, member).flatMap(Members::day);
        if (day.isEmpty()) {
            malformed(member, reasons);
        }
        return day.orElse(LocalDate.EPOCH);
    }

    private static Decided<TrustList> tooLarge() {
        return refused(
                "verification.list-too-large",
                "",
                StrictJson.MAX_BYTES >> 20,
                StrictJson.MAX_PARTS_OF_TABLES);
    }

    private static Decided<TrustList> refused(String code, String place, Object... parameters) {
        return Decided.refused(Refusal.of(code, place, parameters));
    }

    /** The signed list over exactly the characters of {@code payload}. */
    public static String sign(String payload, Signer signer) {
        return CredentialToken.sign(payload, MEDIA_TYPE, signer);
    }
}
