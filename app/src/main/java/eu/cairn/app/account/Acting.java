package eu.cairn.app.account;

import java.time.Clock;
import java.time.LocalDate;

/**
 * A person acting for an organisation in a role: what every decision is made by and every row is
 * filtered by.
 */
public record Acting(Person person, Organisation organisation, Role role) {

    /** Today, where the organisation decides. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), organisation.zone());
    }
}
