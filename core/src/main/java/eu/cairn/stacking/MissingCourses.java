package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which single course, if it existed, would let most learners finish a qualification today. Courses
 * of the kinds that their audits name as missing are looked at, in some usual sizes and in the
 * sizes that they miss; for each of them every learner is audited again.
 */
public final class MissingCourses {

    /** Sizes of courses that are looked at beside what somebody misses. */
    private static final List<Ects> SIZES = List.of(Ects.of(3), Ects.of(5));

    /** The most courses that are looked at; each means one audit of each learner. */
    private static final int MOST = 200;

    /** The work of one audit, and of all of them together. */
    private static final long WORK = 400_000;

    private static final long ALL_WORK = 100 * WORK;

    /**
     * A course that does not exist yet.
     *
     * @param credits its size
     * @param facts what it has to be; what no rule asks about is absent
     * @param finish how many learners would satisfy the rulebook with it
     * @param undecided how many more might, as their audits could not be finished
     */
    public record Missing(Ects credits, Map<Fact, List<String>> facts, int finish, int undecided) {}

    /**
     * What was found.
     *
     * @param learners how many were asked about, {@code satisfied} how many need nothing
     * @param courses those with which somebody would finish, most learners first, then the fewest
     *     credits; none with which no more would than with a smaller one that is alike
     * @param complete whether every kind and size that somebody misses was looked at
     */
    public record Answer(int learners, int satisfied, List<Missing> courses, boolean complete) {
        public Answer {
            courses = List.copyOf(courses);
        }
    }

    private record Kind(Ects credits, Map<Fact, List<String>> facts) {}

    /** A learner who is not there yet, and the fewest credits that would do, where it is known. */
    private record Open(Portfolio held, Optional<Ects> missing) {

        boolean isTooMuchFor(Ects credits) {
            return missing.stream().anyMatch(least -> credits.compareTo(least) < 0);
        }
    }

    private final Audits audits;

    private MissingCourses(Rulebook rulebook) {
        this.audits = Audits.under(rulebook);
    }

    public static MissingCourses under(Rulebook rulebook) {
        return new MissingCourses(rulebook);
    }

    /** The courses that these learners miss, each of whom is asked about on their own day. */
    public Answer of(List<Portfolio> learners) {
        var open = new ArrayList<Open>();
        var kinds = new HashSet<Map<Fact, List<String>>>();
        var sizes = new HashSet<>(SIZES);
        int satisfied = 0;
        boolean complete = true;
        long asked = 0;
        for (var learner : learners) {
            if (asked > ALL_WORK) {
                complete = false;
                open.add(new Open(learner, Optional.empty()));
                continue;
            }
            var audit = audits.audit(learner, WORK);
            asked += audit.proof().steps();
            switch (audit.result()) {
                case SATISFIED -> satisfied++;
                case COULD_NOT_FINISH -> {
                    complete = false;
                    open.add(new Open(learner, Optional.empty()));
                }
                case NOT_SATISFIED ->
                        audit.missing()
                                .ifPresent(it -> open.add(new Open(learner, Optional.of(it))));
            }
            audit.missing().ifPresent(sizes::add);
            for (var further : audit.completion()) {
                kinds.add(further.facts().facts());
                sizes.add(further.credits());
            }
        }
        var all = kinds(kinds, sizes);
        var found = new ArrayList<Missing>();
        var work = new Budget(Math.max(0, ALL_WORK - asked));
        for (var kind : all.stream().limit(MOST).toList()) {
            var missing = missing(kind, open, work);
            if (missing.finish() > 0) {
                found.add(missing);
            }
        }
        found.sort(
                Comparator.comparing(Missing::finish, Comparator.reverseOrder())
                        .thenComparing(Missing::credits)
                        .thenComparing(each -> each.facts().toString()));
        return new Answer(
                learners.size(),
                satisfied,
                withoutNeedless(found),
                complete && all.size() <= MOST && asked + work.spent() <= ALL_WORK);
    }

    /** Of two courses that are alike the larger is needless where no more would finish with it. */
    private static List<Missing> withoutNeedless(List<Missing> mostFirst) {
        var kept = new ArrayList<Missing>();
        for (var course : mostFirst) {
            var needless =
                    kept.stream()
                            .filter(it -> it.facts().equals(course.facts()))
                            .anyMatch(it -> it.credits().compareTo(course.credits()) <= 0);
            if (!needless) {
                kept.add(course);
            }
        }
        return kept;
    }

    private static List<Kind> kinds(Set<Map<Fact, List<String>>> facts, Set<Ects> sizes) {
        var kinds = new LinkedHashSet<Kind>();
        for (var size : sizes.stream().sorted().toList()) {
            for (var each : facts.stream().sorted(Comparator.comparing(Map::toString)).toList()) {
                kinds.add(new Kind(size, each));
            }
        }
        return List.copyOf(kinds);
    }

    private Missing missing(Kind kind, List<Open> learners, Budget work) {
        int finish = 0;
        int undecided = 0;
        for (var learner : learners) {
            if (learner.isTooMuchFor(kind.credits)) {
                continue;
            }
            Optional<Boolean> satisfied =
                    learner.held.credentials().size() < Portfolio.LARGEST
                            ? audits.satisfied(with(learner.held, kind), new Budget(WORK, work))
                            : Optional.empty();
            finish += satisfied.equals(Optional.of(true)) ? 1 : 0;
            undecided += satisfied.isEmpty() ? 1 : 0;
        }
        return new Missing(kind.credits, kind.facts, finish, undecided);
    }

    /** What a learner would hold who had completed such a course today. */
    private static Portfolio with(Portfolio learner, Kind kind) {
        var ids = learner.credentials().stream().map(HeldCredential::id).toList();
        var id = "missing";
        while (ids.contains(id)) {
            id += "'";
        }
        var facts = HeldCredential.of(id, kind.credits).awarded(learner.asOf());
        kind.facts.forEach(facts::with);
        var held = new ArrayList<>(learner.credentials());
        held.add(facts.credential());
        return learner.on(learner.asOf(), held);
    }
}
