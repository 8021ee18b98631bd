package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.processor.ToRdfProcessor;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsReader;
import com.apicatalog.rdf.nquads.NQuadsReaderException;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The test suites of the W3C for JSON-LD 1.1 and RDFC-1.0 against what is signed and verified here.
 * Much of JSON-LD is refused on purpose ({@link LinkedData}); what is taken must say exactly what
 * the suite says, and nothing may be taken that the suite calls an error. Compaction is not done
 * here and nothing is fetched, so that the parts {@code compact} and {@code remote-doc} have
 * nothing to be held against.
 */
class LinkedDataCorporaTest {

    private static final String CORPORA = "corpora/";

    /** Outcomes that are not those of the suite, with the tests that have them, and why. */
    private static final Map<String, Set<String>> OTHERWISE =
            Map.of(
                    // contexts of the suite itself are not bundled, and nothing is fetched
                    "LOADING_REMOTE_CONTEXT_FAILED",
                    Set.of("expand#t0127", "toRdf#tc031", "toRdf#te127"),
                    "INVALID_SCOPED_CONTEXT",
                    Set.of("expand#tc034", "expand#tso05", "toRdf#tso05"),
                    "INVALID_KEYWORD_IMPORT_VALUE",
                    Set.of(
                            "expand#tso07",
                            "expand#tso09",
                            "expand#tso11",
                            "expand#tso13",
                            "toRdf#tso07",
                            "toRdf#tso09",
                            "toRdf#tso11",
                            "toRdf#tso13"),
                    // a credential is an object
                    "no object",
                    Set.of(
                            "expand#t0013",
                            "toRdf#te013",
                            "toRdf#tnt02",
                            "toRdf#tnt04",
                            "toRdf#tnt06",
                            "toRdf#tnt08",
                            "toRdf#tnt10",
                            "toRdf#tnt12",
                            "toRdf#tnt14",
                            "toRdf#tnt16"),
                    // no base is given to what strangers send, so that relative references stay
                    "INVALID_BASE_IRI",
                    Set.of("toRdf#tli12"),
                    "another thing",
                    Set.of(
                            "expand#t0005",
                            "expand#t0029",
                            "expand#t0051",
                            "expand#t0057",
                            "expand#t0059",
                            "expand#t0089",
                            "expand#tm005",
                            "toRdf#t0017",
                            "toRdf#te005",
                            "toRdf#te029",
                            "toRdf#te051",
                            "toRdf#te057",
                            "toRdf#te059",
                            "toRdf#te089",
                            // neither a context beside the document nor an option for directions
                            "expand#t0077",
                            "toRdf#te077",
                            "toRdf#tdi09",
                            "toRdf#tdi11"));

    private final LinkedData linkedData = LinkedData.admittingInlineContexts(Contexts.trusted());

    @Test
    void datasetsAreLabelledAsTheSuiteSays() throws Exception {
        var folder = Shared.path(CORPORA + "rdf-canon");
        int checked = 0;
        for (var entry : entries(folder.resolve("manifest-odd.jsonld"), "entries")) {
            var input = Files.readString(folder.resolve(entry.getString("action")));
            var expected = Files.readString(folder.resolve(entry.getString("result")));
            var canonical = read(input, entry.getString("hashAlgorithm", "SHA256"));
            checked++;
            if (entry.getString("type").equals("rdfc:RDFC10MapTest")) {
                assertThat(labels(canonical))
                        .as(entry.getString("id"))
                        .isEqualTo(JSON.createReader(new StringReader(expected)).readObject());
            } else {
                assertThat(written(canonical)).as(entry.getString("id")).isEqualTo(expected);
            }
        }
        assertThat(checked).isEqualTo(43);
    }

    @Test
    void whatIsTakenMeansWhatTheSuiteSays() throws Exception {
        var folder = Shared.path(CORPORA + "json-ld-api");
        var tallies = new TreeMap<String, Integer>();
        var otherwise = new TreeMap<String, Set<String>>();
        for (var kind : List.of("toRdf", "expand")) {
            for (var test : entries(folder.resolve(kind + "-manifest-odd.jsonld"), "sequence")) {
                var name = kind + test.getString("@id");
                if (isOfModel10(test)) {
                    tallies.merge(kind + ": of JSON-LD 1.0, not asked", 1, Integer::sum);
                    continue;
                }
                var taken = taken(folder, test);
                var means = means(folder, test);
                tallies.merge(kind + " " + taken, 1, Integer::sum);
                tallies.merge(kind + " beneath: " + means, 1, Integer::sum);
                assertThat(taken).as(name).doesNotStartWith("WRONG");
                if (!means.startsWith("the same")) {
                    otherwise.computeIfAbsent(means, outcome -> new TreeSet<>()).add(name);
                }
            }
        }
        System.out.println("JSON-LD suite: " + tallies);

        assertThat(otherwise).isEqualTo(OTHERWISE);
    }

    private static boolean isOfModel10(JsonObject test) {
        var option = test.getOrDefault("option", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        return option.getString("specVersion", "").equals("json-ld-1.0")
                || option.getString("processingMode", "").equals("json-ld-1.0");
    }

    private static boolean isNegative(JsonObject test) {
        return Members.texts(test, "@type").contains("jld:NegativeEvaluationTest");
    }

    /** What becomes of a document that somebody signed. */
    private String taken(Path folder, JsonObject test) throws Exception {
        if (!(input(folder, test) instanceof JsonObject document)) {
            return "refused (no object)";
        }
        return switch (linkedData.canonical(document, "SHA-256")) {
            case Decided.Refused<String>(var reasons) ->
                    "refused (" + reasons.getFirst().code() + ")";
            case Decided.Accepted<String> taken when isNegative(test) -> "WRONG: an error is taken";
            case Decided.Accepted<String>(var quads) ->
                    isExpected(folder, test, quads) ? "the same" : "WRONG: it means another thing";
        };
    }

    /** What expansion and quads make of it, before it is asked whether it is plain. */
    private static String means(Path folder, JsonObject test) throws Exception {
        if (!(input(folder, test) instanceof JsonObject document)) {
            return "no object";
        }
        var options = new JsonLdOptions(Contexts.trusted());
        options.setContextCache(null);
        options.setDocumentCache(null);
        try {
            var expanded = new ReadyContexts(options).expanded(document, Duration.ofSeconds(10));
            var canonical = RdfCanon.create("SHA-256");
            ToRdfProcessor.toRdf(canonical, expanded, options);
            return isNegative(test)
                    ? "an error is taken"
                    : isExpected(folder, test, written(canonical)) ? "the same" : "another thing";
        } catch (JsonLdError e) {
            return e.getCode().name().equals(code(test)) ? "the same error" : e.getCode().name();
        }
    }

    private static JsonValue input(Path folder, JsonObject test) throws IOException {
        return JSON.createReader(Files.newBufferedReader(folder.resolve(test.getString("input"))))
                .readValue();
    }

    private static boolean isExpected(Path folder, JsonObject test, String quads) throws Exception {
        return !test.containsKey("expect")
                || quads.equals(expected(folder.resolve(test.getString("expect"))));
    }

    /** The code of an error as the library writes it. */
    private static String code(JsonObject test) {
        return test.getString("expectErrorCode", "")
                .replace("@", "keyword ")
                .replaceAll("[ -]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static String expected(Path file)
            throws IOException, JsonLdError, RdfConsumerException, NQuadsReaderException {
        var text = Files.readString(file);
        if (file.toString().endsWith(".nq")) {
            return written(read(text, "SHA256"));
        }
        var canonical = RdfCanon.create("SHA-256");
        var expanded = JSON.createReader(new StringReader(text)).readArray();
        ToRdfProcessor.toRdf(canonical, expanded, new JsonLdOptions(Contexts.trusted()));
        return written(canonical);
    }

    private static RdfCanon read(String quads, String algorithm)
            throws RdfConsumerException, NQuadsReaderException {
        var digest = algorithm.toUpperCase(Locale.ROOT).replace("SHA", "SHA-");
        var canonical = RdfCanon.create(new BoundedDigest(digest));
        new NQuadsReader(new StringReader(quads)).provide(canonical);
        return canonical;
    }

    private static String written(RdfCanon canonical) throws RdfConsumerException {
        var quads = new StringWriter();
        canonical.provide(new NQuadsWriter(quads));
        return quads.toString();
    }

    /** The labels that blank nodes were given, without the sign of a blank node. */
    private static JsonObject labels(RdfCanon canonical) throws RdfConsumerException {
        written(canonical);
        var labels = JSON.createObjectBuilder();
        canonical
                .mapping()
                .forEach(
                        (before, after) ->
                                labels.add(before.replace("_:", ""), after.replace("_:", "")));
        return labels.build();
    }

    private static List<JsonObject> entries(Path manifest, String member) throws IOException {
        JsonArray entries =
                JSON.createReader(Files.newBufferedReader(manifest))
                        .readObject()
                        .getJsonArray(member);
        return entries.stream().map(JsonValue::asJsonObject).toList();
    }
}
