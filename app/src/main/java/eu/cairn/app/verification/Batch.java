package eu.cairn.app.verification;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.List;

/**
 * Many documents that are to be verified in one go.
 *
 * @param items in the order of the file
 */
record Batch(List<Item> items) {

    static final int MAX_ITEMS = 500;

    /** Of an archive or table as it is sent. */
    static final int MAX_BYTES = 20 << 20;

    Batch {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     *
     * @param name what the file calls it; for showing only
     * @param content where it is, or why it is not looked at
     */
    record Item(String name, Content content) {}

    /** What one item holds. */
    sealed interface Content {

        /** A file. */
        final class Bytes implements Content {

            private final byte[] bytes;

            Bytes(byte[] bytes) {
                this.bytes = bytes.clone();
            }

            byte[] bytes() {
                return bytes.clone();
            }
        }

        /** A link, a code or a document as text. */
        record Text(String text) implements Content {}

        /** Nothing that is looked at. */
        record Refused(Refusal reason) implements Content {}
    }

    /** A ZIP archive of documents, a table with one in each row, or else one document. */
    static Decided<Batch> read(byte[] file, String name) {
        if (file.length == 0) {
            return Decided.refused(Refusal.of("verification.nothing-given", "file"));
        }
        if (file.length > MAX_BYTES) {
            return Decided.refused(Refusal.of("request.too-large", "file"));
        }
        if (BatchArchive.isArchive(file)) {
            return BatchArchive.read(file);
        }
        return BatchTable.isTable(file)
                ? BatchTable.read(file)
                : Decided.accepted(new Batch(List.of(item(name, new Content.Bytes(file)))));
    }

    /** A name to be shown, whatever it was. */
    static Item item(String name, Content content) {
        var shown = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD").strip();
        return new Item(shown.length() > 200 ? shown.substring(0, 200) + "…" : shown, content);
    }
}
