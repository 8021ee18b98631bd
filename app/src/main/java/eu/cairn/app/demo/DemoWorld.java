package eu.cairn.app.demo;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.account.Role;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.SigningWork;
import eu.cairn.app.verification.KnownIssuers;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The demo as a whole: made once, then found again, with the links that show it. */
@Component
public class DemoWorld {

    static final String PASSWORD = "cairn-demo";

    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final SigningWork signing;
    private final DemoStory story;
    private final DemoTrust trust;
    private final KnownIssuers issuers;

    DemoWorld(
            AccountStore accounts,
            CredentialStore credentials,
            SigningWork signing,
            DemoStory story,
            DemoTrust trust,
            KnownIssuers issuers) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.signing = signing;
        this.story = story;
        this.trust = trust;
        this.issuers = issuers;
    }

    /**
     * The four pictures to look at first, and the people to be.
     *
     * @param stack path of a stack
     * @param genuine path of a genuine credential
     * @param revoked path of a revoked one
     * @param suspended path of one that does not hold for now
     */
    public record Links(
            String stack,
            String genuine,
            String revoked,
            String suspended,
            String password,
            List<Guest> people) {}

    /** Somebody to be. */
    public record Guest(String name, String email, String standing) {}

    /** Tells the demo's past, unless it was told before, and signs what is to be signed. */
    public void make() {
        if (accounts.organisations().isEmpty()) {
            story.tell();
            signing.signAll();
            story.correct();
            story.suspend();
            story.ask();
            trust.tell();
        }
        signing.signAll();
        issuers.publish();
    }

    public Links links() {
        return accounts.person(DemoPeople.LEARNER).map(this::links).orElseGet(DemoWorld::none);
    }

    private Links links(Person learner) {
        var held = credentials.heldBy(learner);
        return new Links(
                "/s/" + learner.id() + "/" + DemoRules.STACK,
                first(held, one -> one.revocation().isEmpty() && one.suspension().isEmpty()),
                first(held, one -> one.revocation().isPresent()),
                first(held, one -> one.suspension().isPresent()),
                PASSWORD,
                DemoPeople.GUESTS.stream().map(this::guest).toList());
    }

    private static String first(List<AwardedCredential> held, Predicate<AwardedCredential> wanted) {
        return held.stream()
                .filter(wanted)
                .findFirst()
                .map(one -> "/v/" + one.shortCode())
                .orElse("/verify");
    }

    private static Links none() {
        return new Links("/stacks", "/verify", "/verify", "/verify", PASSWORD, List.of());
    }

    private Guest guest(DemoPeople.Guest one) {
        var place =
                one.organisation()
                        .flatMap(accounts::organisation)
                        .map(organisation -> " at " + organisation.name())
                        .orElse("");
        return new Guest(
                one.name(),
                one.email(),
                one.role().map(Role::title).orElse("learner") + place + ": " + one.todo());
    }
}
