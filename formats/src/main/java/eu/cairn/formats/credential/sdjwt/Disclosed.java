package eu.cairn.formats.credential.sdjwt;

import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What an SD-JWT says once its disclosures stand in their places.
 *
 * @param claims the claims in the clear and those disclosed, nothing of the mechanism left
 * @param hashAlgorithm the hash that places and disclosures are matched by, as Java names it
 * @param withheld how many places are left without a disclosure; decoys count as well
 */
public record Disclosed(JsonObject claims, String hashAlgorithm, int withheld) {

    /**
     * Puts {@code disclosures} into {@code payload}, or says why that gives no reading on which
     * everybody would agree (RFC 9901, section 7.1).
     *
     * <p>Refused with {@code format.disclosure-malformed} is a disclosure that is none, with {@code
     * format.disclosure-unfounded} one that nothing in the payload refers to, that is of the wrong
     * kind, or whose name is taken, forbidden or one of those that are never selectively disclosed
     * (SD-JWT VC), with {@code format.sd-jwt-malformed} a payload that misuses the reserved names
     * or refers to anything twice; with {@code format.too-many-elements} more than {@value
     * Disclosing#MAX_PLACES} places or {@value Disclosing#MAX_VALUES} disclosed values.
     */
    public static Decided<Disclosed> of(JsonObject payload, List<String> disclosures) {
        return Disclosing.of(payload, disclosures);
    }
}
