package eu.cairn.app.portfolio;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.verification.Verifications;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people hold, each credential verified at the moment it is asked for. */
@Component
public class Holdings {

    private final CredentialStore credentials;
    private final AccountStore accounts;
    private final Verifications verifications;

    Holdings(CredentialStore credentials, AccountStore accounts, Verifications verifications) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.verifications = verifications;
    }

    /** Everything that a person holds, the oldest award first. */
    public List<Holding> of(Person person) {
        return of(person.email());
    }

    /** The same of whoever is known by an address. */
    List<Holding> of(String email) {
        return credentials.heldBy(email).stream().map(this::verified).toList();
    }

    /** The credential with this short code, if this person holds it. */
    public Optional<Holding> of(Person person, String shortCode) {
        return credentials.heldBy(person).stream()
                .filter(one -> one.shortCode().equals(shortCode))
                .findFirst()
                .map(this::verified);
    }

    /** A credential with its verdict now, whoever holds it. */
    public Holding verified(AwardedCredential credential) {
        return new Holding(
                credential,
                accounts.organisation(credential.organisation()).orElseThrow(),
                credential.document().map(verifications::verify));
    }
}
