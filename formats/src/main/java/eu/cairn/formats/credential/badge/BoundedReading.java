package eu.cairn.formats.credential.badge;

import eu.cairn.framework.Refusal;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A PDF that is read up to so many bytes one by one, counted as often as they are read: what lies
 * between streams is read so, and where a document is damaged, all of it again.
 */
final class BoundedReading extends RandomAccessReadBuffer {

    /** A certificate of ours takes some two thousand. */
    static final int MAX_READ = 800_000;

    private int read;

    BoundedReading(byte[] pdf) {
        super(pdf);
    }

    /**
     * @throws Carrier.Unreadable if this is too much; a fault of reading would be overlooked
     */
    @Override
    public int read() throws IOException {
        if (++read > MAX_READ) {
            throw new Carrier.Unreadable(Refusal.of("format.carrier-too-complex", "", "PDF"));
        }
        return super.read();
    }
}
