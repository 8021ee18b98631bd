package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.journal.Journal;
import eu.cairn.award.ApprovalRule;
import eu.cairn.award.BatchSize;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Above which size the batches of an organisation need a second approval.
 *
 * <p>Whoever changes the rule is bound for a day by what held before as well, so that nobody
 * loosens it and awards alone under what they loosened.
 */
@Component
public class ApprovalRules {

    static final Duration DAY = Duration.ofDays(1);

    private final ApprovalRuleStore store;
    private final Journal journal;
    private final Clock clock;

    ApprovalRules(ApprovalRuleStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The rule that holds.
     *
     * @param setBy the name of whoever set it; empty for what holds until it is set
     */
    public record Standing(ApprovalRule rule, Optional<String> setBy, Optional<Instant> setAt) {}

    public Standing of(Acting acting) {
        return store.history(acting.organisation().id()).stream()
                .findFirst()
                .map(
                        kept ->
                                new Standing(
                                        kept.rule(),
                                        Optional.of(kept.name()),
                                        Optional.of(kept.at())))
                .orElseGet(
                        () ->
                                new Standing(
                                        ApprovalRule.UNTIL_SET,
                                        Optional.empty(),
                                        Optional.empty()));
    }

    /**
     * Sets the rule, or says everything that is wrong with it; what is written twice is set once.
     */
    @Transactional
    public Decided<ApprovalRule> set(Acting acting, String credentials, String credits) {
        return ApprovalRule.read(credentials, credits).map(rule -> set(acting, rule));
    }

    private ApprovalRule set(Acting acting, ApprovalRule rule) {
        if (of(acting).rule().equals(rule)) {
            return rule;
        }
        store.add(acting, rule, clock.instant());
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "approval-rules.set",
                acting.organisation().slug(),
                (limit(rule.credentials().map(String::valueOf))
                                + "\n"
                                + limit(rule.credits().map(Ects::toString)))
                        .getBytes(StandardCharsets.UTF_8));
        return rule;
    }

    /** A limit as it is written. */
    static String limit(Optional<String> most) {
        return most.orElse(ApprovalRule.OFF);
    }

    /** The rule by which a batch of this person needs a second approval, if any does. */
    Optional<ApprovalRule> demanding(Acting acting, BatchSize size) {
        return binding(acting).stream().filter(rule -> rule.demandsApproval(size)).findFirst();
    }

    /** The rule that holds, and what this person changed within a day. */
    private List<ApprovalRule> binding(Acting acting) {
        var dayAgo = clock.instant().minus(DAY);
        var binding = new ArrayList<ApprovalRule>();
        for (var kept : store.history(acting.organisation().id())) {
            binding.add(kept.rule());
            if (!kept.by().equals(acting.person().id()) || kept.at().isBefore(dayAgo)) {
                return binding;
            }
        }
        binding.add(ApprovalRule.UNTIL_SET);
        return binding;
    }
}
