package eu.cairn.formats.credential;

import eu.cairn.formats.credential.TaggedPdf.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A report for the files of whoever asked, on as many A4 pages as it needs: a heading, what was
 * found, and sections of facts under their labels, with the signed report inside. Tagged PDF/UA-1
 * and PDF/A-3a.
 *
 * <p>It is written whatever the facts say, for a report on a hostile document must be had too: a
 * character that no typeface has is shown as a question mark.
 */
public final class FiledReport {

    /** What the file inside is called. */
    public static final String ATTACHMENT = "verification-report.jwt";

    private static final int LONGEST = 2_000;

    private FiledReport() {}

    /** A fact and what it is called. */
    public record Fact(String label, String value) {}

    /** Facts that belong together. */
    public record Section(String title, List<Fact> facts) {
        public Section {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What is reported.
     *
     * @param language the tag of the one it is written in
     * @param attached what the file inside is, in words
     * @param finding the one thing that was found
     * @param at when
     */
    public record Content(
            String language,
            String title,
            String finding,
            List<Section> sections,
            String attached,
            Instant at) {
        public Content {
            sections = List.copyOf(sections);
        }
    }

    /**
     * The pages.
     *
     * @param signed the signed report, which goes inside
     */
    public static byte[] write(Content content, String signed) {
        var paper = new Paper(content.language(), shown(content.title()), css());
        paper.meta("author", "Cairn");
        paper.meta("subject", shown(content.title()));
        paper.meta("description", shown(content.finding()));
        paper.say(paper.add(paper.body(), "h1", ""), "span", "", shown(content.title()));
        paper.say(paper.body(), "p", "state", shown(content.finding()));
        for (var section : content.sections()) {
            section(paper, section);
        }
        var file =
                new Attachment(
                        ATTACHMENT,
                        "application/jwt",
                        content.attached(),
                        signed.getBytes(StandardCharsets.UTF_8));
        return TaggedPdf.print(
                        paper.document(),
                        content.at(),
                        signed.hashCode(),
                        Optional.of(file),
                        pages -> true)
                .orElseThrow();
    }

    private static void section(Paper paper, Section section) {
        var block = paper.add(paper.body(), "div", "section");
        paper.say(paper.add(block, "h2", ""), "span", "", shown(section.title()));
        for (var fact : section.facts()) {
            fact(paper, block, fact);
        }
    }

    private static void fact(Paper paper, Element block, Fact fact) {
        var row = paper.add(block, "div", "row");
        paper.say(paper.add(row, "p", "term"), "span", "", shown(fact.label()));
        paper.say(paper.add(row, "div", "definition"), "p", "", shown(fact.value()));
    }

    private static String shown(String text) {
        var visible = Paper.visible(text);
        if (visible.length() > LONGEST) {
            visible = visible.substring(0, LONGEST) + " (…)";
        }
        for (var missing : CertificateFonts.uncovered(visible)) {
            visible = visible.replace(missing, "?");
        }
        return visible.isEmpty() ? "–" : visible;
    }

    private static String css() {
        try (var in = FiledReport.class.getResourceAsStream("supplement.css")) {
            if (in == null) {
                throw new IllegalStateException("supplement.css is not packed");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
