package eu.cairn.app.web;

import eu.cairn.app.account.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What surrounds the content of every page: who is there, where they are, where they can go.
 *
 * @param title of the page, as a browser's tab shows it
 * @param person who has signed in
 * @param standing in which role and for whom they act, in words
 * @param nav the main sections open to them
 * @param demo whether this is a demo, which every page then says
 * @param csrf the token that each form sends along
 * @param notice what was just done, shown once
 * @param reader in whose language it is written
 * @param languages the same page in the others, where it is written in several
 */
public record Page(
        String title,
        Optional<Person> person,
        String standing,
        List<Section> nav,
        boolean demo,
        String csrf,
        Optional<String> notice,
        Reader reader,
        List<Translation> languages) {

    /** A main section; {@code here} marks the one the page belongs to. */
    public record Section(String href, String label, boolean here) {}

    /** The page in a language, by its tag; {@code here} marks the one it is shown in. */
    public record Translation(String href, String tag, String label, boolean here) {}

    /** A page in English only. */
    public Page(
            String title,
            Optional<Person> person,
            String standing,
            List<Section> nav,
            boolean demo,
            String csrf,
            Optional<String> notice) {
        this(title, person, standing, nav, demo, csrf, notice, Reader.ENGLISH, List.of());
    }

    public Locale language() {
        return reader.language();
    }

    /** What the frame of the page says, in its language. */
    public String frame(String key) {
        return Words.name("web", "frame." + key, language());
    }

    public Page titled(String newTitle) {
        return new Page(newTitle, person, standing, nav, demo, csrf, notice, reader, languages);
    }
}
