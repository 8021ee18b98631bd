package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.AuditCheck.Line;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The part of {@link AuditCheck} about what counts together: no course twice, nothing that excludes
 * each other or lies too far apart, and no more counted in two requirements than a share admits.
 */
final class TermsCheck {

    private final AuditCheck rules;
    private final Rulebook rulebook;
    private final Portfolio portfolio;
    private final List<Line> lines;
    private final List<HeldCredential> members;
    private final List<Refusal> doubts;

    /**
     * @param members the credentials in the blocks among {@code lines}
     */
    TermsCheck(
            AuditCheck rules,
            Portfolio portfolio,
            List<Line> lines,
            List<HeldCredential> members,
            List<Refusal> doubts) {
        this.rules = rules;
        this.rulebook = rules.rulebook;
        this.portfolio = portfolio;
        this.lines = lines;
        this.members = members;
        this.doubts = doubts;
    }

    private void doubt(String code, String place, Object... parameters) {
        doubts.add(Refusal.of(code, place, parameters));
    }

    /**
     * @param days when each credential that is counted was awarded, those in blocks as well
     * @param today whether further credentials are counted, which are awarded on the day itself
     */
    void run(Supplier<Map<String, Optional<LocalDate>>> days, boolean today) {
        var seen = HashSet.<String>newHashSet(lines.size() + members.size());
        for (var facts : members) {
            once(facts, seen);
        }
        for (var line : lines) {
            once(line.facts(), seen);
        }
        for (var set : rulebook.terms().notBoth()) {
            if (set.stream().filter(seen::contains).count() > 1) {
                doubt("audit.not-both", String.join(", ", set));
            }
        }
        if (!portfolio.spent().isEmpty()) {
            spentOnAnother();
        }
        rulebook.terms().within().ifPresent(period -> window(period, days.get(), today));
        for (var share : rulebook.terms().shares()) {
            twice(share);
        }
    }

    private void once(HeldCredential facts, Set<String> seen) {
        var course = facts.course();
        if (course.isPresent() && !seen.add(course.get())) {
            doubt("audit.course-twice", course.get());
        }
    }

    private List<HeldCredential> everything() {
        var all = new ArrayList<>(members);
        for (var line : lines) {
            all.add(line.facts());
        }
        return all;
    }

    /** That no award is counted beside what was spent on it. */
    private void spentOnAnother() {
        var all = everything();
        var awards = new HashMap<String, Set<String>>();
        for (var facts : all) {
            facts.award()
                    .ifPresent(
                            award ->
                                    awards.computeIfAbsent(award, it -> new HashSet<>())
                                            .add(facts.id()));
        }
        for (var facts : all) {
            for (var award : facts.values(Fact.SPENT)) {
                var others = awards.getOrDefault(award, Set.of());
                if (others.size() > (others.contains(facts.id()) ? 1 : 0)) {
                    doubt("audit.spent-on-counted", award, facts.id());
                }
            }
        }
    }

    private void window(Period period, Map<String, Optional<LocalDate>> days, boolean today) {
        Optional<LocalDate> first = Optional.empty();
        Optional<LocalDate> last = today ? Optional.of(portfolio.asOf()) : Optional.empty();
        for (var each : days.entrySet()) {
            var day = each.getValue();
            if (day.isEmpty()) {
                doubt("audit.outside-window", each.getKey());
                continue;
            }
            first = first.filter(day.get()::isAfter).or(() -> day);
            last = last.filter(day.get()::isBefore).or(() -> day);
        }
        if (first.isPresent() && first.get().plus(period).isBefore(last.orElseThrow())) {
            doubt("audit.outside-window", first.get().toString(), last.get());
        }
    }

    private void twice(Share share) {
        var ids = new HashSet<String>();
        for (var pair : rules.pairs) {
            if (pair.share().equals(share)) {
                ids.add(pair.one() + " " + pair.other());
            }
        }
        int credits = 0;
        int number = 0;
        for (var line : lines) {
            var both = line.requirements().stream().sorted().toList();
            if (both.size() == 2 && ids.contains(both.get(0) + " " + both.get(1))) {
                credits += line.credits();
                number++;
            }
        }
        if (credits > share.atMost().map(Ects::hundredths).orElse(Integer.MAX_VALUE)
                || number > share.coursesAtMost().orElse(Integer.MAX_VALUE)) {
            doubt("audit.shared-too-much", share.id(), new Ects(credits), number);
        }
    }
}
