package eu.cairn.formats.credential.elm;

import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.jades.validation.JWSDocumentAnalyzerFactory;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.analyzer.DocumentAnalyzer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a JAdES seal proves about the credential inside it: that nothing was changed since the key
 * of its certificate signed, and which time was stamped on it. Whom its certificates belong to and
 * whether they were revoked is not looked at; nothing is ever fetched.
 */
public sealed interface JadesCheck {

    /**
     * Nothing was changed.
     *
     * @param content what was signed
     * @param certificate of the key that signed
     * @param algorithm its JOSE name
     * @param stamp the time that stands on it (baseline T), if one does (else baseline B)
     */
    record Intact(
            JsonObject content,
            SealCertificate certificate,
            String algorithm,
            Optional<SealStamp> stamp)
            implements JadesCheck {

        /** The baseline of JAdES that it has. */
        public String level() {
            return stamp.isPresent() ? "T" : "B";
        }
    }

    record Broken(Refusal reason) implements JadesCheck {}

    record NotChecked(Refusal reason) implements JadesCheck {}

    /** Checks a sealed credential; more than one seal on it is not looked into. */
    static JadesCheck of(JsonObject sealed) {
        if (sealed.get("signatures") instanceof JsonArray several && several.size() != 1) {
            return new NotChecked(Refusal.of("integrity.too-many-proofs", "", several.size()));
        }
        var objection = SealForm.objection(sealed);
        if (objection.isPresent()) {
            return new Broken(objection.get());
        }
        try {
            var bytes = sealed.toString().getBytes(StandardCharsets.UTF_8);
            var analyzer = new JWSDocumentAnalyzerFactory().create(new InMemoryDocument(bytes));
            analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
            var signatures = analyzer.getSignatures();
            return signatures.size() == 1
                    ? of(analyzer, signatures.getFirst(), sealed)
                    : malformed();
        } catch (RuntimeException e) { // the library was given something that it did not expect
            return malformed();
        }
    }

    private static JadesCheck malformed() {
        return new Broken(Refusal.of("integrity.proof-malformed", ""));
    }

    private static JadesCheck of(
            DocumentAnalyzer analyzer, AdvancedSignature signature, JsonObject document) {
        SignatureAlgorithm algorithm = signature.getSignatureAlgorithm();
        if (algorithm == null) {
            return new NotChecked(Refusal.of("integrity.suite-not-supported", "", "JAdES"));
        }
        var found = signature.getSignatureCryptographicVerification();
        var candidate = signature.getCandidatesForSigningCertificate().getTheCertificateValidity();
        if (candidate == null || candidate.getCertificateToken() == null) {
            return new NotChecked(Refusal.of("integrity.key-unknown", "", "x5c"));
        }
        if (!found.isSignatureValid() || !candidate.isDigestEqual()) {
            return new Broken(Refusal.of("integrity.changed", ""));
        }
        var signed = content(analyzer.getOriginalDocuments(signature));
        if (!signed.equals(EuropeanCredential.payload(document))) {
            return new Broken(Refusal.of("integrity.changed", ""));
        }
        var certificate = SealCertificate.read(candidate.getCertificateToken().getEncoded());
        var sealedAt = signature.getSigningTime();
        if (sealedAt != null && !certificate.isValid(sealedAt.toInstant())) {
            return new Broken(Refusal.of("integrity.certificate-out-of-date", ""));
        }
        return switch (StrictJson.parse(signed)) {
            case Decided.Refused<JsonObject> refused -> new Broken(refused.reasons().getFirst());
            case Decided.Accepted<JsonObject>(var content) ->
                    new Intact(content, certificate, algorithm.getJWAId(), SealStamp.of(signature));
        };
    }

    private static String content(List<DSSDocument> documents) {
        if (documents.size() != 1) {
            return "";
        }
        var out = new ByteArrayOutputStream();
        try {
            documents.getFirst().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
