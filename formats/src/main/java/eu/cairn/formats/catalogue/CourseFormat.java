package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.DesignAsTyped;
import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Decided;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A form in which the specification of a course leaves Cairn. */
public sealed interface CourseFormat extends Coded
        permits ElmCourse, OpenEducationCourse, CoursePage, CoursePaper {

    /** The format as people call it. */
    String title();

    /** Who it is for, in one sentence. */
    String purpose();

    /** The type under which documents of this format travel (RFC 6838). */
    String mediaType();

    /** What files of this format end in, without the dot. */
    String fileExtension();

    /** How this format carries {@code part}, as whoever receives the document finds it. */
    Carriage carries(CoursePart part, CourseSpecification course);

    /** The document, or why it cannot be written. */
    Decided<byte[]> write(CourseSpecification course);

    /** A part that whoever receives the document does not get as it is. */
    record Loss(CoursePart part, Carriage carriage) {}

    /** What {@code course} states and this format does not carry exactly in its own terms. */
    default List<Loss> losses(CourseSpecification course) {
        var typed = DesignAsTyped.of(course.design());
        return Arrays.stream(CoursePart.values())
                .filter(part -> !part.of(typed).isEmpty())
                .map(part -> new Loss(part, carries(part, course)))
                .filter(loss -> !loss.carriage().equals(Carriage.EXACTLY))
                .toList();
    }

    /** How many parts {@code course} states. */
    static int stated(CourseSpecification course) {
        var typed = DesignAsTyped.of(course.design());
        return (int)
                Arrays.stream(CoursePart.values())
                        .filter(part -> !part.of(typed).isEmpty())
                        .count();
    }

    static List<CourseFormat> all() {
        return List.of(
                new ElmCourse(), new OpenEducationCourse(), new CoursePage(), new CoursePaper());
    }

    static Optional<CourseFormat> ofCode(String code) {
        return all().stream().filter(format -> format.code().equals(code)).findFirst();
    }
}
