package eu.cairn.app.catalogue;

import eu.cairn.framework.Refusal;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The English words for what the catalogue refuses and hints at: what is wrong, and what to do.
 *
 * <p>In the bundle, {@code {0}} stands for the first parameter of a refusal and {@code {place}} for
 * the name of its place. A sentence under {@code code.blank} is used where the first parameter is
 * blank, because a field that is empty asks for other words than one that is wrong.
 */
public final class CatalogueWords {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("eu.cairn.app.catalogue.words", Locale.ENGLISH);

    private static final Pattern PLACE =
            Pattern.compile("([A-Za-z]+)(?:\\[(\\d*)])?(?:\\.([A-Za-z]+))?");

    private CatalogueWords() {}

    /** The codes that have a sentence. */
    public static List<String> codes() {
        return Collections.list(WORDS.getKeys()).stream()
                .filter(key -> !key.startsWith("place.") && !key.endsWith(".blank"))
                .sorted()
                .toList();
    }

    /** One sentence that stands by itself. */
    public static String sentence(Refusal refusal) {
        var words = new ArrayList<Object>(refusal.parameters());
        words.add(place(refusal.place()));
        var pattern =
                WORDS.getString(key(refusal))
                        .replace("{place}", "{" + refusal.parameters().size() + "}");
        return new MessageFormat(pattern, Locale.ENGLISH).format(words.toArray());
    }

    /** The name of a place: {@code Task 2, weight}; a place without a name stands for itself. */
    public static String place(String place) {
        var parts = PLACE.matcher(place);
        if (!parts.matches() || !WORDS.containsKey("place." + parts.group(1))) {
            return place;
        }
        var number = parts.group(2);
        var name = WORDS.getString("place." + parts.group(1));
        if (number != null) {
            name = WORDS.getString("place." + parts.group(1) + ".each");
            name = number.isEmpty() ? name : name + " " + number;
        }
        return parts.group(3) == null
                ? name
                : name + ", " + WORDS.getString("place.part." + parts.group(3));
    }

    private static String key(Refusal refusal) {
        var blank = refusal.code() + ".blank";
        boolean nothingTyped =
                !refusal.parameters().isEmpty() && refusal.parameters().getFirst().isBlank();
        return nothingTyped && WORDS.containsKey(blank) ? blank : refusal.code();
    }
}
