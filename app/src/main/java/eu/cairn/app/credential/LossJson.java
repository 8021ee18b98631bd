package eu.cairn.app.credential;

import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.formats.credential.CredentialFormat.Loss;
import java.util.List;

/**
 * One line of a loss report, as it is kept and sent.
 *
 * @param part the code of the part of the credential
 * @param carried {@code own-terms} where it is carried exactly and other software passes over it,
 *     {@code as-text} where people read it, or {@code dropped}
 * @param where the member or page that holds it or the words; empty where it is dropped
 * @param exactly of words, the member that holds it exactly in terms of Cairn's own; empty if none
 *     does
 */
public record LossJson(String part, String carried, String where, String exactly) {

    public static final String OWN_TERMS = "own-terms";
    public static final String AS_TEXT = "as-text";
    public static final String DROPPED = "dropped";

    public static List<LossJson> of(List<Loss> losses) {
        return losses.stream().map(LossJson::of).toList();
    }

    private static LossJson of(Loss loss) {
        var part = loss.part().code();
        return switch (loss.carriage()) {
            case Carriage.OwnTerms(var where) -> new LossJson(part, OWN_TERMS, where, "");
            case Carriage.AsText(var where, var exactly) ->
                    new LossJson(part, AS_TEXT, where, exactly.orElse(""));
            case Carriage.Dropped dropped -> new LossJson(part, DROPPED, "", "");
            case Carriage.Exactly exactly ->
                    throw new IllegalArgumentException("no loss: " + loss.part());
        };
    }
}
