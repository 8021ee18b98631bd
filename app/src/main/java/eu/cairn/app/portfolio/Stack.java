package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import java.util.List;
import java.util.Optional;

/**
 * What a person holds, laid on the rules of a qualification on a day: the one audit that the pages,
 * the shared address and the API show.
 *
 * @param holdings everything held, also what cannot be audited
 * @param decisions by which recognition decisions credentials entered
 * @param asked applications by which credentials do not count
 */
public record Stack(
        PublishedRulebook rulebook,
        List<Holding> holdings,
        List<Recognised> decisions,
        List<Asked> asked,
        Portfolio portfolio,
        Audit audit) {

    public Stack {
        holdings = List.copyOf(holdings);
        decisions = List.copyOf(decisions);
        asked = List.copyOf(asked);
    }

    Optional<Holding> holding(String credential) {
        return holdings.stream()
                .filter(one -> one.content().stream().anyMatch(it -> it.id().equals(credential)))
                .findFirst();
    }

    HeldCredential facts(String credential) {
        return portfolio.credentials().stream()
                .filter(one -> one.id().equals(credential))
                .findFirst()
                .orElseThrow();
    }

    Optional<Recognised> decision(String credential) {
        return decisions.stream().filter(it -> it.credential().equals(credential)).findFirst();
    }

    Optional<Asked> asked(String credential) {
        return asked.stream().filter(it -> it.credential().equals(credential)).findFirst();
    }

    /** What is held but is not in the audit: being signed, unreadable, or without credits. */
    List<Holding> aside() {
        return holdings.stream().filter(one -> !isAudited(one)).toList();
    }

    private boolean isAudited(Holding holding) {
        return holding.content().stream()
                .anyMatch(
                        content ->
                                portfolio.credentials().stream()
                                        .anyMatch(it -> it.id().equals(content.id())));
    }
}
