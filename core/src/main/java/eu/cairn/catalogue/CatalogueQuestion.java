package eu.cairn.catalogue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is chosen of the facets.
 *
 * @param chosen the values chosen of each facet; a facet without any asks for nothing
 * @param from the first day on which a run may start
 * @param to the last one
 */
public record CatalogueQuestion(
        Map<Facet, Set<String>> chosen, Optional<LocalDate> from, Optional<LocalDate> to) {

    public CatalogueQuestion {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        chosen.forEach(
                (facet, values) -> {
                    if (!values.isEmpty()) {
                        copy.put(facet, new LinkedHashSet<>(values));
                    }
                });
        chosen = copy;
    }

    /** Nothing is asked for: everything on offer. */
    public static CatalogueQuestion open() {
        return new CatalogueQuestion(Map.of(), Optional.empty(), Optional.empty());
    }

    public Set<String> of(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** Whether a facet narrows anything down. */
    public boolean asksFor(Facet facet) {
        return chosen.containsKey(facet)
                || (facet == Facet.START && (from.isPresent() || to.isPresent()));
    }

    /** Whether a run that starts on this day is asked for; one without days never is. */
    boolean admitsStart(LocalDate day) {
        boolean bounded = from.isPresent() || to.isPresent();
        return !(bounded && day.equals(LocalDate.MAX))
                && from.stream().noneMatch(day::isBefore)
                && to.stream().noneMatch(day::isAfter);
    }
}
