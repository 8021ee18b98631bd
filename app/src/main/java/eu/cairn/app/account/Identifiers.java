package eu.cairn.app.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the identifiers of things: UUIDs of version 7, in the order of time (RFC 9562). */
@Component
public final class Identifiers {

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public Identifiers(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long time = clock.millis();
        long high = (time << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
