package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.FactsReader.Question;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rulebooks that the documentation shows, with facts that satisfy them and facts that do not.
 */
final class Documents {

    static final Path DOCS = Path.of(System.getProperty("cairn.root", ".."), "docs");

    private static final Pattern BLOCK =
            Pattern.compile("```(yaml|json)\\n(.*?)```", Pattern.DOTALL);

    /** A rulebook and the two portfolios. */
    record Shown(String name, String rulebook, String passes, String fails) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Documents() {}

    static List<Shown> examples() {
        var blocks = new ArrayList<String>();
        var matcher = BLOCK.matcher(text(DOCS.resolve("stacking.md")));
        while (matcher.find()) {
            blocks.add(matcher.group(2));
        }
        var shown = new ArrayList<Shown>();
        for (int block = 0; block + 2 < blocks.size(); block += 3) {
            shown.add(
                    new Shown(
                            "example " + (char) ('A' + block / 3),
                            blocks.get(block),
                            blocks.get(block + 1),
                            blocks.get(block + 2)));
        }
        return shown;
    }

    static List<Shown> published() {
        try (var files = Files.list(DOCS.resolve("rulebooks"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .map(
                            name ->
                                    new Shown(
                                            name,
                                            text(file(name + ".yaml")),
                                            text(file(name + ".passes.json")),
                                            text(file(name + ".fails.json"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return DOCS.resolve("rulebooks").resolve(name);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Question question(String rulebook, String facts) {
        return switch (FactsReader.readQuestion(rulebook, facts)) {
            case Decided.Accepted<Question>(var question) -> question;
            case Decided.Refused<Question>(var reasons) -> throw new AssertionError(reasons);
        };
    }
}
