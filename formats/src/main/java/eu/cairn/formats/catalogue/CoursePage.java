package eu.cairn.formats.catalogue;

import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.framework.Decided;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/** A course as one page of HTML that needs nothing else: for people, to print and to send. */
public final class CoursePage implements CourseFormat {

    @Override
    public String code() {
        return "html";
    }

    @Override
    public String title() {
        return "Page to print (HTML)";
    }

    @Override
    public String purpose() {
        return "For people: one file that any browser shows, without this server.";
    }

    @Override
    public String mediaType() {
        return "text/html";
    }

    @Override
    public String fileExtension() {
        return "html";
    }

    @Override
    public Carriage carries(CoursePart part, CourseSpecification course) {
        return Carriage.asText("the page");
    }

    @Override
    public Decided<byte[]> write(CourseSpecification course) {
        var sheet = new CourseSheet(course, "course-page.css").onScreen();
        var text = new StringWriter();
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.METHOD, "xml");
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.INDENT, "no");
            transformer.transform(new DOMSource(sheet.document()), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return Decided.accepted(("<!DOCTYPE html>" + text).getBytes(StandardCharsets.UTF_8));
    }
}
