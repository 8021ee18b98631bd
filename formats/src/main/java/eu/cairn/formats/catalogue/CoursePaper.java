package eu.cairn.formats.catalogue;

import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.formats.credential.TaggedPdf;
import eu.cairn.framework.Decided;
import java.util.Optional;

/** A course on paper: tagged PDF/UA-1 and PDF/A-3a, A4, as many pages as it needs. */
public final class CoursePaper implements CourseFormat {

    @Override
    public String code() {
        return "pdf";
    }

    @Override
    public String title() {
        return "Paper (PDF)";
    }

    @Override
    public String purpose() {
        return "For people and archives: tagged for screen readers (PDF/UA) and to be kept (PDF/A).";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String fileExtension() {
        return "pdf";
    }

    @Override
    public Carriage carries(CoursePart part, CourseSpecification course) {
        return Carriage.asText("the pages");
    }

    /** Refused where the typefaces cannot show what the course states. */
    @Override
    public Decided<byte[]> write(CourseSpecification course) {
        var sheet = new CourseSheet(course, "course-paper.css");
        return sheet.refusals().isEmpty()
                ? Decided.accepted(
                        TaggedPdf.print(
                                        sheet.document(),
                                        course.frozenAt(),
                                        course.address().hashCode(),
                                        Optional.empty(),
                                        pages -> true)
                                .orElseThrow())
                : Decided.refused(sheet.refusals());
    }
}
