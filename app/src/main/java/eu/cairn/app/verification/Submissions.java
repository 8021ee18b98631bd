package eu.cairn.app.verification;

import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.remote.CachedWeb;
import eu.cairn.app.remote.Fetched;
import eu.cairn.app.web.LinkFollowed;
import eu.cairn.formats.credential.QrPicture;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds the document that somebody means: the file itself; what a link, a code or the QR code in a
 * picture leads to.
 *
 * <p>A link to this installation is answered from its store and never fetched; one to elsewhere is
 * fetched as {@link CachedWeb} does it.
 */
public final class Submissions {

    /** The code of what is awarded and not signed yet. */
    static final String BEING_SIGNED = "verification.being-signed";

    private static final Pattern LINK = Pattern.compile("https?://\\S{1,2000}");

    /** The page of a credential of any installation of Cairn. */
    private static final Pattern PAGE = Pattern.compile("(.*/v/)([0-9A-Za-z-]{10,16})(/[a-z.]*)?");

    /** What has the form of a code and is none: a character is wrong, or two are exchanged. */
    private static final Pattern MISTYPED =
            Pattern.compile("[0-9A-Za-z]{4}[ -]?[0-9A-Za-z]{4}[ -]?[0-9A-Za-z]{2}");

    private static final String DOCUMENTS =
            "application/vc, application/vc+jwt, application/dc+sd-jwt, application/json,"
                    + " application/pdf, image/png, image/svg+xml, application/xml;q=0.9, */*;q=0.1";

    /** Of more bytes no text is a link or a code. */
    private static final int MAX_TEXT = 4000;

    private final String baseUrl;
    private final Function<String, Optional<AwardedCredential>> own;
    private final CachedWeb web;

    /**
     * @param baseUrl the address of this installation; blank where there is none
     * @param own finds a credential of this installation by its code
     */
    Submissions(String baseUrl, Function<String, Optional<AwardedCredential>> own, CachedWeb web) {
        this.baseUrl = baseUrl;
        this.own = own;
        this.web = web;
    }

    /** Where there is no installation, but only files and links. */
    static Submissions ofFilesAndLinks(CachedWeb web) {
        return new Submissions("", code -> Optional.empty(), web);
    }

    static boolean isLink(String text) {
        return LINK.matcher(text.strip()).matches();
    }

    /** What was uploaded: a document, a picture of a code, or a text that says where it is. */
    Submission of(byte[] file) {
        if (isBlank(file)) {
            return none("verification.nothing-given", "file");
        }
        if (file.length > Verifier.MAX_BYTES) {
            return new Submission.None(
                    Refusal.of("verification.item-too-large", "file", Verifier.MAX_BYTES >> 20));
        }
        if (QrPicture.isPicture(file) && !isBaked(file)) {
            return switch (QrPicture.read(file)) {
                case Decided.Accepted<String>(var text) -> of(text);
                case Decided.Refused<String> refused ->
                        BakedPng.isPng(file)
                                ? new Submission.Document(file) // a picture without its badge
                                : new Submission.None(refused.reasons().getFirst());
            };
        }
        return file.length <= MAX_TEXT ? of(file, text(file)) : new Submission.Document(file);
    }

    /** What was typed, pasted or read from a QR code: a link, a code, or the document itself. */
    Submission of(String typed) {
        return of(typed.getBytes(StandardCharsets.UTF_8), typed);
    }

    private Submission of(byte[] bytes, String text) {
        if (isLink(text)) {
            return link(text.strip());
        }
        var code = ShortCode.read(text);
        return code.isPresent()
                ? byCode(code.get())
                : text.isBlank()
                        ? none("verification.nothing-given", "file")
                        : MISTYPED.matcher(text.strip()).matches()
                                ? mistyped(text)
                                : new Submission.Document(bytes);
    }

    private static boolean isBaked(byte[] picture) {
        return BakedPng.isPng(picture)
                && !(BakedPng.read(picture) instanceof Decided.Refused<byte[]> refused
                        && refused.reasons().getFirst().code().equals("format.nothing-inside"));
    }

    private static boolean isBlank(byte[] file) {
        for (byte one : file) {
            if (!Character.isWhitespace(one)) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    /** The credential of this installation with the code that was typed; anything else is none. */
    Submission.OfCode ofCode(String typed) {
        return ShortCode.read(typed).map(this::byCode).orElseGet(() -> mistyped(typed));
    }

    private static Submission.OfCode mistyped(String typed) {
        return new Submission.None(Refusal.of("verification.code-mistyped", "code", typed));
    }

    private Submission.OfCode byCode(String code) {
        var found = own.apply(code);
        if (found.isEmpty()) {
            return new Submission.None(Refusal.of("verification.code-unknown", "code", code));
        }
        return found.get().document().isEmpty()
                ? none(BEING_SIGNED, "code")
                : new Submission.Own(found.get());
    }

    private Submission link(String address) {
        var page = PAGE.matcher(address);
        var ofCredential =
                page.matches() ? ShortCode.read(page.group(2)) : Optional.<String>empty();
        if (!baseUrl.isEmpty() && address.startsWith(baseUrl + "/")) {
            return ofCredential
                    .map(this::byCode)
                    .orElseGet(() -> none("verification.link-leads-nowhere", "link"));
        }
        var whole = page.reset().matches() && page.group(3) != null;
        return fetched(
                ofCredential.isPresent() && !whole
                        ? page.group(1) + ofCredential.get() + "/credential.json"
                        : address);
    }

    private Submission fetched(String address) {
        LinkFollowed.note();
        return switch (web.get(address, DOCUMENTS)) {
            case Fetched.Got got -> document(got.bytes());
            case Fetched.NotAsked never -> none("verification.link-not-followed", "link");
            case Fetched.NotHad none -> none("verification.link-not-reached", "link");
        };
    }

    /** What a link leads to is taken as it is: never as a link again. */
    private static Submission document(byte[] bytes) {
        if (QrPicture.isPicture(bytes) && !isBaked(bytes)) {
            return none("verification.link-leads-nowhere", "link");
        }
        return new Submission.Document(bytes);
    }

    private static Submission.None none(String code, String place) {
        return new Submission.None(Refusal.of(code, place));
    }
}
