package eu.cairn.formats.catalogue;

import eu.cairn.formats.credential.Paper;
import eu.cairn.framework.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.w3c.dom.Element;

/** The sections, rows and tables of a sheet, written one after the other. */
final class SheetRows {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Paper paper;
    private final Language language;
    private Element section;

    /**
     * @param language of what is quoted
     */
    SheetRows(Paper paper, Language language) {
        this.paper = paper;
        this.language = language;
        this.section = paper.body();
    }

    void section(String title) {
        section = paper.add(paper.body(), "div", "section");
        paper.say(section, "h2", "", title);
    }

    Element row(String label) {
        var row = paper.add(section, "div", "row");
        paper.say(row, "p", "term", label);
        return paper.add(row, "div", "definition");
    }

    void fact(String label, String value) {
        paper.quote(row(label), "p", "", value, label);
    }

    /** Words in the language of the course. */
    void quote(String label, String value) {
        quote(row(label), value, label);
    }

    /** A line in the language of the course. */
    void quote(Element parent, String words, String place) {
        foreign(parent, "p", language, words, place);
    }

    void foreign(Element parent, String tag, Language spoken, String words, String place) {
        paper.quote(parent, tag, "", words, place).setAttribute("lang", spoken.tag());
    }

    Element table(String style, String... columns) {
        var table = paper.add(section, "table", style);
        var head = paper.add(paper.add(table, "thead", ""), "tr", "");
        for (var column : columns) {
            paper.say(head, "th", column.toLowerCase(Locale.ROOT), column)
                    .setAttribute("scope", "col");
        }
        return paper.add(table, "tbody", "");
    }

    void cells(Element body, String first, String... others) {
        var row = paper.add(body, "tr", "");
        var title = paper.quote(row, "th", "", first, "activities");
        title.setAttribute("scope", "row");
        title.setAttribute("lang", language.tag());
        for (var other : others) {
            paper.say(row, "td", "", other);
        }
    }

    static String spaced(String code) {
        return code.replace('-', ' ');
    }

    static String or(String text) {
        return text.isEmpty() ? "–" : text;
    }

    void link(Element parent, String address) {
        var link = paper.say(parent, "a", "", address);
        link.setAttribute("href", address);
        link.setAttribute("title", address);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A line with nothing but an address. */
    void address(Element parent, String address) {
        link(paper.add(parent, "p", ""), address);
    }

    /** A line in the language of the sheet, below what a section is called. */
    void say(String words) {
        paper.say(section, "p", "", words);
    }
}
