package eu.cairn.app.verification;

import eu.cairn.app.credential.LossJson;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Refusal;
import java.util.List;

/**
 * A format as it is offered.
 *
 * @param code its name for machines
 * @param mediaType the type that it travels under
 * @param address where the signed document is
 * @param available false where, before anybody asked for this format, the award was revoked or
 *     others may have had the key that signed it
 * @param lacking what it demands and the award does not state; while there is any, it is not
 *     written
 * @param unfit why what the award states does not fit it; while there is any reason, it is not
 *     written
 * @param stated how many parts the credential states
 * @param losses those of them that whoever receives the document does not get as they are
 * @param withoutSealOf the bodies that award jointly and are only named in it, because it has room
 *     for one seal
 */
public record OfferedFormat(
        String code,
        String mediaType,
        String address,
        boolean available,
        List<String> lacking,
        List<Reason> unfit,
        int stated,
        List<LossJson> losses,
        List<String> withoutSealOf) {

    /**
     * Why an award does not fit a format.
     *
     * @param code stable, for machines
     * @param detail the sentence for people
     */
    public record Reason(String code, String detail) {

        static Reason of(Refusal refusal) {
            return new Reason(refusal.code(), Words.of(refusal));
        }
    }

    /** Whether the award can be had in it now. */
    public boolean isHad() {
        return available && lacking.isEmpty() && unfit.isEmpty();
    }

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

    /** How many parts any software that reads the format gets as they are. */
    public int understood() {
        return stated - losses.size();
    }

    /** The names of the parts that are carried in own terms only. */
    public List<String> ownTerms() {
        return parts(LossJson.OWN_TERMS);
    }

    /** The names of the parts that are words to read. */
    public List<String> words() {
        return parts(LossJson.AS_TEXT);
    }

    /** The names of the parts that are left out. */
    public List<String> leftOut() {
        return parts(LossJson.DROPPED);
    }

    private List<String> parts(String carried) {
        return losses.stream()
                .filter(loss -> loss.carried().equals(carried))
                .map(loss -> Words.name("credential", "part." + loss.part()))
                .toList();
    }
}
