package eu.cairn.catalogue;

import eu.cairn.catalogue.CourseChanges.Change;
import eu.cairn.catalogue.CourseChanges.Kind;
import eu.cairn.catalogue.CredentialTerms.Partner;
import eu.cairn.catalogue.DesignValue.Choice;
import eu.cairn.catalogue.DesignValue.Days;
import eu.cairn.catalogue.DesignValue.Figure;
import eu.cairn.catalogue.DesignValue.Several;
import eu.cairn.catalogue.DesignValue.Text;
import eu.cairn.catalogue.DesignValue.Unit;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Goes through the elements of two designs and collects what differs. */
final class DesignComparison {

    private final CourseDesign before;
    private final CourseDesign after;
    private final Pairing outcomes;
    private final List<Change> changes = new ArrayList<>();

    DesignComparison(CourseDesign before, CourseDesign after) {
        this.before = before;
        this.after = after;
        this.outcomes = Pairing.of(before.outcomes(), after.outcomes(), DesignComparison::sentence);
    }

    List<Change> changes() {
        facts();
        terms();
        PlanElements.ALL.forEach(
                (element, value) -> one(element, design -> value.apply(design.plan())));
        list(
                DesignElement.OUTCOMES,
                outcomes,
                before.outcomes(),
                after.outcomes(),
                new Entry<>(
                        LearningOutcome::code,
                        DesignComparison::sentence,
                        this::outcome,
                        (one, side) -> aimOf(one.code(), side)));
        list(
                DesignElement.ACTIVITIES,
                before.activities(),
                after.activities(),
                new Entry<>(
                        CourseDesign.Activity::title,
                        CourseDesign.Activity::title,
                        this::activity,
                        this::activityOf));
        list(
                DesignElement.TASKS,
                before.tasks(),
                after.tasks(),
                new Entry<>(
                        CourseDesign.Task::title,
                        CourseDesign.Task::title,
                        this::task,
                        this::taskOf));
        return changes.stream().sorted(Comparator.comparing(Change::element)).toList();
    }

    private void facts() {
        one(DesignElement.CODE, design -> words(design.code()));
        text(
                DesignElement.TITLE,
                DesignElement.TITLE_TRANSLATIONS,
                "",
                before.title(),
                after.title());
        one(DesignElement.LANGUAGE, design -> words(design.language().tag()));
        one(
                DesignElement.CREDITS,
                design -> Optional.of(new Figure(design.credits().toDecimal(), Unit.ECTS)));
        one(
                DesignElement.EQF_LEVEL,
                design ->
                        design.level()
                                .eqf()
                                .map(eqf -> DesignValue.figure(eqf.level(), Unit.LEVEL)));
        one(DesignElement.CYCLE, design -> design.level().cycle().map(Choice::new));
        one(
                DesignElement.NATIONAL_LEVEL,
                design ->
                        design.level()
                                .national()
                                .map(level -> level.framework() + " " + level.level())
                                .map(DesignValue::text));
        one(
                DesignElement.FIELD,
                design -> words(design.field().code() + " " + design.field().label()));
        one(DesignElement.PARTICIPATION, design -> Optional.of(new Choice(design.participation())));
        one(DesignElement.PREREQUISITES, design -> design.prerequisites().map(DesignValue::text));
        one(DesignElement.FORMAL_STATUS, design -> Optional.of(new Choice(design.formalStatus())));
        one(DesignElement.STACKABILITY, design -> design.stackability().map(DesignValue::text));
        one(DesignElement.NEED, design -> words(design.need()));
        one(
                DesignElement.FIRST_RUN,
                design -> design.firstRun().map(run -> new Days(run.from(), run.to())));
        one(DesignElement.GRADING_SCALE, design -> words(design.gradingScale()));
        one(
                DesignElement.PUBLISHED_SOURCE,
                design -> design.publishedSource().map(DesignValue::text));
    }

    private void terms() {
        one(
                DesignElement.VALID_MONTHS,
                design -> design.terms().ageing().flatMap(a -> months(a.validMonths())));
        one(
                DesignElement.REVIEW_MONTHS,
                design -> design.terms().ageing().flatMap(a -> months(a.reviewMonths())));
        one(
                DesignElement.AGEING_REASON,
                design -> design.terms().ageing().flatMap(a -> words(a.reason())));
        one(DesignElement.RIGHTS, design -> design.terms().rights().map(DesignValue::text));
        one(
                DesignElement.DESCRIPTION,
                design -> design.terms().description().map(DesignValue::text));
        list(
                DesignElement.PARTNERS,
                before.terms().partners(),
                after.terms().partners(),
                new Entry<>(
                        Partner::legalName, Partner::legalName, this::partner, (one, side) -> {}));
    }

    private void partner(Partner was, Partner is) {
        var name = is.legalName();
        part(DesignElement.PARTNER_NAME, name, words(was.legalName()), words(name));
        part(
                DesignElement.PARTNER_ROLE,
                name,
                Optional.of(new Choice(was.role())),
                Optional.of(new Choice(is.role())));
        part(
                DesignElement.PARTNER_COUNTRY,
                name,
                was.country().flatMap(country -> words(country.code())),
                is.country().flatMap(country -> words(country.code())));
        part(
                DesignElement.PARTNER_ORGANISATION,
                name,
                was.organisation().map(DesignValue::text),
                is.organisation().map(DesignValue::text));
    }

    private void outcome(LearningOutcome was, LearningOutcome is) {
        var code = is.code();
        text(
                DesignElement.OUTCOME_TEXT,
                DesignElement.OUTCOME_TRANSLATIONS,
                code,
                was.text(),
                is.text());
        part(DesignElement.OUTCOME_SKILLS, code, skills(was), skills(is));
        var aimed = aim(before, was.code());
        var aims = aim(after, code);
        part(
                DesignElement.AIM_LEVEL,
                code,
                aimed.flatMap(CourseDesign.Aim::level).map(Choice::new),
                aims.flatMap(CourseDesign.Aim::level).map(Choice::new));
        part(
                DesignElement.AIM_KIND,
                code,
                aimed.flatMap(CourseDesign.Aim::kind).map(Choice::new),
                aims.flatMap(CourseDesign.Aim::kind).map(Choice::new));
    }

    private void activity(CourseDesign.Activity was, CourseDesign.Activity is) {
        var title = is.title();
        part(DesignElement.ACTIVITY_TITLE, title, words(was.title()), words(title));
        part(DesignElement.ACTIVITY_HOURS, title, hours(was.hours()), hours(is.hours()));
        part(
                DesignElement.ACTIVITY_OUTCOMES,
                title,
                several(nowCalled(was.outcomes())),
                several(inOrder(is.outcomes())));
        part(
                DesignElement.ACTIVITY_TYPE,
                title,
                was.type().map(Choice::new),
                is.type().map(Choice::new));
        part(
                DesignElement.ACTIVITY_KIND,
                title,
                was.kind().map(Choice::new),
                is.kind().map(Choice::new));
        part(
                DesignElement.ACTIVITY_MODE,
                title,
                was.mode().map(Choice::new),
                is.mode().map(Choice::new));
        part(
                DesignElement.ACTIVITY_TEACHERS,
                title,
                was.teachers().map(DesignValue::text),
                is.teachers().map(DesignValue::text));
        part(
                DesignElement.ACTIVITY_RESOURCES,
                title,
                several(was.resources()),
                several(is.resources()));
    }

    private void task(CourseDesign.Task was, CourseDesign.Task is) {
        var title = is.title();
        part(DesignElement.TASK_TITLE, title, words(was.title()), words(title));
        part(
                DesignElement.TASK_TYPE,
                title,
                Optional.of(new Choice(was.type())),
                Optional.of(new Choice(is.type())));
        part(
                DesignElement.TASK_WEIGHT,
                title,
                Optional.of(DesignValue.figure(was.weightPercent(), Unit.PERCENT)),
                Optional.of(DesignValue.figure(is.weightPercent(), Unit.PERCENT)));
        part(DesignElement.TASK_HOURS, title, hours(was.hours()), hours(is.hours()));
        part(
                DesignElement.TASK_SUPERVISION,
                title,
                Optional.of(new Choice(was.supervision())),
                Optional.of(new Choice(is.supervision())));
        part(
                DesignElement.TASK_OUTCOMES,
                title,
                several(nowCalled(was.outcomes())),
                several(inOrder(is.outcomes())));
        part(DesignElement.TASK_MUST_PASS, title, mustPass(was), mustPass(is));
        part(
                DesignElement.TASK_GROUP,
                title,
                was.group().map(DesignValue::text),
                is.group().map(DesignValue::text));
    }

    /** Which of both designs has an entry that the other one lacks. */
    private enum Side {
        BEFORE,
        AFTER
    }

    private void aimOf(String outcome, Side side) {
        var level =
                aim(side == Side.BEFORE ? before : after, outcome)
                        .flatMap(CourseDesign.Aim::level)
                        .map(Choice::new);
        alone(DesignElement.AIM_LEVEL, outcome, side, level);
    }

    private void activityOf(CourseDesign.Activity one, Side side) {
        alone(DesignElement.ACTIVITY_HOURS, one.title(), side, hours(one.hours()));
        alone(DesignElement.ACTIVITY_OUTCOMES, one.title(), side, several(one.outcomes()));
        alone(DesignElement.ACTIVITY_KIND, one.title(), side, one.kind().map(Choice::new));
    }

    private void taskOf(CourseDesign.Task one, Side side) {
        alone(DesignElement.TASK_HOURS, one.title(), side, hours(one.hours()));
        alone(DesignElement.TASK_OUTCOMES, one.title(), side, several(one.outcomes()));
    }

    /** A part of an entry that only one design has. */
    private void alone(
            DesignElement element,
            String entry,
            Side side,
            Optional<? extends DesignValue> stated) {
        part(
                element,
                entry,
                side == Side.BEFORE ? stated : Optional.empty(),
                side == Side.AFTER ? stated : Optional.empty());
    }

    /**
     * The codes that outcomes of the older design have in the newer; those removed are left out.
     */
    private List<String> nowCalled(List<String> codes) {
        var called = new HashSet<String>();
        for (int i = 0; i < before.outcomes().size(); i++) {
            int place = outcomes.after().get(i);
            if (place >= 0 && codes.contains(before.outcomes().get(i).code())) {
                called.add(after.outcomes().get(place).code());
            }
        }
        return inOrder(called);
    }

    private List<String> inOrder(Collection<String> codes) {
        return after.outcomes().stream()
                .map(LearningOutcome::code)
                .filter(codes::contains)
                .toList();
    }

    /**
     * How the entries of a list are told apart.
     *
     * @param parts what is compared of two that are one
     * @param alone what one that was added or removed adds or takes away elsewhere in the design,
     *     such as its hours
     */
    private record Entry<T>(
            Function<T, String> name,
            Function<T, String> words,
            BiConsumer<T, T> parts,
            BiConsumer<T, Side> alone) {}

    private <T> void list(DesignElement element, List<T> was, List<T> is, Entry<T> entry) {
        list(element, Pairing.of(was, is, entry.words()), was, is, entry);
    }

    private <T> void list(
            DesignElement element, Pairing pairing, List<T> was, List<T> is, Entry<T> entry) {
        for (int i = 0; i < is.size(); i++) {
            var now = is.get(i);
            var earlier = pairing.before(i).map(was::get);
            if (earlier.isEmpty()) {
                change(
                        element,
                        entry.name().apply(now),
                        Kind.ADDED,
                        Optional.empty(),
                        words(entry.words().apply(now)));
                entry.alone().accept(now, Side.AFTER);
                continue;
            }
            entry.parts().accept(earlier.get(), now);
            if (pairing.moved().contains(i)) {
                change(
                        element,
                        entry.name().apply(now),
                        Kind.MOVED,
                        Optional.of(DesignValue.figure(pairing.before(i).get() + 1, Unit.PLACE)),
                        Optional.of(DesignValue.figure(i + 1, Unit.PLACE)));
            }
        }
        for (int i = 0; i < was.size(); i++) {
            if (pairing.after().get(i) < 0) {
                var gone = was.get(i);
                change(
                        element,
                        entry.name().apply(gone),
                        Kind.REMOVED,
                        words(entry.words().apply(gone)),
                        Optional.empty());
                entry.alone().accept(gone, Side.BEFORE);
            }
        }
    }

    private void one(
            DesignElement element, Function<CourseDesign, Optional<? extends DesignValue>> value) {
        part(element, "", value.apply(before), value.apply(after));
    }

    private void text(
            DesignElement element,
            DesignElement translations,
            String entry,
            MultilingualText was,
            MultilingualText is) {
        part(element, entry, authoritative(was), authoritative(is));
        part(translations, entry, translations(was), translations(is));
    }

    private void part(
            DesignElement element,
            String entry,
            Optional<? extends DesignValue> was,
            Optional<? extends DesignValue> is) {
        if (!was.equals(is)) {
            change(
                    element,
                    entry,
                    was.isEmpty() ? Kind.ADDED : is.isEmpty() ? Kind.REMOVED : Kind.CHANGED,
                    was.map(value -> value),
                    is.map(value -> value));
        }
    }

    private void change(
            DesignElement element,
            String entry,
            Kind kind,
            Optional<DesignValue> was,
            Optional<DesignValue> is) {
        changes.add(new Change(element, entry, kind, was, is));
    }

    private static Optional<CourseDesign.Aim> aim(CourseDesign design, String outcome) {
        return design.aims().stream().filter(aim -> aim.outcome().equals(outcome)).findFirst();
    }

    private static String sentence(LearningOutcome outcome) {
        return outcome.text().authoritative();
    }

    private static Optional<DesignValue> mustPass(CourseDesign.Task task) {
        return task.mustPass() ? words("must be passed") : Optional.empty();
    }

    private static Optional<DesignValue> words(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(DesignValue.text(text));
    }

    private static Optional<DesignValue> authoritative(MultilingualText text) {
        return Optional.of(
                new Text(text.authoritative(), Optional.of(text.authoritativeLanguage())));
    }

    private static Optional<DesignValue> translations(MultilingualText text) {
        return several(
                text.translations().stream()
                        .map(one -> one.getKey().tag() + ": " + one.getValue())
                        .sorted()
                        .toList());
    }

    private static Optional<DesignValue> skills(LearningOutcome outcome) {
        return several(
                outcome.skills().stream()
                        .map(skill -> "%s (%s)".formatted(skill.label(), skill.uri()))
                        .sorted()
                        .toList());
    }

    private static Optional<DesignValue> several(List<String> each) {
        return each.isEmpty() ? Optional.empty() : Optional.of(new Several(each));
    }

    private static Optional<DesignValue> hours(LearningHours hours) {
        return Optional.of(new Figure(hours.toDecimal(), Unit.HOURS));
    }

    private static Optional<DesignValue> months(Optional<Integer> months) {
        return months.map(count -> DesignValue.figure(count, Unit.MONTHS));
    }
}
