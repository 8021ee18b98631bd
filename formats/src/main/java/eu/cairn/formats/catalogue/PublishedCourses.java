package eu.cairn.formats.catalogue;

import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a YAML list of published short courses, or says for every fault on which line of which
 * entry it stands.
 *
 * <p>A fact that the file leaves empty stays empty in the draft. A fact that fits no field of the
 * form is kept as it was written, so that the review of the design names it. Nothing of a file with
 * faults is accepted.
 */
public final class PublishedCourses {

    /** The largest file that is read. */
    public static final int LARGEST_BYTES = 4 * 1024 * 1024;

    private PublishedCourses() {}

    /**
     * Reads a whole file of UTF-8 of at most {@link #LARGEST_BYTES}.
     *
     * @param frameworks the table in which a national level must exist to be taken over
     * @param day the day as of which that table is read
     */
    public static Decided<List<PublishedCourse>> read(
            byte[] file, NationalFrameworks frameworks, LocalDate day) {
        return switch (BoundedYaml.read(file)) {
            case Decided.Refused<Node>(var reasons) -> Decided.refused(reasons);
            case Decided.Accepted<Node>(SequenceNode list) -> entries(list, frameworks, day);
            case Decided.Accepted<Node>(var other) ->
                    Decided.refused(
                            Refusal.of(
                                    "import.not-a-list", BoundedYaml.line(other.getStartMark())));
        };
    }

    private static Decided<List<PublishedCourse>> entries(
            SequenceNode list, NationalFrameworks frameworks, LocalDate day) {
        var faults = new ArrayList<Refusal>();
        var courses = new ArrayList<PublishedCourse>();
        var ids = new HashSet<String>();
        for (var node : list.getValue()) {
            var id = id(node);
            var faultsHere = new EntryFields.Faults(id, faults);
            if (id.isEmpty()) {
                faultsHere.add("import.id-missing", node);
            } else if (!ids.add(id)) {
                faultsHere.add("import.id-repeated", node, id);
            }
            CourseEntry.read(id, node, faultsHere, frameworks, day).ifPresent(courses::add);
        }
        return faults.isEmpty() ? Decided.accepted(List.copyOf(courses)) : Decided.refused(faults);
    }

    /** The name of an entry, needed before anything else of it can be faulted by name. */
    private static String id(Node node) {
        var unheard = new EntryFields.Faults("", new ArrayList<>());
        return EntryFields.of("course", node, unheard).text("id");
    }
}
