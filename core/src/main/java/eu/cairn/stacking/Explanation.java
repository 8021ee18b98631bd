package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.Counted;
import eu.cairn.stacking.Audit.CredentialResult;
import eu.cairn.stacking.Audit.Further;
import eu.cairn.stacking.Audit.LimitResult;
import eu.cairn.stacking.Audit.Proof;
import eu.cairn.stacking.Audit.RequirementResult;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Audit.State;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Search.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says in figures and codes what a placement means: an audit is made from it. */
final class Explanation {

    private final Problem problem;
    private final Result result;
    private final Found found;
    private final Proof proof;

    private final Map<String, Counted> counted = new LinkedHashMap<>();
    private final Map<String, Integer> itemOf = new HashMap<>();
    private final List<RequirementResult> requirements = new ArrayList<>();

    Explanation(Problem problem, Result result, Found found, Proof proof) {
        this.problem = problem;
        this.result = result;
        this.found = found;
        this.proof = proof;
        for (int item = 0; item < found.take().size(); item++) {
            var id = problem.items.get(item).facts().id();
            itemOf.put(id, item);
            if (found.take().get(item) != Placement.UNUSED) {
                var take = problem.takes.get(found.take().get(item));
                var credits = new Ects(found.outcome().counted().get(item));
                counted.put(id, new Counted(id, take.id(), credits));
            }
        }
        problem.rulebook.requirements().forEach(each -> describe(each, Optional.empty(), true));
        requirements.sort(Comparator.comparing(RequirementResult::id));
    }

    static Audit unfinished(Problem problem, long steps) {
        var proof = new Proof("search", steps, false);
        return nothing(problem, Result.COULD_NOT_FINISH, proof);
    }

    static Audit impossible(Problem problem, Proof proof) {
        return nothing(problem, Result.NOT_SATISFIED, proof);
    }

    /** An audit that counts nothing, as it does not know what. */
    private static Audit nothing(Problem problem, Result result, Proof proof) {
        var unused = Collections.nCopies(problem.items.size(), Placement.UNUSED);
        var outcome = new Amounts.Outcome(0, 0, List.of(), List.of());
        var audit = new Explanation(problem, result, new Found(0, unused, outcome), proof).audit();
        return new Audit(
                result,
                Optional.empty(),
                audit.counted(),
                audit.chosen(),
                audit.requirements(),
                audit.limits(),
                audit.credentials(),
                audit.completion(),
                audit.conflict(),
                proof);
    }

    Audit audit() {
        return new Audit(
                result,
                Optional.of(Amounts.ects(found.outcome().missing())),
                counted.values().stream()
                        .sorted(Comparator.comparing(Counted::credential))
                        .toList(),
                chosen(),
                requirements,
                problem.limits.stream().map(this::limit).toList(),
                problem.portfolio.credentials().stream().map(this::credential).toList(),
                completion(),
                List.of(),
                proof);
    }

    private boolean asked(Take take) {
        return (found.asked() >> problem.takeNumber(take) & 1) != 0;
    }

    /** The alternatives of choices that are asked. */
    private List<String> chosen() {
        return problem.rulebook
                .everyRequirement()
                .filter(Choose.class::isInstance)
                .flatMap(choose -> ((Choose) choose).of().stream())
                .filter(this::picked)
                .map(Requirement::id)
                .sorted()
                .toList();
    }

    private RequirementResult describe(
            Requirement requirement, Optional<String> within, boolean asked) {
        var described =
                switch (requirement) {
                    case Take take -> describe(take, within, asked);
                    case All all ->
                            group(
                                    all,
                                    within,
                                    asked,
                                    all.of().stream().map(part -> part(part, all, asked)).toList());
                    case Choose choose ->
                            group(
                                    choose,
                                    within,
                                    asked,
                                    choose.of().stream()
                                            .map(part -> part(part, choose, asked && picked(part)))
                                            .toList());
                };
        requirements.add(described);
        return described;
    }

    private RequirementResult part(Requirement part, Requirement of, boolean asked) {
        return describe(part, Optional.of(of.id()), asked);
    }

    private boolean picked(Requirement alternative) {
        return alternative.stream().anyMatch(it -> it instanceof Take take && asked(take));
    }

    private RequirementResult describe(Take take, Optional<String> within, boolean asked) {
        int credits = 0;
        int courses = 0;
        for (var count : counted.values()) {
            if (count.requirement().equals(take.id())) {
                credits += count.credits().hundredths();
                courses++;
            }
        }
        int needed = take.credits().map(Ects::hundredths).orElse(0);
        int lacking = Math.max(0, needed - credits);
        int few = Math.max(0, take.courses().map(Count::number).orElse(0) - courses);
        boolean met = asked && lacking == 0 && few == 0;
        var state = met ? State.MET : courses > 0 ? State.PARTLY : State.OPEN;
        return new RequirementResult(
                take.id(),
                within,
                asked,
                state,
                new Ects(credits),
                new Ects(asked ? lacking : 0),
                courses,
                asked ? few : 0);
    }

    private RequirementResult group(
            Requirement group,
            Optional<String> within,
            boolean asked,
            List<RequirementResult> parts) {
        var taken = parts.stream().filter(RequirementResult::chosen).toList();
        int courses = taken.stream().mapToInt(RequirementResult::courses).sum();
        boolean met =
                asked
                        && !taken.isEmpty()
                        && taken.stream().allMatch(part -> part.state() == State.MET);
        return new RequirementResult(
                group.id(),
                within,
                asked,
                met ? State.MET : courses > 0 ? State.PARTLY : State.OPEN,
                sum(taken.stream().map(RequirementResult::counted).toList()),
                sum(taken.stream().map(RequirementResult::missing).toList()),
                courses,
                taken.stream().mapToInt(RequirementResult::missingCourses).sum());
    }

    private static Ects sum(List<Ects> credits) {
        return credits.stream().reduce(Ects.ZERO, Ects::plus);
    }

    private LimitResult limit(Limit limit) {
        var touching = counted.values().stream().filter(count -> touches(limit, count)).toList();
        var used = sum(touching.stream().map(Counted::credits).toList());
        int courses = touching.size();
        boolean holds =
                limit.atLeast().stream().allMatch(least -> used.compareTo(least) >= 0)
                        && limit.atMost().stream().allMatch(most -> used.compareTo(most) <= 0)
                        && limit.coursesAtLeast().stream().allMatch(least -> courses >= least)
                        && limit.coursesAtMost().stream().allMatch(most -> courses <= most);
        return new LimitResult(
                limit.id(),
                used,
                limit.atLeast(),
                limit.atMost(),
                courses,
                limit.coursesAtLeast(),
                limit.coursesAtMost(),
                holds);
    }

    private boolean touches(Limit limit, Counted count) {
        int item = Objects.requireNonNull(itemOf.get(count.credential()));
        return touches(problem.limits.indexOf(limit), problem.items.get(item));
    }

    private static boolean touches(int limit, Problem.Item item) {
        return (item.limits() >> limit & 1) != 0;
    }

    private CredentialResult credential(HeldCredential credential) {
        var facts = problem.portfolio.entering(credential);
        var unusable = facts.unusable(problem.asOf());
        var count = Optional.ofNullable(counted.get(credential.id()));
        if (unusable.isPresent()) {
            return new CredentialResult(credential.id(), List.of(), unusable.stream().toList());
        }
        if (count.isPresent()) {
            var part = count.get();
            var reasons =
                    part.credits().equals(facts.credits())
                            ? List.<Reason>of()
                            : List.of(
                                    Reason.of(
                                                    "stacking.counted-in-part",
                                                    part.credits(),
                                                    facts.credits())
                                            .at(part.requirement()));
            return new CredentialResult(credential.id(), List.of(part), reasons);
        }
        var reasons = new ArrayList<Reason>();
        if (result != Result.COULD_NOT_FINISH) {
            for (var take : problem.takes) {
                reasons.addAll(reasons(facts, take));
            }
        }
        return new CredentialResult(credential.id(), List.of(), reasons);
    }

    private List<Reason> reasons(HeldCredential facts, Take take) {
        var mismatches = take.from().mismatches(facts, problem.asOf());
        return mismatches.isEmpty()
                ? List.of(whyLeftOut(facts, take).at(take.id()))
                : mismatches.stream().map(reason -> reason.at(take.id())).toList();
    }

    /** Why a credential that the requirement accepts does not count in it. */
    private Reason whyLeftOut(HeldCredential facts, Take take) {
        if (found.outcome().missing() == 0 && found.asked() == 0) {
            return Reason.of("stacking.rules-contradict");
        }
        if (!asked(take)) {
            return Reason.of("stacking.not-chosen");
        }
        var excluding = excluding(facts);
        if (excluding.isPresent()) {
            return excluding.get();
        }
        var state = requirements.stream().filter(it -> it.id().equals(take.id())).findFirst();
        if (state.orElseThrow().state() == State.MET) {
            return Reason.of("stacking.requirement-full", state.get().counted());
        }
        var item = problem.items.get(Objects.requireNonNull(itemOf.get(facts.id())));
        for (int number = 0; number < problem.limits.size(); number++) {
            var limit = problem.limits.get(number);
            var used = limit(limit).used().plus(facts.credits());
            if (touches(number, item)
                    && limit.atMost().stream().anyMatch(most -> used.compareTo(most) > 0)) {
                return Reason.of("stacking.over-limit", limit.id(), limit.atMost().get());
            }
        }
        return Reason.of("stacking.not-needed");
    }

    private Optional<Reason> excluding(HeldCredential facts) {
        for (int exclusion : problem.exclusionsOf(facts.course())) {
            for (var count : counted.values()) {
                int item = Objects.requireNonNull(itemOf.get(count.credential()));
                var other = problem.items.get(item).facts();
                if (problem.items.get(item).exclusions().contains(exclusion)) {
                    var course = other.course().orElseThrow();
                    var code =
                            facts.course().equals(other.course())
                                    ? "stacking.already-counted"
                                    : "stacking.not-both";
                    return Optional.of(Reason.of(code, course, other.id()));
                }
            }
        }
        return Optional.empty();
    }

    private List<Further> completion() {
        return found.outcome().further().stream()
                .map(
                        further ->
                                new Further(
                                        problem.takes.get(further.take()).id(),
                                        new Ects(further.credits()),
                                        further.kind().facts()))
                .sorted(
                        Comparator.comparing(Further::requirement)
                                .thenComparing(further -> further.facts().course().orElse(""))
                                .thenComparing(Further::credits, Comparator.reverseOrder()))
                .toList();
    }
}
