package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Small random rulebooks and portfolios, drawn so that about half are just satisfied. */
final class Instances {

    /** A rulebook with a portfolio. */
    record Instance(Rulebook rulebook, Portfolio portfolio) {}

    /** What a random rulebook may contain. */
    enum Language {
        WHOLE,
        COUNTS,
        PARTIAL,
        /** Sharing, bundles, spending, prerequisites, substitutes, windows, wishes, preferences. */
        TERMS
    }

    static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    static final List<String> THEMES = List.of("law", "data", "code");
    static final List<String> ISSUERS = List.of("uni-a", "uni-b");
    static final List<String> COURSES = List.of("K0", "K1", "K2", "K3", "K4", "K5");
    static final List<Preference> PREFERENCES =
            List.of(
                    Preference.NEWEST,
                    Preference.HOME,
                    Preference.FEWEST_CREDITS,
                    Preference.PROTECT);
    static final int VERSIONS = 3;
    static final List<String> AWARDS = List.of("Y", "Z");

    private final Random random;
    private final Language language;
    private int named;

    private Instances(long seed, Language language) {
        this.random = new Random(seed);
        this.language = language;
    }

    static Instance of(long seed, Language language, int most) {
        var made = new Instances(seed, language);
        return new Instance(made.rulebook(), made.portfolio(most));
    }

    /** The same with every list in another order. */
    static Instance shuffled(Instance instance, long seed) {
        var random = new Random(seed);
        var rulebook = instance.rulebook();
        var portfolio = instance.portfolio();
        return new Instance(
                rulebook.with(
                        mixed(rulebook.requirements(), random).stream()
                                .map(each -> mixed(each, random))
                                .toList(),
                        mixed(rulebook.limits(), random),
                        rulebook.total(),
                        mixed(rulebook.terms(), random)),
                new Portfolio(
                        portfolio.asOf(),
                        mixed(portfolio.credentials(), random),
                        portfolio.decisions(),
                        mixed(portfolio.spent(), random),
                        mixed(portfolio.wishes(), random),
                        portfolio.keep(),
                        portfolio.prefer()));
    }

    /** The same, where requirements and limits ask for versions that credentials state, or not. */
    static Instance versioned(Instance instance, long seed) {
        var random = new Random(seed);
        var rulebook = instance.rulebook();
        var portfolio = instance.portfolio();
        return new Instance(
                rulebook.with(
                        rulebook.requirements().stream().map(it -> asking(it, random)).toList(),
                        rulebook.limits().stream()
                                .map(
                                        it ->
                                                new Limit(
                                                        it.id(),
                                                        it.note(),
                                                        asking(it.where(), random),
                                                        it.atLeast(),
                                                        it.atMost(),
                                                        it.coursesAtLeast(),
                                                        it.coursesAtMost(),
                                                        it.partial()))
                                .toList(),
                        rulebook.total(),
                        rulebook.terms()),
                new Portfolio(
                        portfolio.asOf(),
                        portfolio.credentials().stream().map(it -> stating(it, random)).toList(),
                        portfolio.decisions(),
                        portfolio.spent(),
                        portfolio.wishes(),
                        portfolio.keep(),
                        portfolio.prefer()));
    }

    private static Requirement asking(Requirement requirement, Random random) {
        return switch (requirement) {
            case Take take ->
                    new Take(
                            take.id(),
                            take.note(),
                            asking(take.from(), random),
                            take.credits(),
                            take.courses(),
                            take.partial());
            case All all -> new All(all.id(), all.note(), asking(all.of(), random));
            case Choose choose ->
                    new Choose(
                            choose.id(),
                            choose.note(),
                            choose.count(),
                            asking(choose.of(), random));
        };
    }

    private static List<Requirement> asking(List<Requirement> requirements, Random random) {
        return requirements.stream().map(it -> asking(it, random)).toList();
    }

    private static Filter asking(Filter filter, Random random) {
        var bound = Optional.of(1 + random.nextInt(VERSIONS));
        Optional<Integer> none = Optional.empty();
        var asked =
                switch (random.nextInt(5)) {
                    case 0 -> new Condition.Version(bound, bound);
                    case 1 -> new Condition.Version(bound, none);
                    case 2 -> new Condition.Version(none, bound);
                    default -> null;
                };
        return asked == null
                ? filter
                : new Filter(
                        Stream.concat(filter.conditions().stream(), Stream.of(asked)).toList());
    }

    private static HeldCredential stating(HeldCredential held, Random random) {
        int version = random.nextInt(VERSIONS + 1);
        return version == 0
                ? held
                : HeldCredentialFacts.copy(held)
                        .with(Fact.VERSION, Integer.toString(version))
                        .credential();
    }

    private static Terms mixed(Terms terms, Random random) {
        return new Terms(
                mixed(terms.notBoth(), random),
                mixed(terms.shares(), random),
                mixed(terms.bundles(), random),
                terms.spending(),
                mixed(terms.prerequisites(), random),
                terms.substitutes(),
                terms.within(),
                terms.prefer());
    }

    private static Requirement mixed(Requirement requirement, Random random) {
        return switch (requirement) {
            case Take take -> take;
            case All all -> new All(all.id(), all.note(), mixed(all.of(), random));
            case Choose choose ->
                    new Choose(
                            choose.id(), choose.note(), choose.count(), mixed(choose.of(), random));
        };
    }

    private static <T> List<T> mixed(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Rulebook rulebook() {
        var requirements = new ArrayList<Requirement>();
        requirements.add(take());
        if (chance(45)) {
            var children = List.<Requirement>of(take(), take(), take());
            var count = new Count(1 + random.nextInt(2), chance(60));
            requirements.add(new Choose("choice", Note.NONE, count, children));
        } else {
            requirements.add(take());
            if (chance(40)) {
                requirements.add(new All("all", Note.NONE, List.of(take())));
            }
        }
        var limits = new ArrayList<Limit>();
        for (int number = random.nextInt(3); number > 0; number--) {
            limits.add(limit("limit-" + number));
        }
        return new Rulebook(
                "random",
                "1",
                Note.NONE,
                language == Language.TERMS
                        ? Optional.of(new AwardingBody("uni-a", "A"))
                        : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                requirements,
                limits,
                chance(25)
                        ? Optional.of(Limit.atMost("total", credits(6, 20), Filter.ANY))
                        : Optional.empty(),
                terms(requirements));
    }

    private Terms terms(List<Requirement> requirements) {
        var notBoth = chance(25) ? List.of(Set.of("K0", "K1")) : List.<Set<String>>of();
        if (language != Language.TERMS) {
            return Terms.ofNotBoth(notBoth);
        }
        var ids = requirements.stream().flatMap(Requirement::stream).map(Requirement::id).toList();
        return new Terms(
                notBoth,
                chance(60) ? shares(ids) : List.of(),
                chance(35) ? List.of(bundle()) : List.of(),
                chance(40)
                        ? new Spending(Map.of("Z", spendingRule()), spendingRule())
                        : Spending.FREE,
                chance(20)
                        ? List.of(new Prerequisite("K2", List.of(Set.of("K0", "K3"))))
                        : List.of(),
                chance(20) ? Map.of("K4", "K5") : Map.of(),
                chance(25) ? Optional.of(Period.ofDays(300)) : Optional.empty(),
                chance(40) ? List.of(any(PREFERENCES), any(PREFERENCES)) : List.of());
    }

    private List<Share> shares(List<String> ids) {
        var one = any(ids);
        var other = any(ids);
        return one.equals(other)
                ? List.of()
                : List.of(
                        new Share(
                                "share",
                                Note.NONE,
                                List.of(one, other),
                                chance(60) ? Optional.of(credits(2, 6)) : Optional.empty(),
                                chance(30) ? Optional.of(1) : Optional.empty()));
    }

    private Bundle bundle() {
        var each = Filter.of(new OneOf(Fact.THEME, List.of(any(THEMES))));
        var block =
                HeldCredential.of("bundle", credits(3, 7)).themes(List.of(any(THEMES))).level(7);
        return new Bundle(
                "bundle",
                Note.NONE,
                1 + random.nextInt(3),
                each,
                chance(20) ? block.course(any(COURSES)).credential() : block.credential());
    }

    private Spending.Rule spendingRule() {
        return switch (random.nextInt(4)) {
            case 0 -> new Spending.Rule.Forbidden();
            case 1 -> new Spending.Rule.Allowed();
            case 2 -> new Spending.Rule.AtMost(Optional.of(credits(2, 6)), Optional.empty());
            default -> new Spending.Rule.AtMost(Optional.empty(), Optional.of(1));
        };
    }

    private Take take() {
        var conditions = new ArrayList<Condition>();
        if (chance(60)) {
            conditions.add(new OneOf(Fact.THEME, List.of(any(THEMES))));
        }
        if (chance(25)) {
            conditions.add(level());
        }
        boolean counts = language == Language.COUNTS && chance(60);
        if (counts && chance(30)) {
            conditions.add(new OneOf(Fact.COURSE, List.of(any(COURSES), any(COURSES))));
        }
        return new Take(
                "r" + named++,
                Note.NONE,
                new Filter(conditions),
                counts && chance(50) ? Optional.empty() : Optional.of(credits(2, 9)),
                counts
                        ? Optional.of(new Count(1 + random.nextInt(2), chance(50)))
                        : Optional.empty(),
                mayCut(40));
    }

    private boolean mayCut(int percent) {
        return (language == Language.PARTIAL && chance(percent))
                || (language == Language.TERMS && chance(percent / 8));
    }

    private Level level() {
        var level = Optional.of(new EqfLevel(7));
        return chance(80) ? new Level(level, Optional.empty()) : new Level(Optional.empty(), level);
    }

    private Limit limit(String id) {
        var where =
                switch (random.nextInt(3)) {
                    case 0 -> Filter.of(new OneOf(Fact.ISSUER, List.of(any(ISSUERS))));
                    case 1 -> Filter.of(level());
                    default -> Filter.of(new OneOf(Fact.THEME, List.of(any(THEMES))));
                };
        boolean courses = language == Language.COUNTS && chance(30);
        boolean floor = chance(50);
        Optional<Ects> credits = courses ? Optional.empty() : Optional.of(credits(2, 9));
        Optional<Integer> count = courses ? Optional.of(1 + random.nextInt(2)) : Optional.empty();
        return new Limit(
                id,
                Note.NONE,
                where,
                floor ? credits : Optional.empty(),
                floor ? Optional.empty() : credits,
                floor ? count : Optional.empty(),
                floor ? Optional.empty() : count,
                mayCut(50));
    }

    private Ects credits(int least, int most) {
        return Ects.of(least + random.nextInt(most - least + 1));
    }

    private Portfolio portfolio(int most) {
        var held = new ArrayList<HeldCredential>();
        int size = most / 2 + random.nextInt(most - most / 2 + 1);
        for (int number = 0; number < size; number++) {
            var facts =
                    HeldCredential.of("c" + number, credits(1, 6))
                            .themes(List.of(any(THEMES), any(THEMES)))
                            .level(6 + random.nextInt(3))
                            .issuer(any(ISSUERS))
                            .awarded(DAY.minusDays(random.nextInt(1000)));
            if (chance(50)) {
                facts = facts.course(any(COURSES));
            }
            if (language == Language.TERMS && chance(10)) {
                facts = facts.award(any(AWARDS));
            }
            if (chance(5)) {
                facts = facts.status(CredentialStatus.REVOKED);
            }
            held.add(facts.credential());
        }
        return language == Language.TERMS ? wishing(held) : Portfolio.of(DAY, held);
    }

    private Portfolio wishing(List<HeldCredential> held) {
        var ids = held.stream().map(HeldCredential::id).toList();
        var spent = new ArrayList<Spent>();
        var wishes = new ArrayList<Wish>();
        for (var id : ids) {
            if (chance(25)) {
                spent.add(new Spent(id, any(AWARDS)));
            }
            if (chance(12)) {
                wishes.add(
                        chance(30)
                                ? Wish.leaveOut(id)
                                : new Wish(id, Optional.of("r" + random.nextInt(3)), chance(60)));
            }
        }
        return new Portfolio(
                DAY,
                held,
                List.of(),
                spent,
                wishes,
                ids.isEmpty() ? Set.of() : Set.of(any(ids)),
                chance(20) ? List.of(any(PREFERENCES)) : List.of());
    }
}
