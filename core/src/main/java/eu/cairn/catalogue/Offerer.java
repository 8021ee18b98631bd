package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import java.util.Optional;

/**
 * The organisation that offers a course, as far as a design is judged by it.
 *
 * @param country whose hours per credit, levels and limits apply
 * @param right what it may award; empty where that is not recorded
 */
public record Offerer(Country country, Optional<AwardingRight> right) {

    /** An organisation of which only the country is known. */
    public static Offerer in(Country country) {
        return new Offerer(country, Optional.empty());
    }
}
