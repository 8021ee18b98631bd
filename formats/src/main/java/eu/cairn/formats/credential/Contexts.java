package eu.cairn.formats.credential;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The JSON-LD contexts that Cairn trusts, each generated from a table of its own; nothing is ever
 * fetched because a document names it.
 *
 * <p>A context that is not among them is refused with {@code format.context-not-trusted}.
 */
public final class Contexts implements DocumentLoader {

    /** Verifiable Credentials Data Model 2.0; the first context of every credential. */
    public static final String CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";

    public static final String CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";

    /** Open Badges 3.0 as Cairn writes it. */
    public static final String OPEN_BADGES =
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /** The Comprehensive Learner Record 2.0 as Cairn writes it. */
    public static final String LEARNER_RECORD =
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    /** The 1EdTech terms for refreshing and for schemas. */
    public static final String OPEN_BADGES_EXTENSIONS =
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

    /** What the European standard asks for and Open Badges has no place for. */
    public static final String CAIRN = "https://w3id.org/cairn/v1";

    /** The terms of the Edubadges profile, with their addresses as they are meant. */
    public static final String EDUBADGES = "https://w3id.org/cairn/edubadges/v1";

    /** The European Learning Model as European Digital Credentials use it. */
    public static final String EUROPEAN_DIGITAL_CREDENTIAL =
            "http://data.europa.eu/snb/model/context/edc-ap";

    /** The places of credentials in status lists, where a credential is none of model 2.0. */
    public static final String STATUS_LIST = "https://www.w3.org/ns/credentials/status/v1";

    /**
     * Open Badges 3.0 without the number of a version: some software takes it for the newest, some
     * for the first, 3.0.0 of November 2022.
     */
    public static final String OPEN_BADGES_UNNUMBERED =
            "https://purl.imsglobal.org/spec/ob/v3p0/context.json";

    private static final Contexts TRUSTED = new Contexts(tables());
    private static final Contexts OF_2022 = new Contexts(tablesOf2022());

    private final Map<String, JsonObject> documents = new LinkedHashMap<>();

    private Contexts(Map<String, String> tables) {
        tables.forEach((iri, table) -> documents.put(iri, ContextTable.named(table).document()));
    }

    public static Contexts trusted() {
        return TRUSTED;
    }

    /**
     * The same where {@link #OPEN_BADGES_UNNUMBERED} is what it was in November 2022, as in the
     * libraries of the Digital Credentials Consortium.
     */
    static Contexts of2022() {
        return OF_2022;
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put(CREDENTIALS_V2, "credentials-v2");
        tables.put(CREDENTIALS_V1, "credentials-v1");
        tables.put("https://www.w3.org/ns/credentials/examples/v2", "credentials-examples-v2");
        tables.put("https://w3id.org/security/data-integrity/v1", "data-integrity-v1");
        tables.put("https://w3id.org/security/data-integrity/v2", "data-integrity-v2");
        tables.put("https://w3id.org/security/suites/ed25519-2020/v1", "ed25519-2020-v1");
        tables.put("https://w3id.org/security/multikey/v1", "multikey-v1");
        tables.put(STATUS_LIST, "bitstring-status-list-v1");
        tables.put("https://w3id.org/vc/status-list/2021/v1", "status-list-2021-v1");
        tables.put(
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", "open-badges-3.0.1");
        tables.put(
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", "open-badges-3.0.2");
        tables.put(OPEN_BADGES, "open-badges-3.0.3");
        tables.put(OPEN_BADGES_UNNUMBERED, "open-badges-3.0.3");
        tables.put(OPEN_BADGES_EXTENSIONS, "open-badges-extensions");
        tables.put(EUROPEAN_DIGITAL_CREDENTIAL, "edc-ap-3.2");
        tables.put(LEARNER_RECORD, "learner-record-2.0.1");
        tables.put("https://purl.imsglobal.org/spec/clr/v2p0/context.json", "learner-record-2.0");
        tables.put(CAIRN, "cairn-v1");
        tables.put(EDUBADGES, "edubadges-v1");
        return Collections.unmodifiableMap(tables);
    }

    private static Map<String, String> tablesOf2022() {
        var tables = new LinkedHashMap<>(tables());
        tables.put(OPEN_BADGES_UNNUMBERED, "open-badges-3.0.0");
        return tables;
    }

    /** The addresses of all trusted contexts. */
    public Set<String> addresses() {
        return Collections.unmodifiableSet(documents.keySet());
    }

    public boolean trusts(String address) {
        return documents.containsKey(address);
    }

    /** The document behind a trusted address. */
    public JsonObject document(String address) {
        var document = documents.get(address);
        if (document == null) {
            throw new IllegalArgumentException("not a trusted context: " + address);
        }
        return document;
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        var document = documents.get(address.toString());
        if (document == null) {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, address.toString());
        }
        return JsonDocument.of(document);
    }
}
