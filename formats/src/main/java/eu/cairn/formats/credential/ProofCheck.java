package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import com.apicatalog.multibase.Multibase;
import eu.cairn.formats.credential.DataIntegrity.Keys;
import eu.cairn.formats.credential.DataIntegrity.Proven;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the proofs of one document: each for itself, or, where a proof says that it was made after
 * others ({@code previousProof}), over the document together with those (W3C Data Integrity 1.0,
 * section 4.6).
 */
final class ProofCheck {

    private static final String PROOF = "proof";
    private static final String PREVIOUS = "previousProof";
    private static final int MAX_PROOF_VALUE = 400;
    private static final int MAX_PROOFS = 4;

    private final JsonObject document;
    private final List<JsonObject> proofs;
    private final List<SignedBytes> readings;
    private final Keys keys;
    private final ProofDemands demands;

    /**
     * @param readings in which ways the terms of the document may have been meant; it is intact if
     *     it was signed in one of them
     */
    ProofCheck(JsonObject document, List<SignedBytes> readings, Keys keys, ProofDemands demands) {
        this.document = document;
        this.proofs = Members.objects(document, PROOF);
        this.readings = List.copyOf(readings);
        this.keys = keys;
        this.demands = demands;
    }

    /** One proof that is broken breaks all, one that is intact is enough. */
    Proven result() {
        if (proofs.isEmpty()) {
            return broken("integrity.no-proof");
        }
        if (Set.copyOf(proofs).size() < Members.items(document, PROOF).count()) {
            return broken("integrity.proof-malformed");
        }
        if (proofs.size() > MAX_PROOFS) {
            return new Proven.NotChecked(
                    Refusal.of("integrity.too-many-proofs", PROOF, proofs.size()));
        }
        if (!GraphBounds.of(document).admit(proofs.size() * readings.size())) {
            return new Proven.Broken(Refusal.of("format.graph-too-complex", "@context"));
        }
        var intact = new ArrayList<Proven.Intact>();
        Optional<Proven> open = Optional.empty();
        for (var proof : proofs) {
            var proven = check(proof);
            switch (proven) {
                case Proven.Broken broken -> {
                    return broken;
                }
                case Proven.Intact one -> intact.add(one);
                case Proven.NotChecked one -> open = Optional.of(open.orElse(one));
            }
        }
        return intact.isEmpty()
                ? open.orElseThrow()
                : intact.getFirst().beside(intact.subList(1, intact.size()));
    }

    private Proven check(JsonObject proof) {
        var name = Cryptosuite.nameOf(proof);
        var suite = Cryptosuite.of(proof);
        if (suite.isEmpty() && !name.isEmpty()) {
            return new Proven.NotChecked(Refusal.of("integrity.suite-not-supported", PROOF, name));
        }
        if (suite.isEmpty() || !isWellFormed(proof)) {
            return broken("integrity.proof-malformed");
        }
        var content = covered(proof);
        if (content.isEmpty()) {
            return broken("integrity.previous-proof-missing");
        }
        if (!demands.areMetBy(proof)) {
            return broken("integrity.purpose-wrong");
        }
        var method = Members.text(proof, "verificationMethod").orElse("");
        var key = keys.key(method);
        if (key.isEmpty()) {
            return DidKey.isClaimedBy(method)
                    ? broken("integrity.key-malformed")
                    : new Proven.NotChecked(Refusal.of("integrity.key-unknown", PROOF, method));
        }
        var signature = signature(proof);
        if (signature.isEmpty() || !suite.get().admits(key.get().algorithm())) {
            return broken("integrity.proof-malformed");
        }
        var objection = objection(suite.get(), key.get(), content.get(), proof, signature.get());
        return objection.isPresent()
                ? new Proven.Broken(objection.get())
                : new Proven.Intact(
                        method,
                        key.get(),
                        name,
                        Members.text(proof, "proofValue").orElse(""),
                        Members.text(proof, "created").flatMap(Members::instant),
                        Members.text(proof, "expires").flatMap(Members::instant),
                        List.of());
    }

    /** Why the signature holds in none of the readings; empty if it holds in one. */
    private Optional<Refusal> objection(
            Cryptosuite suite,
            VerificationKey key,
            JsonObject content,
            JsonObject proof,
            byte[] signature) {
        var objections = new ArrayList<Refusal>();
        for (var reading : readings) {
            switch (reading.remembered(suite, key.algorithm(), content, proof)) {
                case Decided.Refused<byte[]> refused ->
                        objections.add(refused.reasons().getFirst());
                case Decided.Accepted<byte[]>(var bytes) -> {
                    if (key.verifies(bytes, signature)) {
                        return Optional.empty();
                    }
                    objections.add(Refusal.of("integrity.changed", PROOF));
                }
            }
        }
        return Optional.of(objections.getFirst());
    }

    /** The document as {@code proof} covers it; empty if a proof that it builds on is not there. */
    private Optional<JsonObject> covered(JsonObject proof) {
        var content = JSON.createObjectBuilder(document).remove(PROOF);
        if (!proof.containsKey(PREVIOUS)) {
            return Optional.of(content.build());
        }
        var named = Members.items(proof, PREVIOUS).toList();
        var previous = new ArrayList<JsonObject>();
        for (var name : named) {
            proofs.stream()
                    .filter(other -> !other.equals(proof) && name.equals(other.get("id")))
                    .forEach(previous::add);
        }
        if (named.isEmpty()
                || previous.size() != named.size()
                || named.stream().anyMatch(name -> !(name instanceof JsonString))) {
            return Optional.empty();
        }
        return Optional.of(content.add(PROOF, JSON.createArrayBuilder(previous)).build());
    }

    private static Proven broken(String code) {
        return new Proven.Broken(Refusal.of(code, PROOF));
    }

    private static boolean isWellFormed(JsonObject proof) {
        return proof.get("verificationMethod") instanceof JsonString method
                && Iri.isAbsolute(method.getString())
                && proof.get("proofPurpose") instanceof JsonString
                && (!proof.containsKey("id")
                        || (proof.get("id") instanceof JsonString id
                                && Iri.isAbsolute(id.getString())))
                && isInstantIfThere(proof, "created")
                && isInstantIfThere(proof, "expires");
    }

    private static boolean isInstantIfThere(JsonObject proof, String name) {
        return !proof.containsKey(name)
                || (proof.get(name) instanceof JsonString text
                        && Members.instant(text.getString()).isPresent());
    }

    private static Optional<byte[]> signature(JsonObject proof) {
        if (!(proof.get("proofValue") instanceof JsonString value)
                || !value.getString().startsWith("z")
                || value.getString().length() > MAX_PROOF_VALUE) {
            return Optional.empty();
        }
        try {
            return Optional.of(Multibase.BASE_58_BTC.decode(value.getString()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
