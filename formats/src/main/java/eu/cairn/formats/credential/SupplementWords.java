package eu.cairn.formats.credential;

import eu.cairn.framework.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The labels of the supplement, in the language of the reader and in that of the awarding body. */
final class SupplementWords {

    private final List<ResourceBundle> bundles;

    SupplementWords(Language reader, Language awardingBody) {
        this.bundles = Stream.of(reader, awardingBody).map(SupplementWords::in).distinct().toList();
    }

    /** The labels in {@code language}, or in English where there are none. */
    private static ResourceBundle in(Language language) {
        return ResourceBundle.getBundle(
                "eu.cairn.formats.credential.supplement",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A label in one language. */
    record Label(String language, String words) {}

    /** The label {@code key}, the reader's first; once where both languages say the same. */
    List<Label> say(String key) {
        var labels = new LinkedHashMap<String, Label>();
        for (var bundle : bundles) {
            var label = label(bundle, key);
            labels.putIfAbsent(label.words(), label);
        }
        return List.copyOf(labels.values());
    }

    /** A label that a language lacks is said in English. */
    private static Label label(ResourceBundle bundle, String key) {
        var isOwn =
                bundle instanceof PropertyResourceBundle own && own.handleGetObject(key) != null;
        return new Label(isOwn ? language(bundle) : "en", bundle.getString(key));
    }

    /** The language that the reader's labels are in. */
    String language() {
        return language(bundles.getFirst());
    }

    private static String language(ResourceBundle bundle) {
        var locale = bundle.getLocale();
        return locale.equals(Locale.ROOT) ? "en" : locale.getLanguage();
    }
}
