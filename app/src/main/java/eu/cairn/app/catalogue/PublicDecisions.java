package eu.cairn.app.catalogue;

import eu.cairn.framework.NationalType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the catalogue learns of the quality decision behind a version. */
public interface PublicDecisions {

    Optional<Line> on(UUID course, int number);

    /**
     * A decision in one line.
     *
     * @param decidedOn the day on which a person last decided, not that of a notification
     * @param nationalTypes the national types of which the version was when it was approved
     */
    record Line(
            UUID decision,
            LocalDate decidedOn,
            Optional<LocalDate> validUntil,
            List<NationalType> nationalTypes) {
        public Line {
            nationalTypes = List.copyOf(nationalTypes);
        }
    }
}
