package eu.cairn.formats.credential.sdjwt;

import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A selectively disclosable JWT as it is sent (RFC 9901, section 4): the issuer's token, what the
 * holder discloses of it, and, where the holder proves to hold it, a token of the holder's own.
 *
 * @param issuerToken the compact token that the issuer signed
 * @param disclosures as they are encoded
 * @param keyBinding the compact token that the holder signed
 */
public record SdJwt(String issuerToken, List<String> disclosures, Optional<String> keyBinding) {

    /** What the header of such a credential says it is (SD-JWT VC, {@code typ}). */
    public static final String TYPE = "dc+sd-jwt";

    /** More are not read. */
    public static final int MAX_DISCLOSURES = 500;

    public SdJwt {
        disclosures = List.copyOf(disclosures);
    }

    /** The parts of {@code text}, or why it has none; nothing is checked but their number. */
    public static Decided<SdJwt> parse(String text) {
        if (text.length() > StrictJson.MAX_BYTES) {
            return Decided.refused(StrictJson.TOO_LARGE);
        }
        var parts = Arrays.asList(text.split("~", -1));
        if (parts.size() < 2) {
            return refused("format.sd-jwt-malformed");
        }
        var disclosures = parts.subList(1, parts.size() - 1);
        if (disclosures.size() > MAX_DISCLOSURES) {
            return Decided.refused(Refusal.of("format.too-many-disclosures", "", MAX_DISCLOSURES));
        }
        if (parts.getFirst().isEmpty() || disclosures.stream().anyMatch(String::isEmpty)) {
            return refused("format.sd-jwt-malformed");
        }
        return Decided.accepted(
                new SdJwt(
                        parts.getFirst(),
                        disclosures,
                        Optional.of(parts.getLast()).filter(last -> !last.isEmpty())));
    }

    private static <T> Decided<T> refused(String code) {
        return Decided.refused(Refusal.of(code, ""));
    }

    /** What the issuer's token holds; its signature is not looked at. */
    Decided<JsonObject> payload() {
        var parts = issuerToken.split("\\.", -1);
        return parts.length == 3
                ? StrictJson.parse(new Base64URL(parts[1]).decode())
                : refused("format.sd-jwt-malformed");
    }

    /** Everything but the holder's token: what that token's {@code sd_hash} is over. */
    public String withoutKeyBinding() {
        var text = new StringBuilder(issuerToken).append('~');
        disclosures.forEach(disclosure -> text.append(disclosure).append('~'));
        return text.toString();
    }
}
