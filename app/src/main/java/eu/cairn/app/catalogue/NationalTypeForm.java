package eu.cairn.app.catalogue;

import eu.cairn.framework.NationalTypeDraft;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the forms of the page of national types.
 *
 * @param draft the type to be registered, as it was typed
 * @param ending the type that was to be ended, if one was
 */
public record NationalTypeForm(NationalTypeDraft draft, Optional<Ending> ending) {

    /** The end of a type as it was typed. */
    public record Ending(UUID type, String from, String reason) {}

    /** The end that was typed for a type, if it was this one. */
    public Optional<Ending> ending(RegisteredType of) {
        return ending.filter(one -> one.type().equals(of.id()));
    }

    static NationalTypeDraft typed(MultiValueMap<String, String> fields) {
        return new NationalTypeDraft(
                text(fields, "code"),
                text(fields, "name"),
                text(fields, "language"),
                text(fields, "country"),
                text(fields, "creditsLeast"),
                text(fields, "creditsMost"),
                fields.getOrDefault("levels", List.of()),
                text(fields, "nationalLevels").lines().toList(),
                text(fields, "law"),
                text(fields, "lawAddress"),
                text(fields, "from"),
                text(fields, "until"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
