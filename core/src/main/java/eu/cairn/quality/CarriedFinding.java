package eu.cairn.quality;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a finding was made that a later decision carries over, because nothing that it rests on
 * changed in substance since.
 *
 * @param criterion its id
 * @param decision the decision that a person made it in
 * @param version the number of the version that it was made on
 */
public record CarriedFinding(String criterion, UUID decision, int version, LocalDate decidedOn) {}
