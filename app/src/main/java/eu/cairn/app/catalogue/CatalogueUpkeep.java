package eu.cairn.app.catalogue;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the catalogue in step when a server starts, which makes the entries of what was published
 * before there was a catalogue to search; and every minute, because qualifications begin and cease
 * to apply by the clock alone.
 */
@Component
class CatalogueUpkeep {

    private final CatalogueEntries entries;

    CatalogueUpkeep(CatalogueEntries entries) {
        this.entries = entries;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        entries.bringInStep();
        entries.compare();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void everyMinute() {
        entries.compare();
    }
}
