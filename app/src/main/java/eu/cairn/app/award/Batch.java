package eu.cairn.app.award;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An uploaded file of results.
 *
 * @param uploadedBy the account that uploaded it
 * @param confirmedAt when its ready rows were awarded; empty while it waits for the review or for
 *     the approval of a second person
 */
@SuppressWarnings("ArrayRecordComponent") // a file is the bytes it is; batches are never compared
public record Batch(
        UUID id,
        UUID course,
        int number,
        String fileName,
        byte[] content,
        UUID uploadedBy,
        Instant uploadedAt,
        Optional<String> minute,
        Optional<Instant> confirmedAt) {}
