package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.catalogue.LanguageRows;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A draft under construction from a file: what the file does not state stays empty. */
public final class TypedCourse {

    /** The fields that are one text each. */
    public enum Field {
        CODE,
        TITLE,
        TITLE_ENGLISH,
        LANGUAGE,
        CREDITS,
        NATIONAL_LEVEL,
        EQF_LEVEL,
        CYCLE,
        FIELD,
        PARTICIPATION,
        PREREQUISITES,
        FORMAL_STATUS,
        STACKABILITY,
        NEED,
        FIRST_DAY,
        LAST_DAY,
        GRADING_SCALE,
        SOURCE,
        VALID_MONTHS,
        REVIEW_MONTHS,
        AGEING_REASON,
        RIGHTS,
        DESCRIPTION
    }

    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private List<CourseDraft.Words> titles = List.of();
    private List<CourseDraft.Outcome> outcomes = List.of();
    private List<CourseDraft.Activity> activities = List.of();
    private List<CourseDraft.Task> tasks = List.of();
    private List<CourseDraft.Partner> partners = List.of();
    private DraftPlan plan = new DraftPlan();

    public TypedCourse with(Field field, String text) {
        texts.put(field, text.strip());
        return this;
    }

    TypedCourse with(Field field, Optional<String> text) {
        text.ifPresent(words -> with(field, words));
        return this;
    }

    /** The title in its languages: that of the course first, English in its own place. */
    TypedCourse titled(MultilingualText title, Optional<Language> language) {
        var main =
                language.filter(of -> title.in(of).isPresent())
                        .orElseGet(title::authoritativeLanguage);
        with(Field.TITLE, title.in(main).orElseThrow());
        if (!main.equals(Language.ENGLISH)) {
            with(Field.TITLE_ENGLISH, title.in(Language.ENGLISH));
        }
        titles =
                title.byLanguage().entrySet().stream()
                        .filter(one -> !one.getKey().equals(main))
                        .filter(one -> !one.getKey().equals(Language.ENGLISH))
                        .map(one -> new CourseDraft.Words(one.getKey().tag(), one.getValue()))
                        .toList();
        return this;
    }

    public TypedCourse outcomes(List<CourseDraft.Outcome> all) {
        outcomes = List.copyOf(all);
        return this;
    }

    public TypedCourse activities(List<CourseDraft.Activity> all) {
        activities = List.copyOf(all);
        return this;
    }

    TypedCourse tasks(List<CourseDraft.Task> all) {
        tasks = List.copyOf(all);
        return this;
    }

    TypedCourse partners(List<CourseDraft.Partner> all) {
        partners = List.copyOf(all);
        return this;
    }

    /** What passes, and how many tasks of each group are done. */
    TypedCourse choices(String passMark, List<DraftPlan.Alternative> alternatives) {
        plan = plan.with(new DraftPlan.Choices(passMark, alternatives, "", "", "", List.of()));
        return this;
    }

    public CourseDraft draft() {
        var rows = LanguageRows.of(text(Field.TITLE_ENGLISH), titles, outcomes);
        return new CourseDraft(
                text(Field.CODE),
                text(Field.TITLE),
                rows.english(),
                text(Field.LANGUAGE),
                text(Field.CREDITS),
                text(Field.NATIONAL_LEVEL),
                text(Field.EQF_LEVEL),
                text(Field.CYCLE),
                text(Field.FIELD),
                text(Field.PARTICIPATION),
                text(Field.PREREQUISITES),
                text(Field.FORMAL_STATUS),
                text(Field.STACKABILITY),
                text(Field.NEED),
                text(Field.FIRST_DAY),
                text(Field.LAST_DAY),
                text(Field.GRADING_SCALE),
                text(Field.SOURCE),
                new CourseDraft.Terms(
                        text(Field.VALID_MONTHS),
                        text(Field.REVIEW_MONTHS),
                        text(Field.AGEING_REASON),
                        text(Field.RIGHTS),
                        text(Field.DESCRIPTION),
                        partners),
                rows.outcomes(),
                activities,
                tasks,
                rows.titles(),
                List.of(),
                plan);
    }

    private String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    /** The shortest tag of a language that a file names by three letters (BCP 47). */
    static String shortest(String tag) {
        var parts = tag.split("-", 2);
        if (parts[0].length() != 3) {
            return tag;
        }
        for (var two : Locale.getISOLanguages()) {
            if (two.length() == 2 && Locale.of(two).getISO3Language().equals(parts[0])) {
                return parts.length == 1 ? two : two + "-" + parts[1];
            }
        }
        return tag;
    }
}
