package eu.cairn.app.catalogue;

import eu.cairn.app.web.Labels;
import eu.cairn.app.web.Option;
import eu.cairn.catalogue.ActivityType;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DesignReview;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.catalogue.Estimates;
import eu.cairn.catalogue.TaskChoice;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfDescriptor;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.HoursPerCredit;
import eu.cairn.framework.WorkloadRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the designer's page shows of the plan of a course: choices, and what is reckoned from it.
 *
 * @param qualifications those that apply today, to choose from
 */
public record PlanView(
        CourseDraft draft, DesignReview review, Country country, List<Option> qualifications) {

    /** The places of the form that stand in a part which can be folded. */
    private static final List<String> PLACE = List.of("formalStatus", "legalStatus", "programmes");

    private static final List<String> LEVEL =
            List.of("groundsKnowledge", "groundsSkills", "groundsResponsibility");
    private static final List<String> TIME =
            List.of("contactMinimum", "outsideReason", "outsideSigned", "rates");
    private static final List<String> CHOICES =
            List.of("passMark", "pace", "priorLearning", "before", "alternatives", "prerequisites");
    private static final List<String> TERMS =
            List.of("validMonths", "reviewMonths", "ageingReason", "rights", "description");

    /** A rate that an activity of the course uses. */
    public record RateInUse(
            String method,
            String name,
            String figures,
            String source,
            String rangeSource,
            DraftPlan.Rate typed,
            int row) {}

    /** Whether a part of the page is unfolded: something stands in it, or is wrong in it. */
    public boolean opens(String part) {
        var plan = draft.plan();
        return switch (part) {
            case "place" ->
                    wrong(PLACE)
                            || !plan.place().equals(new DraftPlan.Place())
                            || !draft.stackability().isBlank();
            case "level" -> wrong(LEVEL) || !plan.level().equals(new DraftPlan.LevelGrounds());
            case "time" ->
                    wrong(TIME)
                            || !plan.time().equals(new DraftPlan.Time())
                            || wrong(List.of("workload"));
            case "choices" ->
                    wrong(CHOICES)
                            || !plan.choices().equals(new DraftPlan.Choices())
                            || !draft.prerequisites().isBlank()
                            || !taskGroups().isEmpty();
            default ->
                    wrong(TERMS)
                            || wrong(List.of("partners"))
                            || !draft.terms().equals(new CourseDraft.Terms());
        };
    }

    /** Whether what may be left out of an activity is unfolded, by the same measure. */
    public boolean opens(int activity) {
        var typed = draft.activities().get(activity - 1);
        var place = "activities[%d].".formatted(activity);
        return !typed.mode().isBlank()
                || !typed.teachers().isBlank()
                || !typed.resources().isEmpty()
                || wrong(List.of(place + "mode", place + "teachers", place + "resources"));
    }

    private boolean wrong(List<String> places) {
        return Stream.concat(review.faults().stream(), review.hints().stream())
                .anyMatch(one -> places.stream().anyMatch(one.place()::startsWith));
    }

    /** The descriptors of the level that is claimed. */
    public Optional<EqfDescriptor> descriptor() {
        var level = draft.eqfLevel().strip();
        return level.matches("[1-8]")
                ? Optional.of(EqfDescriptor.of(new EqfLevel(Integer.parseInt(level))))
                : Optional.empty();
    }

    /** What is stated of stacking, as far as it follows from the design. */
    public String stackability() {
        return review.design().map(Stackability::of).orElse("");
    }

    /** The rates of the methods that activities use, each once. */
    public List<RateInUse> ratesInUse() {
        var used = new ArrayList<RateInUse>();
        draft.activities().stream()
                .map(CourseDraft.Activity::method)
                .distinct()
                .map(WorkloadRate::ofCode)
                .flatMap(Optional::stream)
                .forEach(rate -> used.add(inUse(rate)));
        return used;
    }

    /** Rates of the course whose methods no activity uses now: they are kept for when one does. */
    public List<DraftPlan.Rate> otherRates() {
        var used = ratesInUse().stream().map(RateInUse::method).toList();
        return draft.plan().time().rates().stream()
                .filter(rate -> !used.contains(rate.method()))
                .toList();
    }

    private RateInUse inUse(WorkloadRate method) {
        var rates = draft.plan().time().rates();
        int row = 0;
        for (int i = 0; i < rates.size(); i++) {
            row = rates.get(i).method().equals(method.code()) ? i + 1 : row;
        }
        var typed = row == 0 ? new DraftPlan.Rate(method.code(), "", "", "") : rates.get(row - 1);
        var rate = Estimates.of(draft).rate(method);
        return new RateInUse(
                method.code(),
                Labels.workloadRates().stream()
                        .filter(option -> option.code().equals(method.code()))
                        .findFirst()
                        .orElseThrow()
                        .label(),
                "Low %s, likely %s, high %s (%s)"
                        .formatted(
                                plain(rate.low()),
                                plain(rate.likely()),
                                plain(rate.high()),
                                unit(method)),
                method.confirmed() ? method.source() : "proposal of Cairn, not read in a source",
                method.rangeSource(),
                typed,
                row);
    }

    private static String unit(WorkloadRate method) {
        return switch (method.unit()) {
            case PAGES -> "pages an hour";
            case WORDS -> "hours a page";
            case MINUTES -> "minutes for each minute of it";
            case HOURS -> "hours for each hour of it";
            case ITEMS -> method.activity().equals("quiz") ? "minutes an item" : "hours an item";
            case POSTS -> "hours a post";
            case EXAMS -> "hours an examination";
        };
    }

    /** What the country asks for in contact hours. */
    public String contactRule() {
        return HoursPerCredit.of(country)
                .contactMin()
                .map(hours -> "Here at least %s are asked for".formatted(plain(hours)))
                .orElse("Leave empty if you ask for none; no national minimum is known here");
    }

    /** What the recommended sizes stand for in the country. */
    public String sizes() {
        return "First choice: "
                + Stream.of(3, 5)
                        .map(
                                size -> {
                                    var band = HoursPerCredit.of(country).band(Ects.of(size));
                                    return "%d (%s to %s h)"
                                            .formatted(size, band.min(), band.max());
                                })
                        .reduce((one, other) -> one + " or " + other)
                        .orElseThrow()
                + ". Another size is for content that needs it.";
    }

    public List<Option> yesOrNo() {
        return List.of(new Option("yes", "Yes"), new Option("no", "No"));
    }

    public List<Option> neededOrRecommended() {
        return List.of(
                new Option("needed", "Needed before"), new Option("recommended", "Recommended"));
    }

    public List<TaskChoice.Group> taskGroups() {
        return TaskChoice.of(draft).groups();
    }

    /** How many tasks of a group are done, as typed. */
    public String take(String letter) {
        return draft.plan().choices().alternatives().stream()
                .filter(one -> one.group().equals(letter))
                .map(DraftPlan.Alternative::take)
                .findFirst()
                .orElse("");
    }

    public List<Option> groupLetters() {
        return Stream.of("A", "B", "C", "D")
                .map(letter -> new Option(letter, "Those who choose it from group " + letter))
                .toList();
    }

    /** How the time of an activity is spent where nothing else is stated. */
    public String byType(CourseDraft.Activity activity) {
        return ActivityType.ofCode(activity.type())
                .map(
                        type ->
                                "As its type says: "
                                        + Labels.of(type.timeKind()).toLowerCase(Locale.ENGLISH))
                .orElse("Not stated");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
