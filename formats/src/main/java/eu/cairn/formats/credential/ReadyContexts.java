package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.expansion.Expansion;
import com.apicatalog.jsonld.json.JsonUtils;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expands JSON-LD documents (JSON-LD 1.1 Processing Algorithms, 5.1) and reads the contexts of many
 * that name the same ones only once.
 *
 * <p>Safe for use by several threads: a context that is ready is only ever read.
 */
final class ReadyContexts {

    /** As many lists of contexts are kept, whoever names them. */
    private static final int KEPT = 64;

    /** The time, as {@link System#nanoTime()}, at which the expansion that is under way stops. */
    private static final ScopedValue<Long> UNTIL = ScopedValue.newInstance();

    private final ProcessingRuntime runtime;
    private final Map<String, ActiveContext> ready = RecentlyUsed.atMost(KEPT);

    ReadyContexts(JsonLdOptions options) {
        this.runtime = new Until(options);
    }

    /**
     * What {@code document} says in full.
     *
     * @throws JsonLdError if it is no JSON-LD, or takes longer than {@code patience}
     */
    JsonArray expanded(JsonObject document, Duration patience) throws JsonLdError {
        return ScopedValue.where(UNTIL, System.nanoTime() + patience.toNanos())
                .call(() -> expanded(document));
    }

    private JsonArray expanded(JsonObject document) throws JsonLdError {
        var context = document.get("@context");
        if (context == null || !onlyAddresses(context)) {
            return expanded(new ActiveContext(null, null, runtime), document);
        }
        return expanded(
                ready(context), JSON.createObjectBuilder(document).remove("@context").build());
    }

    private static JsonArray expanded(ActiveContext context, JsonObject content)
            throws JsonLdError {
        @Nullable JsonValue expanded = Expansion.with(context, content, null, null).compute();
        if (expanded instanceof JsonObject object
                && object.size() == 1
                && object.containsKey("@graph")) {
            expanded = object.get("@graph");
        }
        return JsonUtils.isNull(expanded)
                ? JsonValue.EMPTY_JSON_ARRAY
                : JsonUtils.toJsonArray(expanded);
    }

    private ActiveContext ready(JsonValue context) throws JsonLdError {
        var names = context.toString();
        var known = ready.get(names);
        if (known != null) {
            return known;
        }
        var read = new ActiveContext(null, null, runtime).newContext().create(context, null);
        ready.put(names, read);
        return read;
    }

    private static boolean onlyAddresses(JsonValue context) {
        return context instanceof JsonString
                || (context instanceof JsonArray list
                        && list.stream().allMatch(JsonString.class::isInstance));
    }

    /** Stops when the time of the expansion that this thread is at has passed. */
    private static final class Until extends ProcessingRuntime {

        Until(JsonLdOptions options) {
            super(options);
        }

        @Override
        public void tick() throws JsonLdError {
            if (System.nanoTime() - UNTIL.get() > 0) {
                throw new JsonLdError(JsonLdErrorCode.PROCESSING_TIMEOUT_EXCEEDED);
            }
        }
    }
}
