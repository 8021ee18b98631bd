package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.RuleWords;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Count;
import eu.cairn.stacking.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws the requirements of a stack to one scale. */
final class StackRows {

    /** How wide a course is drawn whose credits the rules do not fix, in hundredths. */
    private static final int UNKNOWN_COURSE = 500;

    /** A narrower part has room for its letter only, in percent. */
    private static final double ROOM_FOR_CREDITS = 14;

    private final Stack stack;
    private final StackLetters letters;
    private final RuleWords words;
    private final double scale;

    StackRows(Stack stack, StackLetters letters, RuleWords words) {
        this.stack = stack;
        this.letters = letters;
        this.words = words;
        this.scale =
                takes(stack).mapToInt(take -> Math.max(asked(take), counted(take))).max().orElse(1);
    }

    static Stream<Requirement.Take> takes(Stack stack) {
        return stack.rulebook().rules().takes();
    }

    List<StackRow> rows() {
        var rows = new ArrayList<StackRow>();
        stack.rulebook().rules().requirements().forEach(it -> add(it, "", rows));
        return rows;
    }

    StackFigure figure() {
        return StackFigure.of(
                takes(stack)
                        .filter(take -> result(take).chosen())
                        .map(
                                take ->
                                        new StackFigure.Size(
                                                asked(take), counted(take), result(take).state()))
                        .toList());
    }

    private void add(Requirement requirement, String within, List<StackRow> rows) {
        switch (requirement) {
            case Requirement.Take take -> rows.add(row(take, within));
            case Requirement.All all -> all.of().forEach(part -> add(part, within, rows));
            case Requirement.Choose choose ->
                    choose.of().forEach(part -> add(part, choice(choose), rows));
        }
    }

    private String choice(Requirement.Choose choose) {
        return "%s: %d of %d".formatted(title(choose), choose.count().number(), choose.of().size());
    }

    private StackRow row(Requirement.Take take, String within) {
        var result = result(take);
        var segments = new ArrayList<StackRow.Segment>();
        double x = 0;
        for (var count : letters.countedIn(take.id())) {
            double width = percent(count.credits().hundredths());
            segments.add(segment(count, x, width));
            x += width;
        }
        return new StackRow(
                title(take),
                within,
                note(take),
                segments,
                result.chosen() ? gap(take, x) : Optional.empty(),
                take.credits().isPresent()
                        ? result.counted().toString()
                        : Integer.toString(result.courses()),
                askedWords(take, result),
                result.state(),
                result.chosen());
    }

    private StackRow.Segment segment(Audit.Counted count, double x, double width) {
        var letter = letters.letter(count);
        return new StackRow.Segment(
                letters.colour(count),
                text(x),
                text(width),
                text(x + width / 2),
                width < ROOM_FOR_CREDITS ? letter : letter + " " + count.credits(),
                "%s, %s, %s ECTS".formatted(letter, letters.country(count), count.credits()));
    }

    private Optional<StackRow.Gap> gap(Requirement.Take take, double x) {
        int open = asked(take) - counted(take);
        if (open <= 0 || result(take).state() == Audit.State.MET) {
            return Optional.empty();
        }
        double width = percent(open);
        boolean known = take.credits().isPresent();
        var credits = new Ects(open).toString();
        return Optional.of(
                new StackRow.Gap(
                        text(x + 0.3),
                        text(Math.max(1, width - 0.6)),
                        text(x + width / 2),
                        width < ROOM_FOR_CREDITS ? "" : known ? credits + " open" : "open",
                        known ? credits + " ECTS open" : "a course open"));
    }

    private static String askedWords(Requirement.Take take, Audit.RequirementResult result) {
        if (take.credits().isEmpty()) {
            int courses = take.courses().map(Count::number).orElse(1);
            return "of " + courses + (courses == 1 ? " course" : " courses");
        }
        return "of "
                + take.credits().get()
                + take.courses()
                        .filter(count -> count.number() > 1)
                        .map(
                                count ->
                                        ", %d of %d courses"
                                                .formatted(result.courses(), count.number()))
                        .orElse("");
    }

    /**
     * The size of a requirement in hundredths; of a course without a figure, what would fill it.
     */
    private int asked(Requirement.Take take) {
        return take.credits()
                .map(Ects::hundredths)
                .orElseGet(
                        () -> {
                            int further =
                                    stack.audit().completion().stream()
                                            .filter(it -> it.requirement().equals(take.id()))
                                            .mapToInt(it -> it.credits().hundredths())
                                            .sum();
                            int known = counted(take) + further;
                            return known > 0 ? known : UNKNOWN_COURSE;
                        });
    }

    private int counted(Requirement.Take take) {
        return result(take).counted().hundredths();
    }

    private Audit.RequirementResult result(Requirement requirement) {
        return stack.requirement(requirement.id());
    }

    /** What a requirement asks for, unless its title already says it. */
    private String note(Requirement.Take take) {
        var asks = words.of(take.from());
        return title(take).equals(asks) ? take.note().because().orElse("") : asks;
    }

    private String title(Requirement requirement) {
        return words.title(requirement);
    }

    private double percent(int hundredths) {
        return 100.0 * hundredths / scale;
    }

    private static String text(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }
}
