package eu.cairn.app.catalogue;

import eu.cairn.app.catalogue.CatalogueEntryStore.Version;
import eu.cairn.app.credential.QualificationsServed;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the catalogue in step when a server starts, which makes the entries of what was published
 * before there was a catalogue to search; and every minute, because qualifications begin and cease
 * to apply by the clock alone. One server of several does it, with a transaction for each version,
 * so that nobody who publishes waits for all, and one bad course costs no other its entry.
 */
@Component
class CatalogueUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueUpkeep.class);

    private final CatalogueEntries entries;
    private final CatalogueEntryStore store;
    private final QualificationsServed qualifications;
    private final TransactionTemplate whole;
    private final TransactionTemplate each;

    CatalogueUpkeep(
            CatalogueEntries entries,
            CatalogueEntryStore store,
            QualificationsServed qualifications,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.store = store;
        this.qualifications = qualifications;
        this.whole = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        alone(
                () -> {
                    each(store.outOfStep(), one -> entries.refresh(one.course(), one.number()));
                    compare();
                });
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void everyMinute() {
        alone(this::compare);
    }

    /** Does the work unless another server is at it; a server starts whether it can or not. */
    private void alone(Runnable work) {
        try {
            whole.executeWithoutResult(
                    status -> {
                        if (store.isAlone()) {
                            work.run();
                        }
                    });
        } catch (RuntimeException e) {
            LOG.error("The catalogue could not be brought in step", e);
        }
    }

    /** Makes entries again whose qualifications are others than when they were made. */
    private void compare() {
        var applying = qualifications.inForce();
        if (!store.comparedWith().equals(applying)
                && each(store.offered(), one -> entries.compare(one.course(), one.number()))) {
            store.comparedWith(applying);
        }
    }

    /** Whether it could be done for all. */
    private boolean each(List<Version> versions, Consumer<Version> work) {
        boolean all = true;
        for (var one : versions) {
            try {
                each.executeWithoutResult(status -> work.accept(one));
            } catch (RuntimeException e) {
                all = false;
                LOG.error(
                        "Course {}, version {}: its entry in the catalogue could not be made",
                        one.course(),
                        one.number(),
                        e);
            }
        }
        return all;
    }
}
