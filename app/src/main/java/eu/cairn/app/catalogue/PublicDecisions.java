package eu.cairn.app.catalogue;

import eu.cairn.quality.QualityDecision;
import java.util.Optional;
import java.util.UUID;

/** Where the catalogue learns of the quality decision behind a version. */
public interface PublicDecisions {

    Optional<QualityDecision> on(UUID course, int number);
}
