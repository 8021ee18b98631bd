package eu.cairn.catalogue;

import eu.cairn.credential.LearningOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an outcome of a draft stands in the frozen versions of its course, so that it is known what
 * a change of it changes.
 *
 * @param number its number in the draft, from 1
 * @param text as it stands in the draft
 * @param versions those that have it, the first one first
 */
public record OutcomeUse(int number, String text, List<InVersion> versions) {

    public OutcomeUse {
        versions = List.copyOf(versions);
    }

    /**
     * The outcome in a version.
     *
     * @param code its label there
     * @param sameWords whether it says the same there, word for word
     * @param tasks the titles of the tasks that assess it there
     */
    public record InVersion(int version, String code, boolean sameWords, List<String> tasks) {
        public InVersion {
            tasks = List.copyOf(tasks);
        }
    }

    /** The uses of each outcome of a draft. */
    public static List<OutcomeUse> of(List<CourseVersion> versions, CourseDraft draft) {
        var texts = draft.outcomes().stream().map(CourseDraft.Outcome::text).toList();
        var found = new ArrayList<List<InVersion>>();
        texts.forEach(text -> found.add(new ArrayList<>()));
        for (var version : versions) {
            var outcomes = version.design().outcomes();
            var pairing =
                    Pairing.of(
                            outcomes.stream().map(one -> one.text().authoritative()).toList(),
                            texts,
                            text -> text);
            for (int i = 0; i < texts.size(); i++) {
                var place = pairing.before(i);
                if (place.isPresent()) {
                    found.get(i).add(in(version, outcomes.get(place.get()), texts.get(i)));
                }
            }
        }
        var uses = new ArrayList<OutcomeUse>();
        for (int i = 0; i < texts.size(); i++) {
            uses.add(new OutcomeUse(i + 1, texts.get(i), found.get(i)));
        }
        return List.copyOf(uses);
    }

    private static InVersion in(CourseVersion version, LearningOutcome outcome, String text) {
        return new InVersion(
                version.number(),
                outcome.code(),
                outcome.text().authoritative().equals(text.strip()),
                version.design().tasksFor(outcome).stream().map(CourseDesign.Task::title).toList());
    }
}
