package eu.cairn.formats.credential;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From when until when a credential says that it holds: {@code validFrom} and {@code validUntil} of
 * the W3C data model 2.0, {@code issuanceDate} and {@code expirationDate} of 1.1. One that states
 * both holds only while both say so.
 *
 * @param document the credential
 */
public record StatedPeriod(JsonObject document) {

    private static final List<String> STARTS = List.of("validFrom", "issuanceDate");
    private static final List<String> ENDS = List.of("validUntil", "expirationDate");

    /** The latest moment that is stated as the beginning; empty where one cannot be read. */
    public Optional<Instant> from() {
        return isReadable(STARTS) ? moments(STARTS).max(Instant::compareTo) : Optional.empty();
    }

    /** The earliest moment that can be read as the end. */
    public Optional<Instant> until() {
        return moments(ENDS).min(Instant::compareTo);
    }

    /** Whether an end is stated and cannot be read. */
    public boolean isEndUnreadable() {
        return !isReadable(ENDS);
    }

    /** The earliest day that is stated as the end, as it is written. */
    public Optional<LocalDate> lastDay() {
        return texts(ENDS).flatMap(text -> Members.day(text).stream()).min(LocalDate::compareTo);
    }

    private boolean isReadable(List<String> names) {
        return names.stream().filter(document::containsKey).count() == moments(names).count();
    }

    private Stream<Instant> moments(List<String> names) {
        return texts(names).flatMap(text -> Members.instant(text).stream());
    }

    private Stream<String> texts(List<String> names) {
        return names.stream().flatMap(name -> Members.text(document, name).stream());
    }
}
