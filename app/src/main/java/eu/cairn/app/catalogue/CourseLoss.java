package eu.cairn.app.catalogue;

import eu.cairn.formats.catalogue.CourseFormat;
import eu.cairn.formats.catalogue.CourseSpecification;
import eu.cairn.formats.credential.CredentialFormat.Carriage;
import java.util.List;

/**
 * A part of a course that whoever receives it in a format does not get as it is.
 *
 * @param part its code
 * @param words the part as people call it
 * @param carried {@code own-terms} where it is carried exactly and other software passes over it,
 *     {@code as-text} where people read it, or {@code dropped}
 * @param where the member or page that holds it or the words; empty where it is dropped
 * @param exactly of words, the member or term of Cairn's own that holds it exactly; empty if none
 */
public record CourseLoss(String part, String words, String carried, String where, String exactly) {

    /**
     * What becomes of a course in a format.
     *
     * @param code of the format
     * @param stated how many parts the course states
     */
    public record Report(
            String code, String title, String purpose, int stated, List<CourseLoss> losses) {

        public Report {
            losses = List.copyOf(losses);
        }

        static Report of(CourseFormat format, CourseSpecification course) {
            return new Report(
                    format.code(),
                    format.title(),
                    format.purpose(),
                    CourseFormat.stated(course),
                    format.losses(course).stream().map(CourseLoss::of).toList());
        }

        /** The parts that are carried in one way, in words. */
        public List<String> carried(String way) {
            return losses.stream()
                    .filter(loss -> loss.carried().equals(way))
                    .map(CourseLoss::words)
                    .toList();
        }
    }

    private static CourseLoss of(CourseFormat.Loss loss) {
        var part = loss.part().code();
        var words = loss.part().words();
        return switch (loss.carriage()) {
            case Carriage.OwnTerms(var where) ->
                    new CourseLoss(part, words, "own-terms", where, "");
            case Carriage.AsText(var where, var exactly) ->
                    new CourseLoss(part, words, "as-text", where, exactly.orElse(""));
            case Carriage.Dropped dropped -> new CourseLoss(part, words, "dropped", "", "");
            case Carriage.Exactly exactly ->
                    throw new IllegalArgumentException("no loss: " + loss.part());
        };
    }
}
