package eu.cairn.app.verification;

import eu.cairn.app.credential.LossJson;
import eu.cairn.app.web.Words;
import java.util.List;

/**
 * A format as it is offered.
 *
 * @param code its name for machines
 * @param mediaType the type that it travels under
 * @param address where the signed document is
 * @param available false where the award was revoked before anybody asked for this format
 * @param lacking what it demands and the award does not state; while there is any, it is not
 *     written
 * @param losses what it does not carry as it is
 * @param withoutSealOf the bodies that award jointly and are only named in it, because it has room
 *     for one seal
 */
public record OfferedFormat(
        String code,
        String mediaType,
        String address,
        boolean available,
        List<String> lacking,
        List<LossJson> losses,
        List<String> withoutSealOf) {

    public String name() {
        return Words.name("credential", "format." + code);
    }

    public String purpose() {
        return Words.name("credential", "format." + code + ".for");
    }

    /** The names of the parts that are lacking. */
    public List<String> lackingParts() {
        return lacking.stream().map(part -> Words.name("credential", "part." + part)).toList();
    }

    /** The names of the parts that are carried in this way. */
    public List<String> parts(String carried) {
        return losses.stream()
                .filter(loss -> loss.carried().equals(carried))
                .map(loss -> Words.name("credential", "part." + loss.part()))
                .toList();
    }
}
