package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit.Claim;
import eu.cairn.stacking.Audit.Counted;
import eu.cairn.stacking.AuditCheck.Line;
import eu.cairn.stacking.Requirement.Take;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of {@link AuditCheck} about what counts where: that each credential is held, may count,
 * and is allowed where it stands.
 */
final class FillingCheck {

    private final AuditCheck rules;
    private final Rulebook rulebook;
    private final Portfolio portfolio;
    private final Claim claim;
    private final Set<String> asked;
    private final LocalDate asOf;
    private final List<Refusal> doubts;
    private final Map<String, HeldCredential> entering;
    private final Set<String> courses;

    /** Every credential that is counted, those in blocks as well. */
    private final Set<String> counted;

    /** The credentials in blocks. */
    private final List<HeldCredential> members = new ArrayList<>();

    private final List<Line> held = new ArrayList<>();

    /**
     * @param asked the requirements that take credentials and are asked, by their ids
     */
    FillingCheck(
            AuditCheck rules,
            Portfolio portfolio,
            Claim claim,
            Set<String> asked,
            List<Refusal> doubts) {
        this.rules = rules;
        this.rulebook = rules.rulebook;
        this.portfolio = portfolio;
        this.claim = claim;
        this.asked = asked;
        this.asOf = portfolio.asOf();
        this.doubts = doubts;
        var all = rulebook.entering(portfolio);
        this.courses = rulebook.coursesHeld(all, asOf);
        this.entering = HashMap.newHashMap(all.size());
        for (var credential : all) {
            entering.put(credential.id(), credential);
        }
        this.counted = HashSet.newHashSet(all.size());
    }

    Collection<HeldCredential> entering() {
        return entering.values();
    }

    /** The courses of all that is usable, where some course has prerequisites. */
    Set<String> courses() {
        return courses;
    }

    private void doubt(String code, String place, Object... parameters) {
        doubts.add(Refusal.of(code, place, parameters));
    }

    /** What is held and counts. */
    List<Line> held() {
        for (Counted each : claim.counted()) {
            var line = each.of().isEmpty() ? credential(each) : block(each);
            if (line.isPresent()) {
                held.add(line.get());
                unwanted(line.get());
                keepsRules(line.get());
                cut(line.get());
            }
        }
        return held;
    }

    /** What is not held and would complete it. */
    List<Line> further() {
        var lines = new ArrayList<Line>();
        for (var each : claim.completion()) {
            var facts = HeldCredentialFacts.copy(each.facts()).credits(each.credits());
            int credits = each.credits().hundredths();
            var line = new Line(facts.credential(), each.requirements(), credits);
            lines.add(line);
            keepsRules(line);
        }
        return lines;
    }

    /** That what is held may count beside {@code further}. */
    void together(List<Line> further) {
        var lines = new ArrayList<>(held);
        lines.addAll(further);
        new TermsCheck(rules, portfolio, lines, members, doubts)
                .run(this::days, !further.isEmpty());
    }

    /** When each credential that is counted was awarded. */
    private Map<String, Optional<LocalDate>> days() {
        var days = new TreeMap<String, Optional<LocalDate>>();
        for (var id : counted) {
            var facts = Optional.ofNullable(entering.get(id));
            days.put(id, facts.flatMap(HeldCredential::awarded));
        }
        return days;
    }

    private Optional<Line> credential(Counted each) {
        return count(each.credential())
                .map(facts -> new Line(facts, each.requirements(), each.credits().hundredths()));
    }

    /** The facts of a credential that is counted, and that may be. */
    private Optional<HeldCredential> count(String id) {
        var facts = Optional.ofNullable(entering.get(id));
        if (facts.isEmpty()) {
            doubt("audit.unknown-credential", id);
        } else if (!counted.add(id)) {
            doubt("audit.counted-twice", id);
        } else if (rulebook.refuses(facts.get(), courses, asOf).isPresent()) {
            doubt("audit.unusable", id);
        }
        return facts;
    }

    private Optional<Line> block(Counted each) {
        for (var bundle : rulebook.terms().bundles()) {
            for (int number = 1; number <= each.of().size() * claim.counted().size(); number++) {
                if (bundle.blockId(number).equals(each.credential())) {
                    gathered(bundle, each);
                    var facts = bundle.block(number);
                    int credits = each.credits().hundredths();
                    return Optional.of(new Line(facts, each.requirements(), credits));
                }
            }
        }
        doubt("audit.unknown-credential", each.credential());
        return Optional.empty();
    }

    private void gathered(Bundle bundle, Counted block) {
        if (block.of().size() != bundle.of()) {
            doubt("audit.wrong-block", block.credential(), block.of().size(), bundle.of());
        }
        for (var id : block.of()) {
            var facts = count(id);
            facts.ifPresent(members::add);
            if (facts.isPresent()
                    && (!bundle.each().matches(facts.get(), asOf)
                            || rulebook.terms().spending().caps(facts.get()))) {
                doubt("audit.not-accepted", bundle.id(), id);
            }
        }
    }

    /** That a line alone is allowed where it stands. */
    private void keepsRules(Line line) {
        var id = line.facts().id();
        for (var requirement : line.requirements()) {
            var take = rules.takes.get(requirement);
            if (take == null) {
                doubt("audit.unknown-requirement", requirement, id);
                continue;
            }
            if (!asked.contains(requirement)) {
                doubt("audit.not-chosen", requirement, id);
            }
            if (!take.from().matches(line.facts(), asOf)) {
                doubt("audit.not-accepted", requirement, id);
            }
        }
        if (line.requirements().size() != 1 && !shared(line)) {
            doubt("audit.not-shared", String.join(", ", line.requirements()), id);
        }
    }

    private boolean shared(Line line) {
        return rules.pairs.stream()
                .anyMatch(
                        pair ->
                                line.requirements().size() == 2
                                        && line.isIn(pair.one())
                                        && line.isIn(pair.other()));
    }

    /** That nothing counts where the learner does not want it. */
    private void unwanted(Line line) {
        for (var wish : portfolio.wishes()) {
            if (wish.credentialId().equals(line.facts().id())
                    && !wish.counts()
                    && wish.requirement().stream().allMatch(id -> isBelow(id, line))) {
                doubt("audit.unwanted", wish.requirement().orElse(""), line.facts().id());
            }
        }
    }

    private boolean isBelow(String requirement, Line line) {
        return rulebook.everyRequirement()
                .filter(each -> each.id().equals(requirement))
                .flatMap(Requirement::stream)
                .anyMatch(each -> line.isIn(each.id()));
    }

    /** That a credential counts with more than it has nowhere, and in part only where allowed. */
    private void cut(Line line) {
        int whole = line.facts().credits().hundredths();
        if (line.credits() > whole) {
            doubt("audit.too-many-credits", line.facts().id(), new Ects(whole));
        }
        if (line.credits() >= whole) {
            return;
        }
        boolean allowed = false;
        for (var requirement : line.requirements()) {
            allowed |=
                    Optional.ofNullable(rules.takes.get(requirement))
                            .filter(Take::partial)
                            .isPresent();
        }
        for (var limit : rules.limits) {
            allowed |= limit.partial() && limit.where().matches(line.facts(), asOf);
        }
        if (!allowed) {
            doubt("audit.cut-credential", line.facts().id(), new Ects(line.credits()));
        }
    }
}
