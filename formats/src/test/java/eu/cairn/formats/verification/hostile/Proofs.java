package eu.cairn.formats.verification.hostile;

import com.apicatalog.jcs.Jcs;
import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.multibase.Multibase;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Cryptosuite;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Proofs as careless software makes and takes them: what JSON-LD would leave out is left out, and
 * nothing is refused. Whatever is signed here would pass under such software.
 */
final class Proofs {

    private Proofs() {}

    /** {@code document} with a proof by {@code key}. */
    static JsonObject signed(JsonObject document, FreshKey key) {
        var suite =
                key.algorithm() == Algorithm.ED25519
                        ? Cryptosuite.EDDSA_RDFC
                        : Cryptosuite.ECDSA_RDFC;
        return signed(document, suite, key, JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * The same with options of the proof that are changed; one that is null is left out.
     *
     * @param changes what the proof says other than it should
     */
    static JsonObject signed(
            JsonObject document, Cryptosuite suite, FreshKey key, JsonObject changes) {
        return with(document, "proof", proof(document, suite, key, changes));
    }

    /** The proof alone; {@code document} may hold others that it builds on. */
    static JsonObject proof(
            JsonObject document, Cryptosuite suite, FreshKey key, JsonObject changes) {
        var linked = suite == Cryptosuite.EDDSA_RDFC || suite == Cryptosuite.ECDSA_RDFC;
        var options = Json.createObjectBuilder();
        if (!linked) {
            options.add("@context", document.getOrDefault("@context", JsonValue.NULL));
        }
        options.add("type", "DataIntegrityProof")
                .add("cryptosuite", suite.code())
                .add("created", World.ISSUED.toString())
                .add("verificationMethod", key.verificationMethod())
                .add("proofPurpose", "assertionMethod");
        changes.forEach((name, value) -> change(options, name, value));
        var proof = options.build();
        var signature = key.sign(bytesToSign(document, linked, key, proof));
        return Json.createObjectBuilder(proof)
                .add("proofValue", Multibase.BASE_58_BTC.encode(signature))
                .build();
    }

    private static void change(JsonObjectBuilder options, String name, JsonValue value) {
        if (value.equals(JsonValue.NULL)) {
            options.remove(name);
        } else {
            options.add(name, value);
        }
    }

    private static byte[] bytesToSign(
            JsonObject document, boolean linked, FreshKey key, JsonObject proof) {
        var digest = key.algorithm() == Algorithm.P384 ? "SHA-384" : "SHA-256";
        var options =
                linked
                        ? with(proof, "@context", document.getOrDefault("@context", JsonValue.NULL))
                        : proof;
        var first = hash(digest, canonical(options, linked, digest));
        var second = hash(digest, canonical(document, linked, digest));
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String canonical(JsonObject document, boolean linked, String digest) {
        if (!linked) {
            return Jcs.canonize(document);
        }
        try {
            var canonical = RdfCanon.create(digest);
            JsonLd.toRdf(JsonDocument.of(document))
                    .options(new JsonLdOptions(anyContext()))
                    .provide(canonical);
            var quads = new StringWriter();
            canonical.provide(new NQuadsWriter(quads));
            return quads.toString();
        } catch (JsonLdError e) { // no software would sign this, so it does not matter how it is
            return Jcs.canonize(document);
        } catch (RdfConsumerException e) {
            throw new AssertionError(e);
        }
    }

    /** What is not known defines no terms. */
    private static DocumentLoader anyContext() {
        return (address, options) ->
                Contexts.trusted().trusts(address.toString())
                        ? Contexts.trusted().loadDocument(address, options)
                        : JsonDocument.of(World.json("{\"@context\":{}}"));
    }

    private static byte[] hash(String digest, String text) {
        try {
            return MessageDigest.getInstance(digest).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static JsonObject with(JsonObject object, String name, JsonValue value) {
        return Json.createObjectBuilder(object).add(name, value).build();
    }
}
