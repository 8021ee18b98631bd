package eu.cairn.formats.credential;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.processor.ToRdfProcessor;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTicker;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a JSON-LD document says, in the one canonical form that is signed (JSON-LD 1.1 in safe mode,
 * RDF Dataset Canonicalization RDFC-1.0).
 *
 * <p>Whoever reads the JSON by its member names must see what was signed, no more and no less. So
 * whatever would be left out of the canonical form is refused ({@link Uncovered}), and so is
 * whatever would be in it under another name than its own ({@code format.member-not-plain}).
 * Contexts that are not trusted, or written inline where that is not admitted, give {@code
 * format.context-not-trusted}; one that redefines a protected term {@code format.term-redefined}; a
 * graph that is out of {@link GraphBounds}, or that takes more than {@value #MORE_STEPS} steps and
 * {@value #STEPS} for each value or, on a machine that has much to do, ten seconds to label, {@code
 * format.graph-too-complex}, or more than a minute if it is our own; whatever else is no JSON-LD
 * {@code format.not-json-ld}.
 */
final class LinkedData {

    /** Values and steps bound the work; many who ask at once are no reason to give up on one. */
    private static final Duration WITH_STRANGERS = Duration.ofSeconds(10);

    private static final Duration WITH_OUR_OWN = Duration.ofMinutes(1);

    /** Steps of labelling blank nodes for each value; rich credentials take three to four. */
    private static final int STEPS = 6;

    /** As many more for blank nodes that are hard to tell apart. */
    private static final int MORE_STEPS = 3_000;

    private final Contexts contexts;
    private final boolean inlineContexts;
    private final Duration patience;
    private final JsonLdOptions options;
    private final ReadyContexts ready;

    LinkedData(Contexts contexts) {
        this(contexts, false);
    }

    private LinkedData(Contexts contexts, boolean inlineContexts) {
        this.contexts = contexts;
        this.inlineContexts = inlineContexts;
        this.patience = WITH_STRANGERS;
        this.options = options(contexts);
        this.ready = new ReadyContexts(options);
    }

    private LinkedData(LinkedData other, Duration patience) {
        this.contexts = other.contexts;
        this.inlineContexts = other.inlineContexts;
        this.patience = patience;
        this.options = other.options;
        this.ready = other.ready;
    }

    /** Documents may also define terms of their own, but none that {@code contexts} protect. */
    static LinkedData admittingInlineContexts(Contexts contexts) {
        return new LinkedData(contexts, true);
    }

    /**
     * The same for what we sign, which a machine that has much to do must not keep from being
     * signed; where documents may define terms, strangers wrote them.
     */
    LinkedData ofOurOwn() {
        return inlineContexts ? this : new LinkedData(this, WITH_OUR_OWN);
    }

    /** The canonical N-Quads of {@code document}. */
    Decided<String> canonical(JsonObject document, String digest) {
        var bounds = GraphBounds.of(document);
        if (!bounds.admit(1)) {
            return Decided.refused(Refusal.of("format.graph-too-complex", "@context"));
        }
        var form = CompactForm.of(document, contexts, inlineContexts);
        var foreign = form.foreignContext();
        if (foreign.isPresent()) {
            return Decided.refused(Refusal.of("format.context-not-trusted", "", foreign.get()));
        }
        var member = form.memberThatIsNotPlain();
        if (member.isPresent()) {
            return Decided.refused(Refusal.of("format.member-not-plain", "", member.get()));
        }
        try {
            var expanded = ready.expanded(document, patience);
            var uncovered = Uncovered.in(expanded);
            if (uncovered.isPresent()) {
                return Decided.refused(uncovered.get());
            }
            var canonical = RdfCanon.create(new BoundedDigest(digest), steps(bounds.values()));
            ToRdfProcessor.toRdf(canonical, expanded, options);
            var quads = new StringWriter();
            canonical.provide(new NQuadsWriter(quads));
            return Decided.accepted(quads.toString());
        } catch (JsonLdError e) {
            return Decided.refused(refusal(e));
        } catch (IllegalStateException e) {
            return Decided.refused(Refusal.of("format.graph-too-complex", ""));
        } catch (RdfConsumerException | RuntimeException e) {
            return Decided.refused(
                    Refusal.of("format.not-json-ld", "", e.getClass().getSimpleName()));
        }
    }

    /** Gives up after so many steps, or after the time of patience on a machine that is slow. */
    private RdfCanonTicker steps(int values) {
        var clock = new RdfCanonTimeTicker(patience.toMillis());
        var left = new AtomicInteger(STEPS * values + MORE_STEPS);
        return () -> {
            if (left.decrementAndGet() < 0) {
                throw new IllegalStateException("too many steps");
            }
            clock.tick();
        };
    }

    private static JsonLdOptions options(Contexts contexts) {
        var options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        options.setContextCache(null); // the library's caches are for one thread only
        options.setDocumentCache(null);
        return options;
    }

    private static Refusal refusal(JsonLdError e) {
        var detail = e.getMessage() == null ? e.getCode().name() : e.getMessage();
        return switch (e.getCode()) {
            case JsonLdErrorCode.UNDEFINED_TERM -> Refusal.of("format.term-undefined", "", detail);
            case JsonLdErrorCode.PROTECTED_TERM_REDEFINITION ->
                    Refusal.of("format.term-redefined", "@context");
            case JsonLdErrorCode.PROCESSING_TIMEOUT_EXCEEDED ->
                    Refusal.of("format.graph-too-complex", "");
            default -> Refusal.of("format.not-json-ld", "", e.getCode().name());
        };
    }
}
