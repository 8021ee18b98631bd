package eu.cairn.app.portfolio;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.credential.MicroCredential;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.CredentialStatus;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.HeldCredentialFacts;
import eu.cairn.stacking.Recognition;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the facts that rulebooks ask about from credentials. A credential that is not genuine
 * enters as well, so that the audit can say why it does not count.
 */
@Component
class CredentialFacts {

    private final Keys keys;
    private final AccountStore accounts;

    CredentialFacts(Keys keys, AccountStore accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    /** The facts, if the document can be read and states credits. */
    Optional<HeldCredential> of(Holding holding) {
        return holding.content()
                .flatMap(
                        content ->
                                content.workload()
                                        .flatMap(workload -> workload.credits())
                                        .map(credits -> HeldCredential.of(content.id(), credits))
                                        .map(facts -> gather(facts, content))
                                        .map(facts -> facts.status(status(holding.state())))
                                        .map(HeldCredentialFacts::credential));
    }

    private HeldCredentialFacts gather(HeldCredentialFacts facts, MicroCredential content) {
        facts.title(content.title().authoritative())
                .issuerName(content.awardingBody().legalName())
                .recognition(Recognition.NONE)
                .isced(content.field().stream().map(field -> field.code()).toList());
        content.course().flatMap(course -> course.code()).ifPresent(facts::course);
        content.course()
                .flatMap(course -> course.version())
                .filter(version -> version.matches(Condition.Version.NUMBER))
                .ifPresent(version -> facts.with(Fact.VERSION, version));
        content.level().flatMap(level -> level.eqf()).ifPresent(facts::level);
        content.awardingBody().country().ifPresent(facts::country);
        content.participation().ifPresent(form -> facts.mode(form.code()));
        content.awardedOn().ifPresent(facts::awarded);
        content.expiresOn().ifPresent(facts::expires);
        content.languageOfInstruction()
                .ifPresent(language -> facts.with(Fact.LANGUAGE, language.tag()));
        content.workload()
                .flatMap(workload -> workload.hours())
                .ifPresent(hours -> facts.with(Fact.HOURS, hours.toString()));
        content.grade().ifPresent(grade -> facts.grade(grade.value()));
        if (followsEsg(content)) {
            facts.qa("esg");
        }
        holder(content)
                .ifPresentOrElse(
                        holder -> facts.issuer(CourseFacts.issuer(holder.slug())).kind("hei"),
                        () -> facts.issuer(content.awardingBody().id()));
        return facts;
    }

    /** The organisation whose key the credential names as issuer. */
    private Optional<Organisation> holder(MicroCredential content) {
        return keys.holder(content.awardingBody().id()).flatMap(accounts::organisation);
    }

    private static boolean followsEsg(MicroCredential content) {
        return content.qualityAssurance().stream()
                .anyMatch(qa -> qa.standards().stream().anyMatch(it -> it.startsWith("ESG")));
    }

    private static CredentialStatus status(Holding.State state) {
        return switch (state) {
            case GENUINE -> CredentialStatus.VALID;
            case REVOKED -> CredentialStatus.REVOKED;
            case SUSPENDED -> CredentialStatus.SUSPENDED;
            case EXPIRED -> CredentialStatus.EXPIRED;
            case NOT_GENUINE -> CredentialStatus.NOT_GENUINE;
            case NOT_FINISHED, BEING_SIGNED -> CredentialStatus.UNVERIFIED;
        };
    }
}
