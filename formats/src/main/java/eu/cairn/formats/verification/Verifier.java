package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.verification.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives the one verdict on a document of unknown origin, with every check that was made and every
 * one that was not.
 *
 * <p>Nothing is fetched but through {@link StatusLists} and {@link IdentityDocuments}. What the
 * document says is shown only if its signature covers it.
 *
 * <p>Safe for use by several threads, if its registry and lists are.
 */
public final class Verifier {

    /** Of more than these no document of any format is read. */
    public static final int MAX_BYTES = 10 << 20;

    private final TrustRegistry registry;
    private final DataIntegrity integrity = new DataIntegrity(Contexts.trusted());
    private final IdentityDocuments documents;
    private final StatusLists lists;

    public Verifier(TrustRegistry registry, StatusLists lists) {
        this(registry, lists, IdentityDocuments.unreachable());
    }

    /**
     * The same that also asks for the keys of those whom the registry does not know, or of whom it
     * has no keys. Nobody is trusted for being found.
     */
    public Verifier(TrustRegistry registry, StatusLists lists, IdentityDocuments documents) {
        this.registry = registry;
        this.documents = documents;
        this.lists = lists;
    }

    public Verdict verify(byte[] document, Instant now) {
        return answer(document, now).verdict();
    }

    /**
     * The same for a document that was asked of its holder: the holder is then known by the proof
     * that answers {@code challenge}.
     */
    public Verdict verify(byte[] document, Instant now, Challenge challenge) {
        return one(Optional.of(challenge)).answer(document, now).verdict();
    }

    /** The verdict with that on each credential, where the document is a record of several. */
    public Answer answer(byte[] document, Instant now) {
        return one(Optional.empty()).answer(document, now);
    }

    private Verification one(Optional<Challenge> challenge) {
        var now = lists.now();
        return new Verification(
                new AskedOnce(registry),
                integrity,
                documents,
                new StatusCheck(now, integrity),
                new TokenStatusCheck(now),
                challenge);
    }
}
