package eu.cairn.catalogue;

import java.util.List;
import java.util.Optional;

/** What a design can refer to: who awards, which qualifications and other courses there are. */
public interface Neighbours extends AwardingBodies {

    /** The qualification that applies at a path, if there is one, without its requirements. */
    Optional<CoursePlan.Programme> qualification(String path);

    /** The titles of the requirements of a qualification that take a credential of a course. */
    List<String> requirements(String qualification, CourseDesign design);

    /** The path that the course itself has in the catalogue, once it is there. */
    String path(String code);

    /** The course that is on offer at a path of the catalogue. */
    Optional<Known> course(String path);

    /** What was reported of the runs that the course with this code had. */
    ReportedRuns reported(String code);

    /**
     * A course on offer.
     *
     * @param needs paths of the courses that are needed before it
     */
    record Known(String title, List<String> needs) {
        public Known {
            needs = List.copyOf(needs);
        }
    }

    /** Where there is nothing else. */
    static Neighbours none() {
        return of(AwardingBodies.none());
    }

    /** Where only those who could award are known. */
    static Neighbours of(AwardingBodies bodies) {
        return new Neighbours() {
            @Override
            public Optional<Body> named(String name) {
                return bodies.named(name);
            }

            @Override
            public Optional<CoursePlan.Programme> qualification(String path) {
                return Optional.empty();
            }

            @Override
            public List<String> requirements(String qualification, CourseDesign design) {
                return List.of();
            }

            @Override
            public String path(String code) {
                return "";
            }

            @Override
            public Optional<Known> course(String path) {
                return Optional.empty();
            }

            @Override
            public ReportedRuns reported(String code) {
                return ReportedRuns.NONE;
            }
        };
    }
}
