package eu.cairn.app.credential;

import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.formats.credential.CredentialFormat.Loss;
import java.util.List;

/**
 * One line of a loss report, as it is kept and sent.
 *
 * @param part the code of the part of the credential
 * @param carried {@code as-text} or {@code dropped}
 * @param where the member or page that holds the words; empty where it is dropped
 */
public record LossJson(String part, String carried, String where) {

    public static List<LossJson> of(List<Loss> losses) {
        return losses.stream().map(LossJson::of).toList();
    }

    private static LossJson of(Loss loss) {
        return switch (loss.carriage()) {
            case Carriage.AsText(var where) -> new LossJson(loss.part().code(), "as-text", where);
            case Carriage.Dropped dropped -> new LossJson(loss.part().code(), "dropped", "");
            case Carriage.Exactly exactly ->
                    throw new IllegalArgumentException("no loss: " + loss.part());
        };
    }
}
