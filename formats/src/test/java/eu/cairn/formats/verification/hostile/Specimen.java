package eu.cairn.formats.verification.hostile;

import java.util.function.Supplier;

/**
 * One kind of document that somebody may send, and what must be said of it.
 *
 * @param family what it is a case of
 * @param name what is particular about it
 * @param document the bytes that are sent
 * @param expected the verdict, and the code of its first reason unless it is genuine
 * @param judge who is asked
 */
public record Specimen(
        String family, String name, Supplier<byte[]> document, String expected, Judge judge) {

    /** What every true document is to be called. */
    public static final String GENUINE = "genuine";

    /** Gives the verdict on a document, in the words of {@link Specimen#expected}. */
    public interface Judge {
        String verdict(byte[] document);
    }

    public boolean isTrue() {
        return expected.equals(GENUINE);
    }

    /** What is said of it. */
    public String verdict() {
        return judge.verdict(document.get());
    }
}
