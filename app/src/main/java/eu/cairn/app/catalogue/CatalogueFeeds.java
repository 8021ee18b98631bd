package eu.cairn.app.catalogue;

import eu.cairn.app.catalogue.CatalogueEntryStore.Listed;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.NotThere;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What machines of others fetch to know the catalogue: the newest courses as Atom (RFC 4287), every
 * page as a sitemap (sitemaps.org, at most 50,000 addresses in a file), and where it is.
 */
@RestController
@Hidden
class CatalogueFeeds {

    private static final int NEWEST = 50;
    private static final int MOST_IN_A_FILE = 50_000;
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final CatalogueEntryStore store;
    private final OfferStore offers;
    private final Installation installation;

    CatalogueFeeds(CatalogueEntryStore store, OfferStore offers, Installation installation) {
        this.store = store;
        this.offers = offers;
        this.installation = installation;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(
                        """
                        User-agent: *
                        Disallow: /catalogue?
                        Disallow: /catalogue/compare
                        Sitemap: %s/sitemap.xml
                        """
                                .formatted(installation.baseUrl()));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() {
        int parts = parts();
        if (parts <= 1) {
            return part(1);
        }
        return xml(
                XML,
                writer -> {
                    writer.writeStartElement("sitemapindex");
                    writer.writeDefaultNamespace(SITEMAP);
                    for (int part = 1; part <= parts; part++) {
                        writer.writeStartElement("sitemap");
                        element(writer, "loc", "/sitemap-" + part + ".xml");
                        writer.writeEndElement();
                    }
                    writer.writeEndElement();
                });
    }

    private int parts() {
        return (store.count() + 1 + MOST_IN_A_FILE - 1) / MOST_IN_A_FILE;
    }

    @GetMapping("/sitemap-{part}.xml")
    ResponseEntity<String> part(@PathVariable int part) {
        if (part < 1 || part > Math.max(1, parts())) {
            throw new NotThere();
        }
        // the list of courses is the first address of the first file
        int skip = part == 1 ? 0 : (part - 1) * MOST_IN_A_FILE - 1;
        var courses = store.listed(skip, part == 1 ? MOST_IN_A_FILE - 1 : MOST_IN_A_FILE);
        return xml(
                XML,
                writer -> {
                    writer.writeStartElement("urlset");
                    writer.writeDefaultNamespace(SITEMAP);
                    if (part == 1) {
                        writer.writeStartElement("url");
                        element(writer, "loc", "/catalogue");
                        writer.writeEndElement();
                    }
                    for (var course : courses) {
                        writer.writeStartElement("url");
                        element(writer, "loc", course.path());
                        plain(writer, "lastmod", at(course.changedAt()));
                        writer.writeEndElement();
                    }
                    writer.writeEndElement();
                });
    }

    @GetMapping("/catalogue/feed.atom")
    ResponseEntity<String> newest() {
        var courses = store.newest(NEWEST);
        var details = offers.of(courses.stream().map(Listed::id).toList());
        return xml(
                MediaType.parseMediaType("application/atom+xml;charset=UTF-8"),
                writer -> {
                    writer.writeStartElement("feed");
                    writer.writeDefaultNamespace(ATOM);
                    plain(writer, "title", "Courses on offer");
                    element(writer, "id", "/catalogue/feed.atom");
                    link(writer, "self", "/catalogue/feed.atom");
                    link(writer, "alternate", "/catalogue");
                    plain(
                            writer,
                            "updated",
                            at(
                                    courses.stream()
                                            .map(Listed::changedAt)
                                            .max(Instant::compareTo)
                                            .orElse(Instant.EPOCH)));
                    for (var course : courses) {
                        var offer = details.get(course.id());
                        if (offer != null) {
                            entry(writer, course, offer);
                        }
                    }
                    writer.writeEndElement();
                });
    }

    private void entry(XMLStreamWriter writer, Listed course, OfferStore.Offer offer)
            throws XMLStreamException {
        var design = offer.design();
        writer.writeStartElement("entry");
        writer.writeAttribute("xml:lang", design.title().authoritativeLanguage().tag());
        plain(writer, "title", design.title().authoritative());
        element(writer, "id", offer.path());
        link(writer, "alternate", offer.path());
        plain(writer, "published", at(course.publishedAt()));
        plain(writer, "updated", at(course.changedAt()));
        writer.writeStartElement("author");
        plain(writer, "name", offer.organisation());
        writer.writeEndElement();
        plain(
                writer,
                "summary",
                Stream.concat(
                                Stream.of(design.credits() + " ECTS"),
                                design.outcomes().stream().map(it -> it.text().authoritative()))
                        .reduce((a, b) -> a + "; " + b)
                        .orElseThrow());
        writer.writeEndElement();
    }

    private static String at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** An element with an address of this installation. */
    private void element(XMLStreamWriter writer, String name, String path)
            throws XMLStreamException {
        plain(writer, name, installation.baseUrl() + path);
    }

    private void link(XMLStreamWriter writer, String rel, String path) throws XMLStreamException {
        writer.writeEmptyElement("link");
        writer.writeAttribute("rel", rel);
        writer.writeAttribute("href", installation.baseUrl() + path);
    }

    /** Characters that XML has no place for are left out. */
    private static void plain(XMLStreamWriter writer, String name, String text)
            throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(
                text.replaceAll(
                        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]",
                        ""));
        writer.writeEndElement();
    }

    private interface Content {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static ResponseEntity<String> xml(MediaType type, Content content) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            content.write(writer);
            writer.writeEndDocument();
            writer.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return ResponseEntity.ok().contentType(type).body(text.toString());
    }
}
