package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found, signed by whoever verified, for the files of whoever asked: a compact
 * JSON Web Signature (RFC 7515) of the type {@code verification-report+jwt} over the hash of the
 * document, the verdict with every check, the lists that were used and the version that judged.
 *
 * @param content what the report says
 * @param signer the identifier of the key that signed it
 * @param known whether that key is among those that the reader knows
 */
public record VerificationReport(JsonObject content, String signer, boolean known) {

    public static final String MEDIA_TYPE = "verification-report+jwt";

    /** No content within the bounds of {@link StrictJson} makes a longer token. */
    private static final int MAX_CHARACTERS = 2 << 20;

    /**
     * What was verified, by what.
     *
     * @param sha256 the hash of the document
     * @param bytes its length
     * @param registry the registry that issuers were looked up in
     * @param lists the published lists that were used beside it
     * @param version the version of the software
     */
    public record Circumstances(
            String sha256, int bytes, String registry, List<AtHand> lists, String version) {
        public Circumstances {
            lists = List.copyOf(lists);
        }
    }

    /** A list that was at hand; a check names the one it goes by. */
    public record AtHand(String id, ListReference reference) {}

    /**
     * The signed report.
     *
     * @param verdict the verdict as JSON, as {@link VerdictJson} writes it
     */
    public static String sign(String verdict, Circumstances of, Signer signer) {
        var lists = JSON.createArrayBuilder();
        for (var used : of.lists()) {
            lists.add(
                    JSON.createObjectBuilder()
                            .add("id", used.id())
                            .add("name", used.reference().name())
                            .add("publisher", used.reference().publisher())
                            .add("date", used.reference().date().toString())
                            .add("nextUpdate", used.reference().nextUpdate().toString()));
        }
        var payload =
                JSON.createObjectBuilder()
                        .add("type", "VerificationReport")
                        .add("iss", signer.controller())
                        .add(
                                "document",
                                JSON.createObjectBuilder()
                                        .add("sha256", of.sha256())
                                        .add("bytes", of.bytes()))
                        .add("registry", of.registry())
                        .add("lists", lists)
                        .add("version", of.version())
                        .add("report", json(verdict))
                        .build();
        return CredentialToken.sign(payload.toString(), MEDIA_TYPE, signer);
    }

    /** Written by us a moment ago, so that no bound on what strangers write applies. */
    private static JsonObject json(String verdict) {
        try (var reader = JSON.createReader(new StringReader(verdict))) {
            return reader.readObject();
        }
    }

    /** Whether {@code document} is meant to be such a report. */
    public static boolean claims(byte[] document) {
        return document.length < MAX_CHARACTERS
                && CompactJws.read(text(document)) instanceof Decided.Accepted<CompactJws>(var jws)
                && isReport(jws);
    }

    static boolean isReport(CompactJws jws) {
        return Members.text(jws.header(), "typ").equals(Optional.of(MEDIA_TYPE));
    }

    /** The report in {@code document}, if nothing was changed since its signer signed it. */
    public static Decided<VerificationReport> read(byte[] document, List<IssuerKey> known) {
        return CompactJws.read(text(document)).then(jws -> read(jws, known));
    }

    static Decided<VerificationReport> read(CompactJws jws, List<IssuerKey> known) {
        if (!isReport(jws)) {
            return Decided.refused(Refusal.of("verification.not-a-report", ""));
        }
        var signer = Members.text(jws.header(), "kid").orElse("");
        var key = IssuerKey.insideIdentifier(signer);
        if (key.isEmpty() || !jws.isSignedBy(key.get())) {
            return Decided.refused(Refusal.of("verification.report-changed", ""));
        }
        return jws.json()
                .then(
                        content ->
                                Members.text(content, "iss")
                                                .equals(Optional.of(signer.split("#", 2)[0]))
                                        ? Decided.accepted(
                                                new VerificationReport(
                                                        content, signer, known.contains(key.get())))
                                        : Decided.refused(
                                                Refusal.of("verification.report-changed", "")));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8).strip();
    }
}
