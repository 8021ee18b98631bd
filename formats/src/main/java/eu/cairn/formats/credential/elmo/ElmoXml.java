package eu.cairn.formats.credential.elmo;

import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * XML from outside, within bounds and without a document type, so that nothing is fetched and
 * nothing grows.
 *
 * <p>Refused are: more than {@value StrictJson#MAX_BYTES} bytes ({@code format.too-large}), deeper
 * than {@value StrictJson#MAX_DEPTH} elements ({@code format.too-deep}), more than {@value
 * #MAX_ELEMENTS} elements, attributes, comments and the like, {@value #MAX_TEXTS} pieces of text or
 * {@value #MAX_RESULTS} reports and results ({@code format.too-many-elements}), a document type
 * ({@code format.document-type}), what is no XML ({@code format.not-xml}), and what is no ELMO
 * ({@code format.not-elmo}).
 */
public final class ElmoXml {

    static final int MAX_ELEMENTS = 20_000;

    /** Each reference to a character begins another piece. */
    static final int MAX_TEXTS = 40_000;

    /** What is asked of its neighbours and of what is above it. */
    static final int MAX_RESULTS = 500;

    private static final Set<String> RESULTS = Set.of("report", ElmoReader.SPECIFICATION);

    private ElmoXml() {}

    public static Decided<Document> parse(byte[] bytes) {
        if (bytes.length > StrictJson.MAX_BYTES) {
            return Decided.refused(StrictJson.TOO_LARGE);
        }
        try {
            var objection = outOfBounds(bytes);
            if (objection.isPresent()) {
                return Decided.refused(objection.get());
            }
            var document = tree(bytes);
            var root = document.getDocumentElement();
            return Elmo.NAMESPACE.equals(root.getNamespaceURI())
                            && Elmo.ROOT.equals(root.getLocalName())
                    ? Decided.accepted(document)
                    : refused("format.not-elmo");
        } catch (SAXException | IOException e) {
            return refused("format.not-xml");
        }
    }

    private static <T> Decided<T> refused(String code, Object... parameters) {
        return Decided.refused(Refusal.of(code, "", parameters));
    }

    /** Looks at all of it, keeping nothing, before a tree is made. */
    private static Optional<Refusal> outOfBounds(byte[] bytes) throws SAXException, IOException {
        var bounds = new Bounds();
        try {
            var reader = SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
            reader.setContentHandler(bounds);
            reader.setErrorHandler(bounds);
            reader.setEntityResolver(bounds);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", bounds);
            reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException e) {
            if (bounds.objection.isPresent()) {
                return bounds.objection;
            }
            throw e;
        }
    }

    /** Stops at the first thing beyond the bounds, and before the content of a document type. */
    private static final class Bounds extends DefaultHandler2 {
        private Optional<Refusal> objection = Optional.empty();
        private int depth;
        private int elements;
        private int texts;
        private int results;

        private void stop(String code, Object... parameters) throws SAXException {
            objection = Optional.of(Refusal.of(code, "", parameters));
            throw new SAXException(code);
        }

        @Override
        public void startDTD(String name, @Nullable String publicId, @Nullable String systemId)
                throws SAXException {
            stop("format.document-type");
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes)
                throws SAXException {
            if (++depth > StrictJson.MAX_DEPTH) {
                stop("format.too-deep");
            }
            if (RESULTS.contains(local) && ++results > MAX_RESULTS) {
                stop("format.too-many-elements", MAX_RESULTS);
            }
            count(1 + attributes.getLength());
        }

        private void count(int more) throws SAXException {
            elements += more;
            if (elements > MAX_ELEMENTS) {
                stop("format.too-many-elements", MAX_ELEMENTS);
            }
        }

        @Override
        public void startPrefixMapping(String prefix, String uri) throws SAXException {
            count(1);
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            count(1);
        }

        @Override
        public void comment(char[] text, int start, int length) throws SAXException {
            count(1);
        }

        @Override
        public void startCDATA() throws SAXException {
            count(1);
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            if (++texts > MAX_TEXTS) {
                stop("format.too-many-elements", MAX_TEXTS);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            depth--;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private static Document tree(byte[] bytes) throws SAXException, IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Bounds());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
