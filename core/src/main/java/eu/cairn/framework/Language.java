package eu.cairn.framework;

/** A language by its BCP 47 tag, such as {@code it} or {@code sr-Latn}. */
public record Language(String tag) implements Comparable<Language> {

    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new IllegalArgumentException("not a language tag: " + tag);
        }
    }

    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
