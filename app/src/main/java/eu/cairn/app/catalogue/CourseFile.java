package eu.cairn.app.catalogue;

import eu.cairn.formats.catalogue.CourseFormat;
import eu.cairn.formats.catalogue.CourseSpecification;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends files of courses so that they are saved and never run in this site (RFC 6266). */
final class CourseFile {

    private CourseFile() {}

    static ResponseEntity<byte[]> of(
            CourseFormat format, CourseSpecification course, byte[] bytes) {
        return of(
                format.mediaType(),
                "%s-%d.%s"
                        .formatted(course.design().code(), course.number(), format.fileExtension()),
                bytes);
    }

    static ResponseEntity<byte[]> of(String type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
