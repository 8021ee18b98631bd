package eu.cairn.app.verification;

import eu.cairn.app.verification.Batch.Content;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A ZIP archive of documents, each of at most {@value #MAX_ITEM_BYTES} bytes, all together of at
 * most {@value #MAX_BYTES} and {@value #MAX_RATIO} times those of the archive. Archives in it are
 * not opened, and its names are never those of files here.
 */
final class BatchArchive {

    static final int MAX_ITEM_BYTES = 5 << 20;
    static final long MAX_BYTES = 40L << 20;
    static final int MAX_RATIO = 50;

    /** With what is passed over. */
    static final int MAX_ENTRIES = 10 * Batch.MAX_ITEMS;

    /** What a small archive may always grow to, since little text packs well. */
    private static final long ALWAYS = 1L << 20;

    /** The record at the end of an archive (APPNOTE.TXT of PKWARE, 4.3.16). */
    private static final int END = 22;

    private static final int END_SIGNATURE = 0x06054b50;

    private BatchArchive() {}

    static boolean isArchive(byte[] file) {
        return file.length >= 4
                && file[0] == 'P'
                && file[1] == 'K'
                && (file[2] == 3 || file[2] == 5 || file[2] == 7);
    }

    static Decided<Batch> read(byte[] file) {
        var items = new ArrayList<Batch.Item>();
        int seen = 0;
        long left = Math.min(MAX_BYTES, Math.max(ALWAYS, (long) MAX_RATIO * file.length));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                seen++;
                if (seen > MAX_ENTRIES) {
                    items.add(refused("", "verification.batch-too-many"));
                    return Decided.accepted(new Batch(items));
                }
                if (isNothing(entry)) { // to go on to the next would unpack it uncounted
                    int passed = zip.readNBytes(Math.toIntExact(left + 1)).length;
                    left -= passed;
                    if (left < 0) {
                        items.add(refused("", "verification.batch-too-large"));
                        return Decided.accepted(new Batch(items));
                    }
                    continue;
                }
                if (items.size() == Batch.MAX_ITEMS) {
                    items.add(refused(entry.getName(), "verification.batch-too-many"));
                    return Decided.accepted(new Batch(items));
                }
                int most = Math.toIntExact(Math.min(MAX_ITEM_BYTES, left));
                var bytes = zip.readNBytes(most + 1);
                left -= bytes.length;
                items.add(item(entry.getName(), bytes, most));
                if (bytes.length > most) { // to pass over it would mean to unpack it
                    items.add(refused("", "verification.batch-too-large"));
                    return Decided.accepted(new Batch(items));
                }
            }
            if (seen != promised(file)) {
                items.add(refused("", "verification.archive-damaged"));
            }
        } catch (IOException | IllegalArgumentException e) { // the latter for names
            items.add(refused("", "verification.archive-damaged"));
        }
        return items.isEmpty()
                ? Decided.refused(Refusal.of("verification.batch-empty", "file"))
                : Decided.accepted(new Batch(items));
    }

    /** How many entries the end of the archive says that it has; -1 where it has no end. */
    private static int promised(byte[] file) {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int longest = END + 0xFFFF; // a comment may follow
        for (int at = file.length - END; at >= Math.max(0, file.length - longest); at--) {
            if (in.getInt(at) == END_SIGNATURE) {
                return in.getShort(at + 10) & 0xFFFF;
            }
        }
        return -1;
    }

    private static Batch.Item item(String name, byte[] bytes, int most) {
        if (bytes.length > most) {
            return most < MAX_ITEM_BYTES
                    ? refused(name, "verification.batch-too-large")
                    : Batch.item(
                            name,
                            new Content.Refused(
                                    Refusal.of("verification.item-too-large", "file", most >> 20)));
        }
        return isArchive(bytes)
                ? refused(name, "verification.archive-in-archive")
                : Batch.item(name, new Content.Bytes(bytes));
    }

    /** Folders, and what file managers put into archives. */
    private static boolean isNothing(ZipEntry entry) {
        var name = entry.getName();
        return entry.isDirectory() || name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
    }

    private static Batch.Item refused(String name, String code) {
        return Batch.item(name, new Content.Refused(Refusal.of(code, "file")));
    }
}
