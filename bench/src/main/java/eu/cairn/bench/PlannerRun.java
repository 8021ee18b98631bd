package eu.cairn.bench;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.HeldCredentialFacts;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Offer;
import eu.cairn.stacking.Offers;
import eu.cairn.stacking.PlanAnswer;
import eu.cairn.stacking.PlanConstraints;
import eu.cairn.stacking.PlanGoal;
import eu.cairn.stacking.Planner;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Price;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Measures planning beside the audit that every plan ends with: learners who hold twelve
 * credentials and miss about half of eight requirements, and catalogues of six terms in which a
 * quarter of the courses have a prerequisite.
 */
public final class PlannerRun {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final int REQUIREMENTS = 8;
    private static final int HELD = 12;
    private static final int[] SIZES = {3, 4, 5, 5, 5, 6, 7, 10};
    private static final int TERMS = 6;

    private record Question(Rulebook rulebook, Portfolio portfolio, Offers offers) {}

    private PlannerRun() {}

    /**
     * @param learners how many for each row; 20 if absent
     */
    public static void main(String[] learners) {
        int count = learners.length > 0 ? Integer.parseInt(learners[0]) : 20;
        System.out.printf(
                "%-30s %9s %9s %9s %9s %9s %9s%n",
                "offers, goal", "CPU ms p50", "max", "audit p50", "ratio", "unproved", "no plan");
        for (int offers : List.of(40, 120)) {
            for (var goal : PlanGoal.values()) {
                for (var load : List.of(Optional.<Ects>empty(), Optional.of(Ects.of(15)))) {
                    row(offers, goal, load, count);
                }
            }
        }
    }

    private static void row(int offers, PlanGoal goal, Optional<Ects> load, int learners) {
        var constraints = new PlanConstraints(load, Optional.empty(), Set.of(), Optional.empty());
        var planning = new ArrayList<Long>();
        var auditing = new ArrayList<Long>();
        int unproved = 0;
        int none = 0;
        for (int seed = -5; seed < learners; seed++) {
            var question = question(seed, offers);
            var planner = Planner.under(question.rulebook);
            long before = Timed.cpuTime();
            var answer = planner.plans(question.portfolio, question.offers, goal, constraints, 1);
            long between = Timed.cpuTime();
            Audits.audit(question.rulebook, question.portfolio);
            long after = Timed.cpuTime();
            if (seed < 0) {
                continue;
            }
            planning.add(between - before);
            auditing.add(after - between);
            none += answer instanceof PlanAnswer.None ? 1 : 0;
            boolean proved =
                    answer instanceof PlanAnswer.None
                            || (answer instanceof PlanAnswer.Found found
                                    && found.plans().getFirst().best());
            unproved += proved ? 0 : 1;
        }
        planning.sort(Long::compare);
        auditing.sort(Long::compare);
        double median = planning.get(planning.size() / 2) / 1e6;
        double floor = auditing.get(auditing.size() / 2) / 1e6;
        System.out.printf(
                "%-30s %9.1f %9.1f %9.3f %9.0f %9d %9d%n",
                offers + ", " + goal.code() + load.map(it -> ", load " + it).orElse(""),
                median,
                planning.getLast() / 1e6,
                floor,
                median / floor,
                unproved,
                none);
    }

    private static Question question(long seed, int count) {
        var random = new Random(seed);
        var held = new ArrayList<HeldCredential>();
        var needs = new int[REQUIREMENTS];
        for (int number = 0; number < HELD; number++) {
            int home = random.nextInt(REQUIREMENTS);
            int credits = SIZES[random.nextInt(SIZES.length)];
            needs[home] += credits;
            held.add(facts(random, "c" + number, home, credits).awarded(TODAY).credential());
        }
        var takes = new ArrayList<Requirement>();
        int sum = 0;
        for (int number = 0; number < REQUIREMENTS; number++) {
            int need = needs[number] + random.nextInt(8);
            sum += need;
            var theme = new Condition.OneOf(Fact.THEME, List.of("t" + number));
            takes.add(
                    new Requirement.Take(
                            "r" + number,
                            Note.NONE,
                            Filter.of(theme),
                            Optional.of(Ects.of(Math.max(3, need))),
                            Optional.empty(),
                            false));
        }
        var six = new Condition.Level(Optional.empty(), Optional.of(new EqfLevel(6)));
        var home = new Condition.OneOf(Fact.ISSUER, List.of("uni-a"));
        var limits =
                List.of(
                        Limit.atMost("level", Ects.of(sum / 3), Filter.of(six)),
                        Limit.atLeast("home", Ects.of(sum / 3), Filter.of(home)));
        return new Question(
                Rulebook.of("bench", takes, limits),
                Portfolio.of(TODAY, held),
                new Offers(offers(random, count)));
    }

    private static List<Offer> offers(Random random, int count) {
        var offers = new ArrayList<Offer>();
        for (int number = 0; number < count; number++) {
            int theme = random.nextInt(REQUIREMENTS);
            int credits = SIZES[random.nextInt(SIZES.length)];
            var facts = facts(random, "o" + number, theme, credits).course("K" + number);
            var start = TODAY.plusMonths(1 + 6L * random.nextInt(TERMS));
            var needs = new ArrayList<Set<String>>();
            if (random.nextInt(4) == 0) {
                needs.add(Set.of("K" + random.nextInt(count)));
            }
            offers.add(
                    new Offer(
                            "o" + number,
                            facts.credential(),
                            start,
                            start.plusMonths(4),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new Price(100_00L * (1 + random.nextInt(9)), "EUR")),
                            needs));
        }
        return offers;
    }

    private static HeldCredentialFacts facts(Random random, String id, int theme, int credits) {
        return HeldCredential.of(id, Ects.of(credits))
                .themes(List.of("t" + theme, "t" + random.nextInt(REQUIREMENTS)))
                .level(random.nextInt(100) < 75 ? 7 : 6)
                .issuer(random.nextInt(2) == 0 ? "uni-a" : "uni-b");
    }
}
