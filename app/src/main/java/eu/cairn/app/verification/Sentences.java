package eu.cairn.app.verification;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences on verification in one language ({@code words_de.properties} and the others). */
final class Sentences {

    private final Locale language;
    private final ResourceBundle words;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Sentences(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("eu.cairn.app.verification.words", language);
    }

    Locale language() {
        return language;
    }

    List<String> keys() {
        return Collections.list(words.getKeys()).stream().sorted().toList();
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    /** As it stands there, without anything to be filled in. */
    String plain(String key) {
        return words.getString(key);
    }

    String filled(String key, Object... with) {
        var format =
                formats.computeIfAbsent(
                        key, of -> new MessageFormat(words.getString(of), language));
        return ((MessageFormat) format.clone()).format(with); // one is for one thread
    }
}
