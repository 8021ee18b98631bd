package eu.cairn.formats.credential;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import eu.cairn.testing.Shared;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The published shapes of European Digital Credentials 3.2: the structure and the vocabularies
 * together.
 */
final class EuropeanDigitalCredentialShapes {

    private final Shapes shapes;

    private EuropeanDigitalCredentialShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    static EuropeanDigitalCredentialShapes published() {
        var graph = GraphFactory.createDefaultGraph();
        for (var name : List.of("EDC-generic-no-cv", "EDC-generic-full")) {
            var file = Shared.path("standards/elm-3.2/shacl/" + name + ".ttl");
            RDFDataMgr.read(graph, file.toUri().toString());
        }
        return new EuropeanDigitalCredentialShapes(Shapes.parse(graph));
    }

    int count() {
        return shapes.numShapes();
    }

    /** In what {@code document} departs from the shapes. */
    List<String> violations(JsonObject document) {
        return ShaclValidator.get().validate(shapes, graph(document)).getEntries().stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
                .toList();
    }

    /** The triples of {@code document}, in which a term that no context defines is an error. */
    static Graph graph(JsonObject document) {
        var options = new JsonLdOptions(Contexts.trusted());
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        var quads = new StringWriter();
        try {
            JsonLd.toRdf(JsonDocument.of(document))
                    .options(options)
                    .provide(new NQuadsWriter(quads));
        } catch (JsonLdError e) {
            throw new AssertionError(e);
        }
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(quads.toString()))
                .lang(Lang.NQUADS)
                .parse(graph);
        return graph;
    }
}
