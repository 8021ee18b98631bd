package eu.cairn.app.credential;

import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Signs what is recorded, all the time: what a crash interrupted is signed after the next start,
 * and several servers share the work row by row.
 */
@Component
public class SigningWork {

    private static final Logger LOG = LoggerFactory.getLogger(SigningWork.class);

    private final Signing signing;

    /** Whoever holds it keeps this server from signing. */
    final ReentrantLock working = new ReentrantLock();

    SigningWork(Signing signing) {
        this.signing = signing;
    }

    @Scheduled(fixedDelay = 1000)
    void work() {
        try {
            signAll();
        } catch (RuntimeException e) {
            LOG.error("credentials could not be signed; tried again in a second", e);
        }
    }

    /**
     * Signs until nothing is left; returns when all is signed that was recorded before, but for
     * what waits for a key that cannot be used.
     */
    public void signAll() {
        working.lock();
        try {
            var failing = new HashSet<UUID>();
            var known = -1;
            while (signing.signSome(failing) > 0 || failing.size() > known) {
                known = failing.size();
            }
        } finally {
            working.unlock();
        }
    }
}
