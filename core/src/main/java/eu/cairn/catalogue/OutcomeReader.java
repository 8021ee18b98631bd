package eu.cairn.catalogue;

import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.ExpectedVerbs;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.OutcomeVerbs;
import eu.cairn.framework.TaxonomyLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is to be learnt. How an outcome is written is a matter of hints, each of which can be
 * answered with a reason; only an outcome that begins with no verb waits until it is confirmed.
 */
final class OutcomeReader {

    private static final int FEWEST_WORDS = 6;
    private static final int MOST_WORDS = 35;
    private static final int MOST_SKILLS = 20;
    private static final int LONGEST_LABEL = 300;

    private final CourseDraft draft;
    private final TypedFields fields;

    OutcomeReader(CourseDraft draft, TypedFields fields) {
        this.draft = draft;
        this.fields = fields;
    }

    List<LearningOutcome> outcomes(Optional<Language> language) {
        var outcomes = new ArrayList<LearningOutcome>();
        if (draft.outcomes().isEmpty()) {
            fields.fault("outcomes", "catalogue.outcomes-missing");
        }
        for (int i = 0; i < draft.outcomes().size(); i++) {
            var typed = draft.outcomes().get(i);
            var place = place(i);
            var text = fields.text(place, typed.text(), true);
            skills(place, typed);
            if (text.isPresent() && language.isPresent()) {
                written(place, text.get(), typed.verbConfirmed(), language.get());
                outcomes.add(
                        new LearningOutcome(
                                "LO" + (i + 1),
                                translated(place, typed, text.get(), language.get()),
                                typed.skills()));
            }
        }
        return outcomes;
    }

    /** What the designer states of each outcome beside its sentence. */
    List<CourseDesign.Aim> aims() {
        var aims = new ArrayList<CourseDesign.Aim>();
        for (int i = 0; i < draft.outcomes().size(); i++) {
            var typed = draft.outcomes().get(i);
            var level =
                    fields.option(place(i) + ".taxonomy", typed.taxonomy(), TaxonomyLevel::ofCode);
            var kind = fields.option(place(i) + ".kind", typed.kind(), OutcomeKind::ofCode);
            if (level.isPresent() || kind.isPresent()) {
                aims.add(new CourseDesign.Aim("LO" + (i + 1), level, kind));
            }
        }
        return aims;
    }

    /** How demanding an outcome is: as stated, or else as its verb says. */
    static Optional<TaxonomyLevel> level(CourseDraft draft, int number) {
        var typed = draft.outcomes().get(number - 1);
        return TaxonomyLevel.ofCode(typed.taxonomy())
                .or(
                        () ->
                                draft.language().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                                        ? OutcomeVerbs.levels(
                                                        typed.text(),
                                                        new Language(draft.language()))
                                                .stream()
                                                .findFirst()
                                        : Optional.empty());
    }

    /** Whether the outcomes ask as much as the level that is claimed. */
    void against(EqfLevel claimed) {
        var expected = ExpectedVerbs.at(claimed);
        var stated = new ArrayList<TaxonomyLevel>();
        for (int i = 1; i <= draft.outcomes().size(); i++) {
            var level = level(draft, i);
            level.ifPresent(stated::add);
            if (level.isPresent() && level.get().demand() > expected.most().demand()) {
                fields.hint(
                        place(i - 1),
                        "catalogue.verb-above-level",
                        level.get().code(),
                        claimed.level(),
                        expected.most().code());
            }
        }
        var highest = stated.stream().max(Comparator.comparingInt(TaxonomyLevel::demand));
        if (highest.isPresent()
                && stated.size() == draft.outcomes().size()
                && highest.get().demand() < expected.least().demand()) {
            fields.hint(
                    "outcomes",
                    "catalogue.verbs-below-level",
                    highest.get().code(),
                    claimed.level(),
                    expected.least().code());
        }
    }

    private void skills(String place, CourseDraft.Outcome typed) {
        if (typed.skills().size() > MOST_SKILLS) {
            fields.fault(place, "catalogue.too-many-skills", typed.skills().size(), MOST_SKILLS);
        }
        for (var skill : typed.skills()) {
            if (!skill.uri().matches("https?://[^\\s\"<>]{3,300}")
                    || skill.label().isBlank()
                    || skill.label().length() > LONGEST_LABEL) {
                fields.fault(place, "catalogue.skill-invalid", skill.uri());
            }
        }
    }

    private MultilingualText translated(
            String place, CourseDraft.Outcome typed, String text, Language language) {
        var all = MultilingualText.of(language, text);
        for (var words : typed.translations()) {
            if (words.language().isBlank()) {
                continue;
            }
            var further = fields.language(place + ".translation", words.language());
            var translation = fields.text(place + ".translation", words.text(), false);
            if (translation.isEmpty() && words.text().isBlank()) {
                fields.hint(place, "catalogue.outcome-not-translated", words.language());
            }
            if (further.isPresent() && translation.isPresent()) {
                all =
                        further.get().equals(language)
                                ? all
                                : all.and(further.get(), translation.get());
            }
        }
        return all;
    }

    private void written(String place, String text, boolean confirmed, Language language) {
        if (!OutcomeVerbs.knows(language)) {
            return;
        }
        var vague = OutcomeVerbs.vague(text, language);
        if (vague.isPresent()) {
            fields.hint(
                    place,
                    "catalogue.outcome-vague",
                    vague.get().phrase(),
                    vague.get().suggestion());
        } else if (!confirmed && !OutcomeVerbs.startsWithVerb(text, language)) {
            fields.fault(place, "catalogue.outcome-without-verb", text);
        }
        OutcomeVerbs.second(text, language)
                .ifPresent(verb -> fields.hint(place, "catalogue.outcome-several", verb));
        var words = OutcomeVerbs.length(text);
        if (words < FEWEST_WORDS) {
            fields.hint(place, "catalogue.outcome-without-context", words);
        } else if (words > MOST_WORDS) {
            fields.hint(place, "catalogue.outcome-long", words, MOST_WORDS);
        }
    }

    private static String place(int index) {
        return "outcomes[" + (index + 1) + "]";
    }
}
