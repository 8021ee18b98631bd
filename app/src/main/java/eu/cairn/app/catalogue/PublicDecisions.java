package eu.cairn.app.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where the catalogue learns of the quality decision behind a version. */
public interface PublicDecisions {

    Optional<Line> on(UUID course, int number);

    /** A decision in one line. */
    record Line(UUID decision, LocalDate decidedOn, Optional<LocalDate> validUntil) {}
}
