package eu.cairn.app.verification;

import eu.cairn.app.credential.Keys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes the list for {@code cairn verify} anew whenever a key was made. */
@Component
class TrustFileUpdate {

    private final KnownIssuers issuers;

    TrustFileUpdate(KnownIssuers issuers) {
        this.issuers = issuers;
    }

    /** One at a time, so that the list of whoever committed last is written last. */
    @TransactionalEventListener
    synchronized void made(Keys.Made key) {
        issuers.publish();
    }
}
