package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CourseChanges.Change;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.DesignElement;
import java.util.List;
import java.util.Optional;

/** Where the catalogue learns which way a version would go to be approved, and by which rules. */
public interface ApprovalWays {

    /** The way of a version after an approval that holds; empty where everything is reviewed. */
    Optional<Way> of(CourseVersion next);

    /** Every rule, in the order of the design. */
    List<Rule> rules();

    /**
     * The way of a version.
     *
     * @param criteria the titles of the criteria that are reviewed again; none if it is editorial
     */
    record Way(List<String> criteria, List<Judged> changes) {

        public boolean editorial() {
            return criteria.isEmpty();
        }
    }

    /**
     * A change as its rule judges it.
     *
     * @param since the number of the version on which a person last made the finding
     */
    record Judged(Change change, boolean substantial, String rule, int since) {}

    /** When a change of an element is substantial, in words, and the criterion it then touches. */
    record Rule(DesignElement element, String rule, String criterion) {}
}
