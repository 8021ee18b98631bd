package eu.cairn.catalogue;

import eu.cairn.framework.Country;
import java.util.Optional;

/** Finds the organisations that a course could be awarded with jointly. */
@FunctionalInterface
public interface AwardingBodies {

    /** The organisation that goes by a name in law or by a short name. */
    Optional<Body> named(String name);

    /**
     * An organisation that can award.
     *
     * @param slug its short name in this installation
     */
    record Body(String slug, String legalName, Country country) {}

    /** Where nobody else can award. */
    static AwardingBodies none() {
        return name -> Optional.empty();
    }
}
