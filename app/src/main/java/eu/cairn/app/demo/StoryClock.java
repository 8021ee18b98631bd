package eu.cairn.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The clock of a demo: it shows the present, except to the thread that is telling the demo's past.
 */
public final class StoryClock extends Clock {

    private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();

    /** Does something as of a moment of the story. */
    static <T> T at(Instant moment, Supplier<T> deed) {
        return ScopedValue.where(THEN, moment).call(deed::get);
    }

    /** Does something on a day of the story, in the morning. */
    static <T> T on(LocalDate day, Supplier<T> deed) {
        return at(day.atTime(LocalTime.of(10, 30)).toInstant(ZoneOffset.UTC), deed);
    }

    @Override
    public Instant instant() {
        return THEN.isBound() ? THEN.get() : Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Always UTC: zones belong to organisations. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
