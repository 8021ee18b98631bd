package eu.cairn.app.catalogue;

import eu.cairn.framework.MultilingualText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * What stands for the words of a text in the catalogue, and the question that finds them. Each word
 * is there without its accents ({@code ~formacion}) and, in a language that has stems, as the stem
 * of the word with its accents and without ({@code =form}): whoever leaves accents out finds both.
 * A stem does not say its language: most words have the same in several, and a question has to go
 * through each list of its forms.
 */
@Component
class CatalogueWords {

    private final StemStore stems;

    CatalogueWords(StemStore stems) {
        this.stems = stems;
    }

    /** What stands for the words of a text in all its languages. */
    Set<String> of(MultilingualText text) {
        var found = new LinkedHashSet<String>();
        text.byLanguage().forEach((language, words) -> found.addAll(of(language.tag(), words)));
        return found;
    }

    /** What stands for the words of a text in one language. */
    Set<String> of(String tag, String text) {
        var language = language(tag);
        var words = PlainWords.of(text);
        var found = new LinkedHashSet<String>();
        words.forEach(word -> found.add("~" + PlainWords.fold(word)));
        if (stems.knows(language)) {
            var asWritten = stems.of(language, words);
            var folded = words.stream().map(PlainWords::fold).toList();
            var bare = stems.of(language, folded);
            words.forEach(word -> add(found, asWritten, word));
            folded.forEach(word -> add(found, bare, word));
        }
        return found;
    }

    private static void add(Set<String> found, Map<String, Optional<String>> stems, String word) {
        stems.getOrDefault(word, Optional.empty())
                .ifPresent(stem -> found.add("=" + PlainWords.fold(stem)));
    }

    /**
     * The question for texts that hold all words, each in a form of any of the languages, as a
     * tsquery; empty where there are no words. What is a stop word of a language needs not be held
     * where all others are in that language.
     */
    Optional<String> question(List<String> words, Collection<String> languages) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var forms = new LinkedHashMap<String, Set<String>>();
        words.forEach(word -> formsOf(word, forms));
        var ways = new LinkedHashSet<String>();
        for (var language : new TreeSet<>(languages)) {
            if (stems.knows(language)) {
                var stemmed = inLanguage(words, language);
                stemmed.forEach((word, some) -> formsOf(word, forms).addAll(some));
                if (!stemmed.isEmpty() && stemmed.size() < forms.size()) {
                    ways.add(all(stemmed.values()));
                }
            }
        }
        ways.add(all(forms.values()));
        return Optional.of(String.join(" | ", ways));
    }

    private static Set<String> formsOf(String word, Map<String, Set<String>> forms) {
        return forms.computeIfAbsent(word, CatalogueWords::plainForm);
    }

    private static Set<String> plainForm(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add("~" + PlainWords.fold(word));
        return forms;
    }

    /** The forms of all words but the stop words of the language. */
    private Map<String, Set<String>> inLanguage(List<String> words, String language) {
        var needed = new LinkedHashMap<String, Set<String>>();
        var asWritten = stems.of(language, words);
        for (var word : words) {
            var folded = PlainWords.fold(word);
            var forms = plainForm(word);
            add(forms, asWritten, word);
            if (forms.size() > 1) {
                add(forms, stems.of(language, List.of(folded)), folded);
                needed.put(word, forms);
            }
        }
        return needed;
    }

    /** The question for texts that hold a word without its accents. */
    static String plain(String folded) {
        return "'~" + folded + "'";
    }

    /** Words are letters and digits alone, so that none can end the quotes it stands in. */
    private static String all(Collection<Set<String>> needed) {
        var parts =
                needed.stream()
                        .map(forms -> "('" + String.join("' | '", forms) + "')")
                        .distinct()
                        .toList();
        return "(" + String.join(" & ", parts) + ")";
    }

    /** The language of a tag, without region or script. */
    static String language(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
