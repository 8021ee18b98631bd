package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.Counted;
import eu.cairn.stacking.Audit.Further;
import eu.cairn.stacking.Audit.LimitResult;
import eu.cairn.stacking.Audit.Proof;
import eu.cairn.stacking.Audit.RequirementResult;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Audit.ShareResult;
import eu.cairn.stacking.Audit.State;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Search.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says in figures and codes what a placement means: an audit is made from it. */
final class Explanation {

    final Problem whole;
    final Problem problem;
    final CompiledRulebook rules;
    final Result result;
    final Found found;
    private final Proof proof;

    /** What counts, by the id of a credential or the name of a block. */
    final Map<String, Counted> counted = new LinkedHashMap<>();

    /** The same by the id of each credential, those in blocks as well. */
    final Map<String, Counted> countOf = new HashMap<>();

    final Map<String, Integer> itemOf = new HashMap<>();
    final Map<String, RequirementResult> requirements = new HashMap<>();
    final List<LimitResult> limits;

    /**
     * @param whole the problem with every credential and every wish
     * @param problem the one that was solved: with those only in some window of time, and without
     *     pins where they cannot be kept
     */
    Explanation(Problem whole, Problem problem, Result result, Found found, Proof proof) {
        this.whole = whole;
        this.problem = problem;
        this.rules = problem.rules;
        this.result = result;
        this.found = found;
        this.proof = proof;
        var members = new Members();
        for (int item = 0; item < found.places().size(); item++) {
            var facts = problem.items.get(item);
            var id = facts.facts().id();
            int place = found.places().get(item);
            itemOf.put(id, item);
            if (place != Placement.UNUSED && rules.takesOf[place] != 0) {
                var credits = new Ects(found.outcome().counted().get(item));
                var of = facts.block() > 0 ? members.removeFirst(facts) : List.<String>of();
                var count = new Counted(id, takeIds(place), credits, of);
                counted.put(id, count);
                count.credentials().forEach(each -> countOf.put(each, count));
            }
        }
        rules.rulebook.requirements().forEach(each -> describe(each, Optional.empty(), true));
        this.limits = limits();
    }

    /** Which credentials are in which bundle, in the order of their ids. */
    private final class Members {

        private final List<Deque<String>> byBundle = new ArrayList<>();

        Members() {
            for (int bundle = 0; bundle < rules.bundles.size(); bundle++) {
                var ids = new TreeSet<String>();
                for (int item = 0; item < found.places().size(); item++) {
                    int place = found.places().get(item);
                    if (place != Placement.UNUSED && rules.bundleOf(place) == bundle) {
                        ids.add(problem.items.get(item).facts().id());
                    }
                }
                byBundle.add(new ArrayDeque<>(ids));
            }
        }

        List<String> removeFirst(Problem.Item block) {
            var ids = new ArrayList<String>();
            for (int each = 0; each < rules.bundles.get(block.bundle()).of(); each++) {
                ids.add(byBundle.get(block.bundle()).removeFirst());
            }
            return ids;
        }
    }

    private List<String> takeIds(int place) {
        var ids = new ArrayList<String>();
        for (long rest = rules.takesOf[place]; rest != 0; rest &= rest - 1) {
            ids.add(rules.takes.get(Long.numberOfTrailingZeros(rest)).id());
        }
        return ids;
    }

    static Audit unfinished(Problem problem, long steps) {
        var proof = new Proof("search", Optional.empty(), steps, false);
        return nothing(problem, Result.COULD_NOT_FINISH, proof);
    }

    static Audit impossible(Problem problem, Proof proof) {
        return nothing(problem, Result.NOT_SATISFIED, proof);
    }

    /** An audit that counts nothing, as it does not know what. */
    private static Audit nothing(Problem problem, Result result, Proof proof) {
        var outcome = new Amounts.Outcome(0, 0, List.of(), List.of());
        var none = new Choices.Asked(0, Collections.nCopies(problem.rules.bundles.size(), 0), 0, 0);
        var found = Search.Found.of(none, new Placement(problem), outcome);
        var audit = new Explanation(problem, problem, result, found, proof).audit();
        return new Audit(
                result,
                Optional.empty(),
                audit.counted(),
                audit.chosen(),
                audit.requirements(),
                audit.limits(),
                audit.shares(),
                audit.credentials(),
                audit.completion(),
                audit.conflict(),
                proof);
    }

    Audit audit() {
        var reasons = new CredentialReasons(this);
        return new Audit(
                result,
                Optional.of(Problem.ects(found.outcome().missing())),
                counted.values().stream()
                        .sorted(Comparator.comparing(Counted::credential))
                        .toList(),
                chosen(),
                requirements.values().stream()
                        .sorted(Comparator.comparing(RequirementResult::id))
                        .toList(),
                limits,
                rules.shares.stream().map(this::share).toList(),
                whole.entering.stream().map(reasons::of).toList(),
                completion(),
                List.of(),
                proof);
    }

    boolean asked(Take take) {
        return (found.asked().takes() >> rules.takeNumber(take.id()) & 1) != 0;
    }

    /** The alternatives of choices that are asked. */
    private List<String> chosen() {
        return rules.rulebook
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
        requirements.put(described.id(), described);
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
            if (count.isIn(take.id())) {
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

    private List<LimitResult> limits() {
        var all = new ArrayList<LimitResult>();
        for (int number = 0; number < rules.limits.size(); number++) {
            all.add(limit(number));
        }
        return all;
    }

    private LimitResult limit(int number) {
        var limit = rules.limits.get(number);
        int used = 0;
        int courses = 0;
        for (var count : counted.values()) {
            if (touches(number, item(count))) {
                used += count.credits().hundredths();
                courses++;
            }
        }
        boolean holds =
                used >= rules.floor[number]
                        && used <= rules.cap[number]
                        && courses >= rules.courseFloor[number]
                        && courses <= rules.courseCap[number];
        return new LimitResult(
                limit.id(),
                new Ects(used),
                limit.atLeast(),
                limit.atMost(),
                courses,
                limit.coursesAtLeast(),
                limit.coursesAtMost(),
                holds);
    }

    private ShareResult share(Share share) {
        int number = rules.shares.indexOf(share);
        int used = 0;
        int courses = 0;
        for (int item = 0; item < found.places().size(); item++) {
            int place = found.places().get(item);
            if (place >= rules.firstPair && rules.shareOf[place] == number) {
                used += found.outcome().counted().get(item);
                courses++;
            }
        }
        return new ShareResult(
                share.id(), new Ects(used), share.atMost(), courses, share.coursesAtMost());
    }

    Problem.Item item(Counted count) {
        return problem.items.get(Objects.requireNonNull(itemOf.get(count.credential())));
    }

    static boolean touches(int limit, Problem.Item item) {
        return (item.limits() >> limit & 1) != 0;
    }

    /** Of courses that no rule names each further credential certifies another one. */
    private static HeldCredential distinct(FurtherKind kind, Set<String> others) {
        var facts = kind.facts();
        if (kind.course().isPresent() || facts.course().isEmpty()) {
            return facts;
        }
        var name = facts.course().get();
        for (int number = 2; !others.add(name); number++) {
            name = facts.course().get() + "-" + number;
        }
        return HeldCredentialFacts.copy(facts).course(name).credential();
    }

    private List<Further> completion() {
        var others = new TreeSet<String>();
        return found.outcome().further().stream()
                .map(
                        further ->
                                new Further(
                                        takeIds(further.place()),
                                        new Ects(further.credits()),
                                        distinct(further.kind(), others)))
                .sorted(
                        Comparator.comparing(Further::requirement)
                                .thenComparing(further -> further.facts().course().orElse(""))
                                .thenComparing(Further::credits, Comparator.reverseOrder()))
                .toList();
    }
}
