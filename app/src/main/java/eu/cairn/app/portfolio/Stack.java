package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audits;
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
 * @param choices what the learner chose, in this version of the rules
 * @param free the audit without these choices, where there are any
 */
public record Stack(
        PublishedRulebook rulebook,
        List<Holding> holdings,
        List<Recognised> decisions,
        List<Asked> asked,
        List<Choice> choices,
        Portfolio portfolio,
        Audit audit,
        Optional<Audit> free) {

    public Stack {
        holdings = List.copyOf(holdings);
        decisions = List.copyOf(decisions);
        asked = List.copyOf(asked);
        choices = List.copyOf(choices);
    }

    /** The same stack, and where rules cannot be met together, which. */
    Stack explained(Audits audits) {
        return new Stack(
                rulebook,
                holdings,
                decisions,
                asked,
                choices,
                portfolio,
                audits.explained(audit, portfolio),
                free);
    }

    Optional<Holding> holding(String credential) {
        return holdings.stream()
                .filter(one -> one.content().stream().anyMatch(it -> it.id().equals(credential)))
                .findFirst();
    }

    /** The identifier of the credential with this short code, if it is in the audit. */
    Optional<String> id(String shortCode) {
        return holdings.stream()
                .filter(one -> one.awarded().shortCode().equals(shortCode))
                .flatMap(one -> one.content().stream())
                .map(content -> content.id())
                .filter(id -> portfolio.credentials().stream().anyMatch(it -> it.id().equals(id)))
                .findFirst();
    }

    /** What the learner chose for the credential with this short code. */
    Optional<Choice> choice(String shortCode) {
        return choices.stream().filter(it -> it.credential().equals(shortCode)).findFirst();
    }

    /** What is held of a course; its code alone says nothing, for each organisation has its own. */
    List<HeldCredential> held(OnOffer course) {
        var by = Optional.of(CourseFacts.issuer(course.organisation()));
        return portfolio.credentials().stream()
                .filter(held -> held.course().equals(Optional.of(course.code())))
                .filter(held -> held.issuer().equals(by))
                .toList();
    }

    /** Whether a course is held and counts. */
    boolean counts(OnOffer course) {
        return held(course).stream().anyMatch(held -> !result(held.id()).counts().isEmpty());
    }

    Audit.CredentialResult result(String credential) {
        return audit.credentials().stream()
                .filter(it -> it.id().equals(credential))
                .findFirst()
                .orElseThrow();
    }

    /** How far the requirement of this id is. */
    Audit.RequirementResult requirement(String id) {
        return audit.requirements().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a requirement, or one below it, would take a credential by itself. */
    boolean accepts(String credential, String requirement) {
        return Acceptance.accepts(rulebook.rules(), portfolio, credential, requirement);
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
