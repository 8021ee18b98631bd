package eu.cairn.framework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same words in one or more languages, of which the first is authoritative: translations help
 * to read and never change the meaning.
 */
public record MultilingualText(Map<Language, String> byLanguage) {

    public MultilingualText {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text has at least one language");
        }
        for (var text : byLanguage.values()) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a text is not blank");
            }
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static MultilingualText of(Language language, String text) {
        return new MultilingualText(Map.of(language, text));
    }

    public static MultilingualText english(String text) {
        return of(Language.ENGLISH, text);
    }

    /** This text and its translation; the authoritative language stays the first. */
    public MultilingualText and(Language language, String translation) {
        var all = new LinkedHashMap<>(byLanguage);
        all.put(language, translation);
        return new MultilingualText(all);
    }

    public Language authoritativeLanguage() {
        return byLanguage.keySet().iterator().next();
    }

    public String authoritative() {
        return byLanguage.values().iterator().next();
    }

    public Optional<String> in(Language language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** The text in {@code language}, or the authoritative one. */
    public String best(Language language) {
        return in(language).orElse(authoritative());
    }

    /** Every language but the authoritative one. */
    public List<Map.Entry<Language, String>> translations() {
        return new ArrayList<>(byLanguage.entrySet()).subList(1, byLanguage.size());
    }

    /** Two texts are equal when they say the same, with the same language first. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MultilingualText that
                && List.copyOf(byLanguage.entrySet())
                        .equals(List.copyOf(that.byLanguage.entrySet()));
    }

    @Override
    public int hashCode() {
        return byLanguage.hashCode();
    }

    @Override
    public String toString() {
        return authoritative();
    }
}
