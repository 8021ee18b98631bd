package eu.cairn.app.stacking;

import eu.cairn.formats.stacking.RulebookReader;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a machine says of the text of a rulebook: the one place where texts that are being written
 * are read.
 *
 * @param rulebook what it states, if it can be read
 * @param findings what is wrong with it, so that it cannot be published
 * @param warnings what is legal and suspicious
 */
public record RulebookCheck(
        Optional<Rulebook> rulebook, List<Finding> findings, List<Finding> warnings) {

    private static final Pattern LINE = Pattern.compile("(?:^|.*, )line (\\d+)(?:, .*)?");

    /**
     * One thing that is wrong or suspicious.
     *
     * @param line the line of the text, from 1; 0 for the whole
     * @param quoted what stands on that line
     */
    public record Finding(int line, String quoted, Refusal refusal) {

        public String words() {
            return AuditWords.english().refusal(refusal);
        }
    }

    public RulebookCheck {
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
    }

    static RulebookCheck of(String text) {
        var review = RulebookReader.review(text);
        return new RulebookCheck(
                review.rulebook(),
                review.refusals().stream().map(reason -> finding(reason, text)).toList(),
                review.warnings().stream().map(reason -> finding(reason, text)).toList());
    }

    /** The same with more that is worth a look, about the rules and no line of them. */
    RulebookCheck with(List<Refusal> more) {
        return new RulebookCheck(
                rulebook,
                findings,
                Stream.concat(
                                warnings.stream(),
                                more.stream().map(refusal -> new Finding(0, "", refusal)))
                        .toList());
    }

    private static Finding finding(Refusal refusal, String text) {
        var place = LINE.matcher(refusal.place());
        int line = place.matches() ? Integer.parseInt(place.group(1)) : 0;
        return new Finding(
                line,
                text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip(),
                refusal);
    }
}
