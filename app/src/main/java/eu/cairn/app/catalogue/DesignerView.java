package eu.cairn.app.catalogue;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DesignReview;
import eu.cairn.catalogue.Estimates;
import eu.cairn.catalogue.ReportedRuns;
import eu.cairn.framework.Admissions;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Language;
import eu.cairn.framework.LevelClaim;
import eu.cairn.framework.NationalLevel;
import eu.cairn.framework.OutcomeVerbs;
import eu.cairn.framework.Refusal;
import eu.cairn.framework.TaxonomyLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the designer's page shows: the draft as typed, what a machine says of it, and the choices.
 *
 * @param signs whether who looks at it has ticked that they sign the reason in it
 * @param plan what is shown of the plan
 * @param others the organisations that it could be awarded with jointly
 * @param basis what the next save is written over; a page that is opened has a new window
 * @param today the day as of which reference data is read
 * @param found the skills that were looked for last
 * @param reported the hours that learners reported of earlier runs
 * @param refusals what hindered the last step, besides what is to be mended in the draft
 */
public record DesignerView(
        UUID course,
        Organisation organisation,
        SavedDraft saved,
        CourseDraft draft,
        boolean signs,
        DesignReview review,
        PlanView plan,
        List<NationalLevel> levels,
        List<Organisation> others,
        List<StateChange> history,
        Basis basis,
        LocalDate today,
        SkillsFound found,
        ReportedRuns reported,
        List<Refusal> refusals) {

    /** What was looked for to link an outcome with, and what was found. */
    public record SkillsFound(SkillQuestion question, Skills.Found found) {

        /** Nothing was looked for. */
        static SkillsFound none() {
            return new SkillsFound(
                    SkillQuestion.none(), new Skills.Found(List.of(), Language.ENGLISH, true, 0));
        }
    }

    /** A hint with what was answered to it. */
    public record Question(Refusal hint, String sentence, String answer) {}

    /** What the matrix itself shows to be out of line. */
    private static final Set<String> OF_THE_MATRIX =
            Set.of(
                    "catalogue.outcome-not-taught",
                    "catalogue.outcome-not-assessed",
                    "catalogue.outcome-unassessed-by-choice",
                    "catalogue.outcome-may-fail",
                    "catalogue.activity-without-outcome",
                    "catalogue.task-without-outcome",
                    "catalogue.assessment-cannot-show",
                    "catalogue.hours-against-weight");

    DesignerView lookingFor(SkillsFound skills) {
        return with(basis, skills);
    }

    /** The same, still written over what it was written over; a new window where it has none. */
    DesignerView writtenOver(Basis earlier) {
        return with(
                earlier.window().isEmpty()
                        ? new Basis(earlier.revision(), basis.window())
                        : earlier,
                found);
    }

    private DesignerView with(Basis over, SkillsFound skills) {
        return new DesignerView(
                course,
                organisation,
                saved,
                draft,
                signs,
                review,
                plan,
                levels,
                others,
                history,
                over,
                today,
                skills,
                reported,
                refusals);
    }

    /** Every hint, in the order of the form. */
    public List<Question> questions() {
        return review.hints().stream()
                .map(
                        hint ->
                                new Question(
                                        hint,
                                        Words.of(hint),
                                        DesignReview.answer(draft, hint).orElse("")))
                .toList();
    }

    /** What is out of line in the matrix, in words. */
    public List<Refusal> misaligned() {
        return Stream.concat(review.faults().stream(), review.hints().stream())
                .filter(one -> OF_THE_MATRIX.contains(one.code()))
                .toList();
    }

    /** What the stated method gives for an activity, in words. */
    public String estimate(int number) {
        return Estimates.of(draft)
                .estimate(draft.activities().get(number - 1))
                .map(
                        hours ->
                                "By this method: %s h, from %s to %s h"
                                        .formatted(hours.likely(), hours.low(), hours.high()))
                .orElse("");
    }

    /** The level of an outcome that its verb says. */
    public Optional<TaxonomyLevel> byVerb(int number) {
        var tag = draft.language();
        return tag.matches("[a-z]{2,3}")
                ? OutcomeVerbs.levels(draft.outcomes().get(number - 1).text(), new Language(tag))
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    /** The sentences about one field, to be shown beside it. */
    public List<String> faults(String place) {
        return beside(place, review.faults());
    }

    public List<String> hints(String place) {
        return beside(place, review.hints());
    }

    /** What the matrix says changes with every tick there; it stands nowhere else. */
    private static List<String> beside(String place, List<Refusal> said) {
        return said.stream()
                .filter(refusal -> refusal.place().equals(place))
                .filter(refusal -> !OF_THE_MATRIX.contains(refusal.code()))
                .map(Words::of)
                .toList();
    }

    /** Whether an outcome asks its designer to confirm the verb, or was confirmed. */
    public boolean asksForVerb(int number) {
        var place = "outcomes[" + number + "]";
        return draft.outcomes().get(number - 1).verbConfirmed()
                || review.faults().stream()
                        .anyMatch(
                                fault ->
                                        fault.place().equals(place)
                                                && fault.code()
                                                        .equals("catalogue.outcome-without-verb"));
    }

    /** How a level is stated in this country today. */
    public LevelClaim levelClaim() {
        return Admissions.published().claim(organisation.country(), today);
    }

    public String sentence(Refusal refusal) {
        return Words.of(refusal);
    }

    /** The anchor of a place on the page. */
    public static String anchor(String place) {
        return place.isEmpty()
                ? "main"
                : place.replace('[', '-').replace("]", "").replace('.', '-');
    }

    public String countryName() {
        return Countries.name(organisation.country());
    }

    /** Likely hours a week over the days of the first run, where those are set. */
    public Optional<String> hoursAWeek() {
        if (!draft.startsOn().matches(DAY) || !draft.endsOn().matches(DAY)) {
            return Optional.empty();
        }
        try {
            long days =
                    ChronoUnit.DAYS.between(
                                    LocalDate.parse(draft.startsOn()),
                                    LocalDate.parse(draft.endsOn()))
                            + 1;
            return days < 1
                    ? Optional.empty()
                    : Optional.of(
                            BigDecimal.valueOf(review.workload().total().minutes() * 7L)
                                    .divide(BigDecimal.valueOf(days * 60), 1, RoundingMode.HALF_UP)
                                    .stripTrailingZeros()
                                    .toPlainString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

    /** Position of hours on the workload bar, in percent of its length. */
    public double percent(int minutes) {
        double scale =
                Math.max(
                        review.workload().band().map(band -> band.max().minutes()).orElse(60)
                                * 1.15,
                        review.workload().total().minutes() * 1.05);
        return Math.round(minutes * 10_000.0 / scale) / 100.0;
    }
}
