package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.RecentlyUsed;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * Reads status lists and verifies their seals, each text only once for the keys that its issuer is
 * known by: one list stands behind very many credentials.
 *
 * <p>Only what was found intact is kept, and nothing that depends on the time. Safe for use by
 * several threads.
 */
final class SealedLists {

    /** As many lists are kept. */
    private static final int KEPT = 64;

    /** A list of more characters than these is read anew each time. */
    private static final int LARGEST_KEPT = 1 << 18;

    private final DataIntegrity integrity;
    private final Map<Named, SealedList> intact = RecentlyUsed.atMost(KEPT);

    SealedLists(DataIntegrity integrity) {
        this.integrity = integrity;
    }

    /**
     * What a text says, and whether who it comes from is known.
     *
     * @param seal by the keys of the issuer that was asked about
     * @param bits the places; refused where the text states none that can be read
     */
    record SealedList(JsonObject json, Seal seal, Decided<StatusList> bits) {}

    private record Named(String text, TrustedIssuer issuer) {}

    /** The list that {@code text} is, sealed by {@code issuer} or not; empty if it is no JSON. */
    Optional<SealedList> read(String text, TrustedIssuer issuer) {
        var name = new Named(text, issuer);
        var known = intact.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!(StrictJson.parse(text) instanceof Decided.Accepted<JsonObject>(var json))) {
            return Optional.empty();
        }
        var keys = Optional.of(issuer);
        var seal = Seal.of(integrity.verify(json, method -> Keyring.find(method, keys)));
        var list = new SealedList(json, seal, StatusList.read(json));
        if (seal instanceof Seal.Intact && text.length() <= LARGEST_KEPT) {
            intact.put(name, list);
        }
        return Optional.of(list);
    }
}
