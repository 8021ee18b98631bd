package eu.cairn.formats.credential.elmo;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An ELMO document under construction; no text can become markup. */
final class ElmoOutput {

    private static final String OWN_PREFIX = "cairn";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** Writes nothing by itself and may fail. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    ElmoOutput() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void step(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The root with what {@code inside} writes. */
    byte[] document(Runnable inside) {
        step(
                () -> {
                    xml.writeStartDocument("UTF-8", "1.0");
                    xml.writeStartElement("", Elmo.ROOT, Elmo.NAMESPACE);
                    xml.writeDefaultNamespace(Elmo.NAMESPACE);
                    xml.writeNamespace(OWN_PREFIX, Elmo.EXTENSION);
                    inside.run();
                    xml.writeEndElement();
                    xml.writeEndDocument();
                    xml.close();
                });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An element of ELMO with what {@code inside} writes. */
    void element(String name, Runnable inside) {
        step(
                () -> {
                    xml.writeStartElement("", name, Elmo.NAMESPACE);
                    inside.run();
                    xml.writeEndElement();
                });
    }

    /** An element of Cairn's own with what {@code inside} writes. */
    void own(String name, Runnable inside) {
        step(
                () -> {
                    xml.writeStartElement(OWN_PREFIX, name, Elmo.EXTENSION);
                    inside.run();
                    xml.writeEndElement();
                });
    }

    void element(String name, String words) {
        element(name, () -> words(words));
    }

    void own(String name, String words) {
        own(name, () -> words(words));
    }

    void element(String name, Optional<String> words) {
        words.ifPresent(text -> element(name, text));
    }

    void own(String name, Optional<String> words) {
        words.ifPresent(text -> own(name, text));
    }

    void words(String words) {
        step(() -> xml.writeCharacters(ElmoText.content(words)));
    }

    void attribute(String name, String value) {
        step(() -> xml.writeAttribute(name, ElmoText.attribute(value)));
    }

    void attribute(String name, Optional<String> value) {
        value.ifPresent(text -> attribute(name, text));
    }

    void language(String tag) {
        step(() -> xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", tag));
    }
}
