package eu.cairn.formats.credential;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Certificate.Presentation;
import eu.cairn.framework.Decided;
import java.util.Optional;

/**
 * The supplement to the certificate of a micro-credential: what it states, in the eight sections of
 * the Diploma Supplement (Council of Europe, European Commission and UNESCO, 2018), on as many A4
 * pages as it needs.
 *
 * <p>Labels stand in the language of the reader and in that of the title, where Cairn has the
 * words; else in English. Written as tagged PDF/UA-1 and PDF/A-3a; refuses what its typefaces
 * cannot show as {@link Certificate} does.
 */
public final class Supplement {

    private Supplement() {}

    /** The supplement alone. */
    public static Decided<byte[]> write(MicroCredential credential, Presentation presentation) {
        return write(credential, presentation, Optional.empty());
    }

    /** The supplement with the signed credential inside, as an associated file (PDF/A-3). */
    public static Decided<byte[]> write(
            MicroCredential credential, Presentation presentation, byte[] signedCredential) {
        return write(credential, presentation, Optional.of(signedCredential));
    }

    private static Decided<byte[]> write(
            MicroCredential credential, Presentation presentation, Optional<byte[]> signed) {
        var sheet = new SupplementSheet(credential, presentation);
        return sheet.refusals().isEmpty()
                ? Decided.accepted(
                        TaggedPdf.print(sheet.document(), credential, signed, pages -> true)
                                .orElseThrow())
                : Decided.refused(sheet.refusals());
    }
}
