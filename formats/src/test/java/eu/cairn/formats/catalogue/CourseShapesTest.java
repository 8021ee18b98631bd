package eu.cairn.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import eu.cairn.catalogue.Drafts;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** Our learning opportunities against the published shapes of learning opportunities (ELM 3.2). */
class CourseShapesTest {

    @Test
    void aCourseConformsToThePublishedShapesOfLearningOpportunities() throws Exception {
        var words = IntStream.range(0, Specifications.WORDS).mapToObj(i -> "Word " + i).toList();
        var full = Specifications.of(Specifications.design(Specifications.full(words)));
        var planned = Specifications.of(Specifications.planned(full.design()));
        var plain = Specifications.of(Specifications.design(Drafts.complete()));
        var shapes = shapes();

        assertThat(shapes.numShapes()).isGreaterThan(30);
        assertThat(violations(shapes, ElmCourse.write(List.of(full)))).isEmpty();
        assertThat(violations(shapes, ElmCourse.write(List.of(planned)))).isEmpty();
        assertThat(violations(shapes, ElmCourse.write(List.of(plain)))).isEmpty();
    }

    @Test
    void aCourseWithoutProviderIsFoundByTheShapes() throws Exception {
        var plain = Specifications.of(Specifications.design(Drafts.complete()));
        var text = new String(ElmCourse.write(List.of(plain)), StandardCharsets.UTF_8);

        assertThat(
                        violations(
                                shapes(),
                                text.replace("\"providedBy\"", "\"publisher\"")
                                        .getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    private static Shapes shapes() {
        var graph = GraphFactory.createDefaultGraph();
        var file = Shared.path("standards/elm-3.2/shacl/LOQ-constraints.ttl");
        RDFDataMgr.read(graph, file.toUri().toString());
        return Shapes.parse(graph);
    }

    private static List<String> violations(Shapes shapes, byte[] document) throws Exception {
        return ShaclValidator.get().validate(shapes, graph(document)).getEntries().stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
                .toList();
    }

    /** The triples, in which a term that no context defines is an error. */
    private static Graph graph(byte[] document) throws Exception {
        var options = new JsonLdOptions(Contexts.trusted());
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        var quads = new StringWriter();
        JsonLd.toRdf(JsonDocument.of(new ByteArrayInputStream(document)))
                .options(options)
                .provide(new NQuadsWriter(quads));
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(quads.toString()))
                .lang(Lang.NQUADS)
                .parse(graph);
        return graph;
    }
}
