package eu.cairn.app.verification;

import eu.cairn.framework.Country;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.util.Base64;
import java.util.Optional;

/**
 * What the page of a verdict shows.
 *
 * @param worth what the credential is worth, where it is genuine
 * @param reader the country that levels are shown for, where one is known
 */
public record VerdictView(
        Verdict verdict,
        Optional<WorthView> worth,
        Optional<Country> reader,
        RawDocument raw,
        Source source) {

    /** Where the document comes from. */
    public sealed interface Source {}

    /**
     * A credential of this installation.
     *
     * @param address of its page
     */
    public record Own(CredentialState state, String address) implements Source {}

    /**
     * What was sent or fetched, which is not kept.
     *
     * @param carried the document as a form of the page carries it along for what is asked next;
     *     empty where it is too long for that
     */
    public record Sent(Optional<String> carried) implements Source {

        /** Of longer ones the page would be too heavy. */
        private static final int MOST_CARRIED = 1 << 20;

        static Sent of(byte[] document) {
            return new Sent(
                    document.length > MOST_CARRIED
                            ? Optional.empty()
                            : Optional.of(
                                    Base64.getUrlEncoder()
                                            .withoutPadding()
                                            .encodeToString(document)));
        }
    }

    /** Of a document that was sent. */
    static VerdictView sent(
            Verdict verdict, byte[] document, Optional<Country> chosen, PageWords words) {
        return of(verdict, RawDocument.of(document), chosen, words, Sent.of(document));
    }

    static VerdictView of(
            Verdict verdict,
            RawDocument raw,
            Optional<Country> chosen,
            PageWords words,
            Source source) {
        var worth = worth(verdict, chosen, words);
        return new VerdictView(
                verdict, worth, worth.flatMap(WorthView::reader).or(() -> chosen), raw, source);
    }

    /** What is not genuine is worth nothing that could be said here. */
    private static Optional<WorthView> worth(
            Verdict verdict, Optional<Country> reader, PageWords words) {
        return verdict instanceof Verdict.Genuine genuine
                ? genuine.credential().map(content -> WorthView.of(verdict, content, reader, words))
                : Optional.empty();
    }

    /** The check that found the credential inside of something that shows more than it says. */
    public Optional<Check> around() {
        return verdict.checks().stream()
                .filter(check -> check.code().equals("format.found-inside"))
                .findFirst();
    }

    /** The code under which a credential of this installation is found. */
    public Optional<String> shortCode() {
        return source instanceof Own own ? Optional.of(own.state.shortCode()) : Optional.empty();
    }
}
