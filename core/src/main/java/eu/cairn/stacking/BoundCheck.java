package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit.LowerBound;
import eu.cairn.stacking.Audit.Measure;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of {@link AuditCheck} that counts again what a lower bound says is needed and there. */
final class BoundCheck {

    private final AuditCheck rules;
    private final Rulebook rulebook;
    private final Portfolio portfolio;
    private final List<HeldCredential> usable = new ArrayList<>();
    private final List<Take> takes;
    private final List<Rulebook.Pair> pairs;

    BoundCheck(
            AuditCheck rules,
            Portfolio portfolio,
            Collection<HeldCredential> entering,
            Set<String> courses) {
        this.rules = rules;
        this.rulebook = rules.rulebook;
        this.portfolio = portfolio;
        this.takes = List.copyOf(rules.takes.values());
        this.pairs = rules.pairs;
        for (var credential : entering) {
            if (rulebook.refuses(credential, courses, portfolio.asOf()).isEmpty()) {
                usable.add(credential);
            }
        }
        for (var bundle : rulebook.terms().bundles()) {
            int held = 0;
            for (var credential : List.copyOf(usable)) {
                boolean in =
                        bundle.each().matches(credential, portfolio.asOf())
                                && !rulebook.terms().spending().caps(credential)
                                && !elsewhere(credential);
                held += in ? 1 : 0;
            }
            for (int block = 1; block <= held / bundle.of(); block++) {
                usable.add(bundle.block(block));
            }
        }
    }

    /** Whether the learner wants a credential in some requirement, or left out of all. */
    private boolean elsewhere(HeldCredential credential) {
        return portfolio.wishes().stream()
                .anyMatch(
                        wish ->
                                wish.credentialId().equals(credential.id())
                                        && (wish.counts()
                                                ? isKept(wish, credential)
                                                : wish.requirement().isEmpty()));
    }

    /** Whether the requirement accepts the credential that is pinned to it. */
    private boolean isKept(Wish pin, HeldCredential credential) {
        return rulebook.everyRequirement()
                .filter(it -> pin.requirement().stream().anyMatch(it.id()::equals))
                .flatMap(Requirement::stream)
                .anyMatch(it -> accepts(it.id(), credential));
    }

    /** Whether as much is needed as {@code bound} says, and no more is there than it says. */
    boolean holds(LowerBound bound) {
        long needed = 0;
        for (var requirement : rulebook.requirements()) {
            needed += needed(requirement, bound);
        }
        var limits = rules.limits;
        var floor = limits.stream().filter(it -> bound.floor().stream().anyMatch(it.id()::equals));
        var asked = floor.findFirst();
        if (bound.floor().isPresent()) {
            needed =
                    bound.measure() == Measure.CREDITS
                            ? asked.flatMap(Limit::atLeast).map(Ects::hundredths).orElse(0)
                            : asked.flatMap(Limit::coursesAtLeast).orElse(0);
        }
        long available = 0;
        var capped = limits.stream().filter(it -> bound.caps().contains(it.id())).toList();
        var used = new long[capped.size()];
        for (var credential : usable) {
            if (!counts(credential, bound, asked)) {
                continue;
            }
            long amount = amount(credential, bound.measure());
            int caps = 0;
            for (int cap = 0; cap < used.length; cap++) {
                if (capped.get(cap).where().matches(credential, portfolio.asOf())) {
                    used[cap] += amount;
                    caps++;
                }
            }
            if (caps > 1) {
                return false;
            }
            available += caps == 0 ? amount : 0;
        }
        for (int cap = 0; cap < used.length; cap++) {
            available += Math.min(used[cap], most(capped.get(cap), bound.measure()));
        }
        available += bound.floor().isPresent() ? 0 : twice(bound);
        return needed >= bound.needed() && available <= bound.available();
    }

    private static long amount(HeldCredential credential, Measure measure) {
        return measure == Measure.CREDITS ? credential.credits().hundredths() : 1;
    }

    private static long most(Limit limit, Measure measure) {
        return measure == Measure.CREDITS
                ? limit.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE)
                : limit.coursesAtMost().orElse(Integer.MAX_VALUE);
    }

    private long needed(Requirement requirement, LowerBound bound) {
        return switch (requirement) {
            case Take take -> {
                int figure =
                        bound.measure() == Measure.CREDITS
                                ? take.credits().map(Ects::hundredths).orElse(0)
                                : take.courses().map(Count::number).orElse(0);
                yield bound.requirements().contains(take.id()) ? figure : 0;
            }
            case All all -> all.of().stream().mapToLong(it -> needed(it, bound)).sum();
            case Choose choose ->
                    choose.of().stream()
                            .mapToLong(it -> needed(it, bound))
                            .sorted()
                            .limit(choose.count().number())
                            .sum();
        };
    }

    private boolean counts(HeldCredential credential, LowerBound bound, Optional<Limit> floor) {
        if (floor.isPresent() && !floor.get().where().matches(credential, portfolio.asOf())) {
            return false;
        }
        for (var take : takes) {
            if ((floor.isPresent() || bound.requirements().contains(take.id()))
                    && take.from().matches(credential, portfolio.asOf())
                    && !unwanted(credential, take)) {
                return true;
            }
        }
        return false;
    }

    private boolean unwanted(HeldCredential credential, Take take) {
        if (portfolio.wishes().isEmpty()) {
            return false;
        }
        boolean pinned = false;
        boolean here = false;
        for (var wish : portfolio.wishes()) {
            if (!wish.credentialId().equals(credential.id())) {
                continue;
            }
            boolean about =
                    wish.requirement().isEmpty()
                            || rulebook.everyRequirement()
                                    .filter(it -> it.id().equals(wish.requirement().get()))
                                    .flatMap(Requirement::stream)
                                    .anyMatch(it -> it.id().equals(take.id()));
            if (!wish.counts() && about) {
                return true;
            }
            pinned |= wish.counts() && isKept(wish, credential);
            here |= wish.counts() && about;
        }
        return pinned && !here && pairs.isEmpty();
    }

    /** The most that can be counted twice among the requirements of the bound. */
    private long twice(LowerBound bound) {
        long sum = 0;
        for (var share : rulebook.terms().shares()) {
            long most = 0;
            for (var credential : usable) {
                boolean both =
                        pairs.stream()
                                .anyMatch(
                                        pair ->
                                                pair.share().equals(share)
                                                        && bound.requirements().contains(pair.one())
                                                        && bound.requirements()
                                                                .contains(pair.other())
                                                        && mayBeIn(pair.one(), credential)
                                                        && mayBeIn(pair.other(), credential));
                most += both ? amount(credential, bound.measure()) : 0;
            }
            long cap =
                    bound.measure() == Measure.CREDITS
                            ? share.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE)
                            : share.coursesAtMost().orElse(Integer.MAX_VALUE);
            sum += Math.min(most, cap);
        }
        return sum;
    }

    private boolean mayBeIn(String requirement, HeldCredential credential) {
        return accepts(requirement, credential)
                && rulebook.everyRequirement()
                        .filter(it -> it.id().equals(requirement))
                        .noneMatch(it -> it instanceof Take take && unwanted(credential, take));
    }

    private boolean accepts(String requirement, HeldCredential credential) {
        return rulebook.everyRequirement()
                .filter(it -> it.id().equals(requirement))
                .anyMatch(
                        it ->
                                it instanceof Take take
                                        && take.from().matches(credential, portfolio.asOf()));
    }
}
