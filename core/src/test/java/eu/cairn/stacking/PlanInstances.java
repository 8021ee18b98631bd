package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Condition.MaxAge;
import eu.cairn.stacking.Instances.Language;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Small random catalogues for small random learners. */
final class PlanInstances {

    /**
     * A learner, a catalogue and what is asked of a plan.
     *
     * @param ages whether the day matters
     * @param byEngine whether the audit, which has an oracle of its own, decides what is enough
     */
    record Instance(
            Rulebook rulebook,
            Portfolio portfolio,
            Offers offers,
            PlanGoal goal,
            PlanConstraints constraints,
            boolean ages,
            boolean byEngine) {}

    private static final List<String> COURSES =
            List.of("K0", "K1", "K2", "P0", "P1", "P2", "P3", "P4", "P5", "P6");

    /** Later than every course that has days. */
    static final LocalDate UNDATED = Instances.DAY.plusMonths(12);

    private final Random random;

    private PlanInstances(long seed) {
        this.random = new Random(seed);
    }

    static Instance of(long seed, int mostOffers) {
        var made = new PlanInstances(seed);
        var language = made.any(List.of(Language.values()));
        var drawn = made.drawn(language);
        var all = drawn.portfolio().credentials();
        int held = made.random.nextInt(all.size());
        boolean ages = made.chance(30);
        return new Instance(
                ages ? made.aging(drawn.rulebook()) : drawn.rulebook(),
                Portfolio.of(Instances.DAY, all.subList(0, held)),
                made.offers(all.subList(held, all.size()), mostOffers),
                made.any(List.of(PlanGoal.values())),
                made.constraints(),
                ages,
                ages || made.chance(60));
    }

    /** In most cases one who would have enough, if nothing were taken away. */
    private Instances.Instance drawn(Language language) {
        int most = language == Language.PARTIAL ? 4 : 7;
        var drawn = Instances.of(random.nextLong(), language, most);
        for (int more = random.nextInt(12); more > 0 && !enough(drawn); more--) {
            drawn = Instances.of(random.nextLong(), language, most);
        }
        return drawn;
    }

    private static boolean enough(Instances.Instance drawn) {
        return Audits.under(drawn.rulebook())
                .satisfied(drawn.portfolio(), Audits.WORK)
                .orElse(false);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The same rulebook, in which ages matter here and there. */
    private Rulebook aging(Rulebook rulebook) {
        return new Rulebook(
                rulebook.id(),
                rulebook.version(),
                rulebook.note(),
                rulebook.awardingBody(),
                rulebook.level(),
                rulebook.cycle(),
                rulebook.validFrom(),
                rulebook.validTo(),
                rulebook.requirements().stream().map(this::aging).toList(),
                rulebook.limits().stream()
                        .map(
                                limit ->
                                        chance(30)
                                                ? new Limit(
                                                        limit.id(),
                                                        limit.note(),
                                                        aging(limit.where()),
                                                        limit.atLeast(),
                                                        limit.atMost(),
                                                        limit.coursesAtLeast(),
                                                        limit.coursesAtMost(),
                                                        limit.partial())
                                                : limit)
                        .toList(),
                rulebook.total(),
                rulebook.terms());
    }

    private Requirement aging(Requirement requirement) {
        return switch (requirement) {
            case Take take ->
                    chance(60)
                            ? new Take(
                                    take.id(),
                                    take.note(),
                                    aging(take.from()),
                                    take.credits(),
                                    take.courses(),
                                    take.partial())
                            : take;
            case All all ->
                    new All(all.id(), all.note(), all.of().stream().map(this::aging).toList());
            case Choose choose ->
                    new Choose(
                            choose.id(),
                            choose.note(),
                            choose.count(),
                            choose.of().stream().map(this::aging).toList());
        };
    }

    private Filter aging(Filter filter) {
        var conditions = new ArrayList<>(filter.conditions());
        conditions.add(new MaxAge(Period.ofMonths(1 + random.nextInt(24))));
        return new Filter(conditions);
    }

    /** Courses that would give such credentials, and some more. */
    private Offers offers(List<HeldCredential> wanted, int most) {
        boolean priced = chance(60);
        var offers = new ArrayList<Offer>();
        int size = Math.min(most, wanted.size() + random.nextInt(4));
        for (int number = 0; number < size; number++) {
            var start = Instances.DAY.plusMonths(random.nextInt(8)).minusDays(chance(10) ? 3 : 0);
            var facts = number < wanted.size() ? like(wanted.get(number), number) : any(number);
            if (chance(70)) {
                facts.with(Fact.LANGUAGE, any(List.of("en", "fr")));
            }
            var needs = new ArrayList<Set<String>>();
            while (chance(15)) {
                needs.add(new TreeSet<>(List.of(any(COURSES), chance(50) ? any(COURSES) : "none")));
            }
            if (chance(15)) {
                offers.add(Offer.undated("o" + number, facts.credential(), UNDATED));
                continue;
            }
            offers.add(
                    new Offer(
                            "o" + number,
                            facts.credential(),
                            start,
                            start.plusDays(random.nextInt(100)),
                            chance(30) ? Optional.of(start.minusDays(20)) : Optional.empty(),
                            chance(20) ? Optional.of(random.nextInt(4)) : Optional.empty(),
                            priced || chance(60)
                                    ? Optional.of(new Price(random.nextInt(4) * 5_000L, "EUR"))
                                    : Optional.empty(),
                            needs));
        }
        return new Offers(offers);
    }

    private HeldCredentialFacts any(int number) {
        return HeldCredential.of("o" + number, Ects.of(1 + random.nextInt(6)))
                .course(any(COURSES))
                .themes(List.of(any(Instances.THEMES), any(Instances.THEMES)))
                .level(6 + random.nextInt(3))
                .issuer(any(Instances.ISSUERS));
    }

    private HeldCredentialFacts like(HeldCredential wanted, int number) {
        var facts = HeldCredential.of("o" + number, wanted.credits());
        wanted.facts().forEach(facts::with);
        return wanted.course().isPresent() ? facts : facts.course("N" + number);
    }

    private PlanConstraints constraints() {
        return new PlanConstraints(
                chance(20) ? Optional.of(Ects.of(4 + random.nextInt(8))) : Optional.empty(),
                chance(15)
                        ? Optional.of(new Price((1 + random.nextInt(8)) * 5_000L, "EUR"))
                        : Optional.empty(),
                chance(10) ? Set.of("en") : Set.of(),
                chance(15)
                        ? Optional.of(Instances.DAY.plusMonths(random.nextInt(4)))
                        : Optional.empty());
    }
}
