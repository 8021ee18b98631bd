package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.journal.Journal;
import eu.cairn.catalogue.HoursRule;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From which deviation on an organisation asks whether planned hours are right. */
@Component
public class HoursRules {

    private final HoursRuleStore store;
    private final Journal journal;
    private final Clock clock;

    HoursRules(HoursRuleStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The rule that holds.
     *
     * @param setBy the name of whoever set it; empty for what holds until it is set
     */
    public record Standing(HoursRule rule, Optional<String> setBy, Optional<Instant> setAt) {}

    Standing of(Acting acting) {
        return store.of(acting.organisation().id())
                .map(
                        kept ->
                                new Standing(
                                        kept.rule(),
                                        Optional.of(kept.by()),
                                        Optional.of(kept.at())))
                .orElseGet(
                        () ->
                                new Standing(
                                        HoursRule.UNTIL_SET, Optional.empty(), Optional.empty()));
    }

    /** The rule of an organisation alone. */
    HoursRule of(UUID organisation) {
        return store.of(organisation).map(HoursRuleStore.Kept::rule).orElse(HoursRule.UNTIL_SET);
    }

    /** Sets the rule, or says what is wrong with it; what is written twice is set once. */
    @Transactional
    Decided<HoursRule> set(Acting acting, String percent) {
        return HoursRule.read(percent).map(rule -> set(acting, rule));
    }

    private HoursRule set(Acting acting, HoursRule rule) {
        if (of(acting).rule().equals(rule)) {
            return rule;
        }
        store.add(acting, rule, clock.instant());
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                "hours-rule.set",
                acting.organisation().slug(),
                String.valueOf(rule.percent()).getBytes(StandardCharsets.UTF_8));
        return rule;
    }
}
