package eu.cairn.formats.credential.badge;

import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.XmlText;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of text of a badge picture, centred.
 *
 * @param words what it says
 * @param y the height of its base line in pixels from the top
 * @param size of the letters in pixels
 */
record BadgeText(String words, int y, int size) {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle(
                    "eu.cairn.formats.credential.badge.badge",
                    Locale.ROOT,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    private static final int TITLE_LINES = 4;
    private static final int TITLE_WIDTH = 24;
    private static final int BODY_LINES = 2;
    private static final int BODY_WIDTH = 38;

    /** Title, awarding body, then credits and level. */
    static List<BadgeText> of(MicroCredential credential) {
        var texts = new ArrayList<BadgeText>();
        texts.add(new BadgeText(WORDS.getString("kind"), 200, 22));
        int y = 246;
        for (var line : lines(credential.title().authoritative(), TITLE_WIDTH, TITLE_LINES)) {
            texts.add(new BadgeText(line, y, 38));
            y += 44;
        }
        int below = 420;
        for (var line : lines(credential.awardingBody().legalName(), BODY_WIDTH, BODY_LINES)) {
            texts.add(new BadgeText(line, below, 23));
            below += 27;
        }
        var facts = facts(credential);
        if (!facts.isEmpty()) {
            texts.add(new BadgeText(facts, 482, 23));
        }
        return List.copyOf(texts);
    }

    private static String facts(MicroCredential credential) {
        var credits =
                credential
                        .workload()
                        .flatMap(workload -> workload.credits())
                        .map(
                                ects ->
                                        MessageFormat.format(
                                                WORDS.getString("credits"), ects.toString()));
        var level = credential.level().flatMap(Level::eqf).map(Object::toString);
        return Stream.of(credits, level)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(WORDS.getString("separator")));
    }

    /** {@code text} in at most {@code most} lines of about {@code width} characters. */
    private static List<String> lines(String text, int width, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : XmlText.of(text).split("\\s+")) {
            var cut = cut(word, width);
            if (!line.isEmpty() && line.length() + 1 + cut.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(cut);
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        var shortened = new ArrayList<>(lines.subList(0, most));
        shortened.set(most - 1, shortened.getLast() + " …");
        return shortened;
    }

    private static String cut(String word, int width) {
        return word.codePointCount(0, word.length()) <= width
                ? word
                : word.substring(0, word.offsetByCodePoints(0, width - 1)) + "…";
    }
}
