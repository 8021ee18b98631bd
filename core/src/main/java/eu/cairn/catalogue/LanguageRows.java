package eu.cairn.catalogue;

import eu.cairn.framework.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The further languages of a design as a form has them: a row for each, and in every outcome the
 * words of the same row. English has its row too where outcomes have words in it; where only the
 * title has, it stays in its own field.
 *
 * @param english the title in English, where it has no row
 */
public record LanguageRows(
        String english, List<CourseDraft.Words> titles, List<CourseDraft.Outcome> outcomes) {

    public LanguageRows {
        titles = List.copyOf(titles);
        outcomes = List.copyOf(outcomes);
    }

    /** The same words, each in its row. */
    public static LanguageRows of(
            String english, List<CourseDraft.Words> titles, List<CourseDraft.Outcome> outcomes) {
        var inEnglish = Language.ENGLISH.tag();
        var ofOutcomes = new LinkedHashSet<String>();
        outcomes.forEach(one -> one.translations().forEach(it -> ofOutcomes.add(it.language())));
        if (ofOutcomes.isEmpty()) {
            return new LanguageRows(english, titles, outcomes);
        }
        boolean hasRow = !english.isEmpty() && ofOutcomes.contains(inEnglish);
        var rows = new ArrayList<CourseDraft.Words>();
        if (hasRow) {
            rows.add(new CourseDraft.Words(inEnglish, english));
        }
        rows.addAll(titles);
        rows.forEach(row -> ofOutcomes.remove(row.language()));
        ofOutcomes.forEach(language -> rows.add(new CourseDraft.Words(language, "")));
        return new LanguageRows(
                hasRow ? "" : english,
                rows,
                outcomes.stream().map(one -> inRows(one, rows)).toList());
    }

    private static CourseDraft.Outcome inRows(
            CourseDraft.Outcome outcome, List<CourseDraft.Words> rows) {
        return new CourseDraft.Outcome(
                outcome.text(),
                outcome.verbConfirmed(),
                rows.stream().map(row -> in(outcome, row.language())).toList(),
                outcome.skills(),
                outcome.taxonomy(),
                outcome.kind());
    }

    private static CourseDraft.Words in(CourseDraft.Outcome outcome, String language) {
        return outcome.translations().stream()
                .filter(one -> one.language().equals(language))
                .findFirst()
                .orElseGet(() -> new CourseDraft.Words(language, ""));
    }
}
