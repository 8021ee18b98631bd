package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.framework.Ects;
import java.util.List;
import java.util.Optional;

/**
 * What would be if courses were passed, as a page shows it.
 *
 * @param result what would become of the whole, in words, and as a shape
 * @param requirements now and then
 * @param limits now and then, those that hold on both sides left aside
 * @param replaced what is held and counts now, and would not then
 * @param missing the fewest credits that would complete it then
 * @param ways what would complete it then
 */
public record IfPassedView(
        String result,
        String shape,
        List<Course> courses,
        List<Change> requirements,
        List<LimitChange> limits,
        List<String> replaced,
        Optional<Ects> missing,
        List<StackView.Way> ways) {

    public IfPassedView {
        courses = List.copyOf(courses);
        requirements = List.copyOf(requirements);
        limits = List.copyOf(limits);
        replaced = List.copyOf(replaced);
        ways = List.copyOf(ways);
    }

    /**
     * A course that is taken to be passed.
     *
     * @param counts where its credential would count, and with how many credits; empty where it
     *     would add nothing
     * @param reasons why it would not count, or in part only
     */
    public record Course(OnOffer course, String counts, List<CredentialLine.Why> reasons) {
        public Course {
            reasons = List.copyOf(reasons);
        }
    }

    /** A requirement now and then. */
    public record Change(StackRow now, StackRow then) {
        public boolean differs() {
            return now.state() != then.state()
                    || now.chosen() != then.chosen()
                    || !now.counted().equals(then.counted());
        }
    }

    /** A rule on the whole now and then. */
    public record LimitChange(StackView.LimitLine now, StackView.LimitLine then) {}
}
