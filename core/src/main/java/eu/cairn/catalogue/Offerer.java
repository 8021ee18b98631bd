package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import eu.cairn.framework.NationalType;
import java.util.List;
import java.util.Optional;

/**
 * The organisation that offers a course, as far as a design is judged by it.
 *
 * @param country whose hours per credit, levels and limits apply
 * @param right what it may award; empty where that is not recorded
 * @param types the micro-credentials that national authorities have registered, in force or not
 * @param person name of who signs what is to be signed; empty while nobody does
 */
public record Offerer(
        Country country,
        Optional<AwardingRight> right,
        List<NationalType> types,
        Optional<String> person) {

    public Offerer {
        types = List.copyOf(types);
    }

    /** An organisation of which only the country is known. */
    public static Offerer in(Country country) {
        return new Offerer(country, Optional.empty(), List.of(), Optional.empty());
    }
}
