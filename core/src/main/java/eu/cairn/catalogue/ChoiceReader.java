package eu.cairn.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the pass rule, what is left to the learner, and what comes before the course. */
final class ChoiceReader {

    private static final int MOST_COURSES = 20;
    private static final int MOST_SEEN = 500;

    private final CourseDraft draft;
    private final DraftPlan.Choices typed;
    private final TypedFields fields;
    private final Neighbours neighbours;

    ChoiceReader(CourseDraft draft, TypedFields fields, Neighbours neighbours) {
        this.draft = draft;
        this.typed = draft.plan().choices();
        this.fields = fields;
        this.neighbours = neighbours;
    }

    CoursePlan.Choices read() {
        var accepted = fields.option("priorLearning", typed.priorLearning(), ChoiceReader::yesOrNo);
        return new CoursePlan.Choices(
                passMark(),
                alternatives(),
                fields.option("pace", typed.pace(), Pace::ofCode),
                accepted,
                fields.text(
                        "priorLearningHow",
                        typed.priorLearningHow(),
                        accepted.equals(Optional.of(true))),
                before());
    }

    private static Optional<Boolean> yesOrNo(String code) {
        return switch (code) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Optional<Integer> passMark() {
        if (typed.passMark().isBlank()) {
            return Optional.empty();
        }
        var mark = PassRule.passMark(typed.passMark());
        if (mark.isEmpty()) {
            return fields.fault("passMark", "catalogue.weight-invalid", typed.passMark());
        }
        var rule = PassRule.of(draft).orElseThrow();
        for (int i = 1; i <= draft.outcomes().size(); i++) {
            int outcome = i;
            rule.without(outcome)
                    .ifPresent(
                            way ->
                                    fields.hint(
                                            "outcomes[" + outcome + "]",
                                            "catalogue.outcome-may-fail",
                                            outcome,
                                            way.total(),
                                            mark.get(),
                                            marks(way)));
        }
        return mark;
    }

    private static String marks(PassRule.Way way) {
        return way.marks().entrySet().stream()
                .map(mark -> "A%d %d %%".formatted(mark.getKey(), mark.getValue()))
                .collect(Collectors.joining(", "));
    }

    private List<CoursePlan.Alternative> alternatives() {
        var read = new ArrayList<CoursePlan.Alternative>();
        var choice = TaskChoice.of(draft);
        for (var group : choice.groups()) {
            var place = "alternatives-" + group.letter().toLowerCase(Locale.ROOT);
            if (!group.letter().matches("[A-Z]")) {
                fields.fault(place, "catalogue.choice-unknown", group.letter());
                continue;
            }
            if (group.take().filter(take -> take < group.numbers().size()).isEmpty()) {
                fields.fault(
                        place, "catalogue.take-invalid", group.letter(), group.numbers().size());
                continue;
            }
            if (group.numbers().stream().map(choice::weight).distinct().count() > 1) {
                fields.fault(place, "catalogue.alternative-weights", group.letter());
            }
            read.add(new CoursePlan.Alternative(group.letter(), group.take().get()));
        }
        for (int i = 1; i <= draft.outcomes().size(); i++) {
            int outcome = i;
            boolean somewhere =
                    draft.tasks().stream().anyMatch(task -> task.outcomes().contains(outcome));
            if (somewhere && !choice.alwaysAssesses(outcome)) {
                fields.fault(
                        "outcomes[" + outcome + "]",
                        "catalogue.outcome-unassessed-by-choice",
                        outcome);
            }
        }
        return read;
    }

    private List<CoursePlan.Before> before() {
        var read = new ArrayList<CoursePlan.Before>();
        if (typed.before().size() > MOST_COURSES) {
            fields.fault("before", "catalogue.too-many-rows", typed.before().size(), MOST_COURSES);
            return read;
        }
        var named = new HashSet<String>();
        for (int i = 0; i < typed.before().size(); i++) {
            var place = "before[" + (i + 1) + "]";
            var one = typed.before().get(i);
            var needed = fields.choice(place + ".kind", one.kind(), ChoiceReader::needed);
            var path = one.course().strip();
            var course = neighbours.course(path);
            if (path.isEmpty()) {
                fields.fault(place + ".course", "catalogue.text-missing");
            } else if (path.equals(neighbours.path(draft.code().strip()))) {
                fields.fault(place + ".course", "catalogue.before-itself");
            } else if (course.isEmpty()) {
                fields.fault(place + ".course", "catalogue.course-unknown", path);
            } else if (!named.add(path)) {
                fields.fault(place + ".course", "catalogue.row-twice");
            } else if (needed.equals(Optional.of(true)) && circle(path).isPresent()) {
                fields.fault(
                        place + ".course", "catalogue.before-circle", circle(path).orElseThrow());
            } else {
                needed.ifPresent(
                        it -> read.add(new CoursePlan.Before(path, course.get().title(), it)));
            }
        }
        return read;
    }

    private static Optional<Boolean> needed(String code) {
        return switch (code) {
            case "needed" -> Optional.of(true);
            case "recommended" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The way from a course back to this one over what each needs, in titles. */
    private Optional<String> circle(String from) {
        var own = neighbours.path(draft.code().strip());
        var way = new ArrayList<String>();
        if (own.isEmpty() || !reaches(own, from, new HashSet<>(), way)) {
            return Optional.empty();
        }
        way.addFirst(draft.title().strip());
        way.add(draft.title().strip());
        return Optional.of(String.join(" → ", way));
    }

    private boolean reaches(String own, String from, Set<String> seen, List<String> way) {
        if (seen.size() > MOST_SEEN || !seen.add(from)) {
            return false;
        }
        var course = neighbours.course(from);
        if (course.isEmpty()) {
            return false;
        }
        way.add(course.get().title());
        for (var next : course.get().needs()) {
            if (next.equals(own) || reaches(own, next, seen, way)) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }
}
