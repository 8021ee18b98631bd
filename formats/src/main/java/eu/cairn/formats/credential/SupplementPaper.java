package eu.cairn.formats.credential;

import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The pages of a supplement under construction: sections, facts and tables under their labels. */
final class SupplementPaper {

    private final SupplementWords words;
    private final Paper paper;
    private final String name;
    private Element section;

    SupplementPaper(SupplementWords words, String title, Optional<String> learner) {
        this.words = words;
        this.name = learner.map(of -> title + " – " + of).orElse(title);
        this.paper = new Paper(words.language(), label("supplement") + ": " + name, css());
        this.section = paper.body();
    }

    private String label(String key) {
        return words.say(key).getFirst().words();
    }

    List<Refusal> refusals() {
        return paper.refusals();
    }

    Document document() {
        return paper.document();
    }

    void describe(String author, String description, String keywords) {
        paper.meta("author", author);
        paper.meta("subject", label("supplement") + ": " + name);
        paper.meta("description", description);
        paper.meta("keywords", keywords);
    }

    /** What stands above every page, and what the first begins with. */
    void head(String code, Optional<String> stateLine) {
        var running = paper.add(paper.body(), "div", "running");
        stateLine.ifPresent(state -> paper.say(running, "p", "warning", state));
        paper.quote(running, "p", "", name + " · " + code, "title");
        stateLine.ifPresent(state -> paper.say(paper.body(), "p", "state", state));
        labels(paper.add(paper.body(), "h1", ""), "supplement");
    }

    void section(int number, String key) {
        section = paper.add(paper.body(), "div", "section");
        var heading = paper.add(section, "h2", "");
        paper.say(heading, "span", "", String.valueOf(number));
        heading.appendChild(paper.document().createTextNode(" "));
        labels(heading, key);
    }

    /** The words of a label in each language, the second in a smaller hand. */
    private void labels(Element parent, String key) {
        var style = "";
        for (var label : words.say(key)) {
            if (!style.isEmpty()) {
                parent.appendChild(paper.document().createTextNode(" "));
            }
            paper.say(parent, "span", style, label.words()).setAttribute("lang", label.language());
            style = "second";
        }
    }

    void fact(String key, Optional<String> value) {
        value.ifPresent(text -> fact(key, text));
    }

    void fact(String key, String value) {
        facts(key, List.of(value));
    }

    /** A fact that is one of the document's own words. */
    void standing(String key, String standing) {
        labels(paper.add(definition(key), "p", ""), standing);
    }

    /** Several facts under one label. */
    void facts(String key, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        var definition = definition(key);
        values.forEach(value -> paper.quote(definition, "p", "", value, key));
    }

    /** A fact in the words of {@code language}. */
    void fact(String key, Language language, String value) {
        paper.quote(definition(key), "p", "", value, key).setAttribute("lang", language.tag());
    }

    private Element definition(String key) {
        var row = paper.add(section, "div", "row");
        labels(paper.add(row, "p", "term"), key);
        return paper.add(row, "div", "definition");
    }

    void link(String key, String address) {
        var link = paper.say(paper.add(definition(key), "p", ""), "a", "", address);
        link.setAttribute("href", address);
        link.setAttribute("title", label(key) + " " + address);
    }

    void note(String text) {
        paper.say(section, "p", "note", text);
    }

    /** A table under its own label, whose head is repeated on every page. */
    Table table(String key, String... columns) {
        labels(paper.add(section, "h3", ""), key);
        var table = paper.add(section, "table", key);
        var row = paper.add(paper.add(table, "thead", ""), "tr", "");
        for (var column : columns) {
            var head = paper.add(row, "th", "");
            head.setAttribute("scope", "col");
            labels(head, column);
        }
        return new Table(paper.add(table, "tbody", ""), key);
    }

    /** The rows of a table. */
    final class Table {
        private final Element rows;
        private final String place;

        private Table(Element rows, String place) {
            this.rows = rows;
            this.place = place;
        }

        void row(String... cells) {
            var row = paper.add(rows, "tr", "");
            for (var cell : cells) {
                if (cell.isEmpty()) {
                    paper.add(row, "td", "");
                } else {
                    paper.quote(row, "td", "", cell, place);
                }
            }
        }
    }

    private static String css() {
        try (var in = SupplementPaper.class.getResourceAsStream("supplement.css")) {
            if (in == null) {
                throw new IllegalStateException("supplement.css is not packed");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
