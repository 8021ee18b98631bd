package eu.cairn.formats.credential;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.CertificateSheet.Layout;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * The PDF certificate of a micro-credential: a picture for people, on one A4 page where it fits,
 * that says how to check the signed credential and can carry it inside.
 *
 * <p>Written as tagged PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). The same input gives the
 * same bytes. Refuses with {@code certificate.script-not-covered} what its typefaces cannot show,
 * and with {@code certificate.nothing-visible} a name without a visible character.
 */
public final class Certificate {

    /** The name of the signed credential inside the PDF. */
    public static final String ATTACHMENT = "credential.json";

    private Certificate() {}

    /**
     * What the paper says beside the credential itself.
     *
     * @param verifyUrl where anybody can check the credential
     * @param shortCode what a person types there, such as {@code 7K4P-9QXD-2M}
     * @param language of the words around the content; English where Cairn lacks it
     * @param demo whether everything in it is invented
     * @param signatureStatement who signed it and how, as a sentence
     * @param stateLine why it does not hold, such as the day of its revocation
     */
    public record Presentation(
            URI verifyUrl,
            String shortCode,
            Language language,
            boolean demo,
            String signatureStatement,
            Optional<String> stateLine) {}

    /** The certificate alone. */
    public static Decided<byte[]> write(MicroCredential credential, Presentation presentation) {
        return write(credential, presentation, Optional.empty());
    }

    /** The certificate with the signed credential inside, as an associated file (PDF/A-3). */
    public static Decided<byte[]> write(
            MicroCredential credential, Presentation presentation, byte[] signedCredential) {
        return write(credential, presentation, Optional.of(signedCredential));
    }

    private static Decided<byte[]> write(
            MicroCredential credential, Presentation presentation, Optional<byte[]> signed) {
        var sheet = new CertificateSheet(credential, presentation);
        if (!sheet.refusals().isEmpty()) {
            return Decided.refused(sheet.refusals());
        }
        return Decided.accepted(
                Arrays.stream(Layout.values())
                        .flatMap(
                                layout ->
                                        TaggedPdf.print(
                                                sheet.in(layout), credential, signed, layout::holds)
                                                .stream())
                        .findFirst()
                        .orElseThrow());
    }
}
