package eu.cairn.bench;

import eu.cairn.bench.Learner.Held;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Rulebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Learners who hold just enough: an assignment is planted and the rules ask for exactly what it
 * comes to; every third learner then loses a credential.
 */
final class LearnerInstances {

    private static final int[] CREDITS = {1, 2, 3, 4, 5, 5, 6, 8, 10};
    private static final List<String> UNIVERSITIES = List.of("uni-a", "uni-b");
    private static final List<String> PRIVATE = List.of("academy", "firm");

    /** From here on a third of the credentials is more than the rules ask for. */
    private static final int LARGE = 100;

    /**
     * A credential before it has an id.
     *
     * @param home the requirement that it is meant for
     * @param themes the requirements that it has the themes of, its home among them
     * @param planted whether the rules ask for what it brings
     */
    record Draft(
            int home,
            int credits,
            Set<Integer> themes,
            int level,
            String issuer,
            String course,
            boolean planted) {

        boolean isPrivate() {
            return PRIVATE.contains(issuer);
        }
    }

    private final Random random;
    private final Shape shape;
    private final PlantedRules rules;
    private final List<Draft> drafts = new ArrayList<>();

    private LearnerInstances(Shape shape, long seed) {
        this.random = new Random(seed);
        this.shape = shape;
        this.rules = new PlantedRules(shape, random);
    }

    static Learner of(Shape shape, long seed) {
        return new LearnerInstances(shape, seed).learner(seed);
    }

    private Learner learner(long seed) {
        int spare = shape.credentials() >= LARGE ? shape.credentials() / 3 : random.nextInt(2);
        for (int number = 0; number < shape.credentials(); number++) {
            drafts.add(draft(number, number < shape.credentials() - spare));
        }
        Rulebook rulebook = rules.asking(drafts);
        if (seed % 3 == 0) {
            lose();
        }
        Collections.shuffle(drafts, random);
        return Learner.of(seed, rulebook, held());
    }

    private Draft draft(int number, boolean planted) {
        int home = rules.home(number);
        var themes = new HashSet<>(Set.of(home));
        for (int more = random.nextInt(3); more > 0; more--) {
            themes.add(random.nextInt(shape.requirements()));
        }
        if (rules.nearlyServed(home) && random.nextInt(10) < 7) {
            themes.add(rules.nearMiss());
        }
        int level = random.nextInt(100) < 75 || rules.asksLevel(home) ? 7 : 6;
        boolean outside = rules.asksPrivate(home) || random.nextInt(3) == 0;
        var issuers = outside ? PRIVATE : UNIVERSITIES;
        // What is spare may repeat a course that is counted already.
        int course = planted || random.nextInt(4) > 0 ? number : random.nextInt(number);
        return new Draft(
                home,
                CREDITS[random.nextInt(CREDITS.length)],
                themes,
                level,
                issuers.get(random.nextInt(issuers.size())),
                "K" + course,
                planted);
    }

    /**
     * One planted credential goes; where there is much to spare, others of its home follow until
     * what is left is not enough there.
     */
    private void lose() {
        var planted = drafts.stream().filter(Draft::planted).toList();
        var lost = planted.get(random.nextInt(planted.size()));
        drafts.remove(lost);
        if (shape.credentials() < LARGE) {
            drafts.removeIf(draft -> !draft.planted());
            return;
        }
        int home = lost.home();
        int need = planted.stream().filter(it -> it.home() == home).mapToInt(Draft::credits).sum();
        var serving =
                new ArrayList<>(drafts.stream().filter(it -> it.themes().contains(home)).toList());
        while (serving.stream().mapToInt(Draft::credits).sum() >= need) {
            drafts.remove(serving.remove(random.nextInt(serving.size())));
        }
    }

    private List<Held> held() {
        var held = new ArrayList<Held>();
        for (var draft : drafts) {
            var credits = Ects.of(draft.credits());
            var id = "c%03d".formatted(held.size());
            held.add(
                    new Held(
                            credits,
                            draft.course(),
                            HeldCredential.of(id, credits)
                                    .themes(
                                            draft.themes().stream()
                                                    .map(each -> "t" + each)
                                                    .toList())
                                    .level(draft.level())
                                    .issuer(draft.issuer())
                                    .kind(draft.isPrivate() ? "private" : "hei")
                                    .course(draft.course())
                                    .awarded(Learner.DAY.minusDays(random.nextInt(1500)))
                                    .credential()));
        }
        return held;
    }
}
