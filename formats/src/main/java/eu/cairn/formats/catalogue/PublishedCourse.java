package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.CourseDraft;
import eu.cairn.framework.Country;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * A short course as its provider publishes it: a draft as far as the published facts go, and
 * nothing beyond them.
 *
 * @param id the entry's name in the file
 * @param kind what the provider calls it, such as {@code micro-credential}
 * @param country the country of the provider, or the system below it that its framework names
 * @param statedHours the learning time that the page states for the whole course
 * @param sources the pages that the facts were read on
 * @param leftOut what the file states beside and no design has a field for
 */
public record PublishedCourse(
        String id,
        String kind,
        Country country,
        String institution,
        CourseDraft draft,
        Optional<StatedHours> statedHours,
        List<Source> sources,
        List<Refusal> leftOut) {

    public PublishedCourse {
        sources = List.copyOf(sources);
        leftOut = List.copyOf(leftOut);
    }

    /** A course of which everything that the file states is taken over. */
    public PublishedCourse(
            String id,
            String kind,
            Country country,
            String institution,
            CourseDraft draft,
            Optional<StatedHours> statedHours,
            List<Source> sources) {
        this(id, kind, country, institution, draft, statedHours, sources, List.of());
    }

    /** Hours of the average learner, from {@code min} to {@code max}. */
    public record StatedHours(LearningHours min, LearningHours max) {

        /** One number, or both ends. */
        @Override
        public String toString() {
            return min.equals(max) ? min.toString() : min + "–" + max;
        }
    }

    /** A page that facts were read on. */
    public record Source(String title, String url) {}
}
