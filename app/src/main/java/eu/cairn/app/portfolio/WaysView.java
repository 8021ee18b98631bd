package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.framework.Ects;
import java.util.List;
import java.util.Optional;

/**
 * The ways to a qualification, as a page shows them.
 *
 * @param heading what they are, or why there are none
 * @param explanation what that means; empty where it needs none
 * @param ways the best first
 * @param perhapsMore whether there may be more ways, which were not looked for to the end
 * @param missing the credits that no published course fills, where there is no way for that
 * @param left what is in none of the ways, by reason
 * @param assumption on which day courses without days are judged, where a way has such; else empty
 * @param beyond how many published courses were not looked at
 */
public record WaysView(
        String heading,
        String explanation,
        List<Way> ways,
        boolean perhapsMore,
        Optional<Ects> missing,
        List<StackView.Way> further,
        List<Left> left,
        String assumption,
        int beyond) {

    public WaysView {
        ways = List.copyOf(ways);
        further = List.copyOf(further);
        left = List.copyOf(left);
    }

    /**
     * One way.
     *
     * @param finish when it is finished, or that it is not known
     * @param figures credits, hours and price
     * @param proof whether it is proved that none is better
     */
    public record Way(
            int number, String finish, String figures, List<Course> courses, String proof) {
        public Way {
            courses = List.copyOf(courses);
        }
    }

    /**
     * A course of a way.
     *
     * @param days when it runs, or what is known of it
     * @param why which rules it serves
     */
    public record Course(OnOffer course, String days, boolean dated, List<String> why) {
        public Course {
            why = List.copyOf(why);
        }
    }

    /** Courses that are in none of the ways for one reason. */
    public record Left(String why, List<OnOffer> courses) {
        public Left {
            courses = List.copyOf(courses);
        }
    }

    /** How many courses are in none of the ways. */
    public int leftAside() {
        return left.stream().mapToInt(it -> it.courses().size()).sum();
    }
}
