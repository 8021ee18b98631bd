package eu.cairn.app.verification;

import eu.cairn.app.verification.Batch.Content;
import eu.cairn.app.verification.Batch.Item;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files, folders, archives and tables on the command line, as one batch. */
final class BatchFiles {

    private BatchFiles() {}

    /** Whether these are more than one document. */
    static boolean areSeveral(List<String> named) {
        return named.size() > 1
                || named.stream()
                        .filter(one -> !Submissions.isLink(one))
                        .anyMatch(
                                one ->
                                        isTable(one)
                                                || one.endsWith(".zip")
                                                || Files.isDirectory(Path.of(one)));
    }

    static Batch of(List<String> named) {
        var items = new ArrayList<Item>();
        for (var one : named) {
            if (Submissions.isLink(one)) {
                items.add(Batch.item(one, new Content.Text(one)));
            } else if (Files.isDirectory(Path.of(one))) {
                items.addAll(folder(Path.of(one)));
            } else {
                items.addAll(file(Path.of(one)));
            }
        }
        return new Batch(items);
    }

    private static boolean isTable(String name) {
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    /** The files in a folder and below, in the order of their names. */
    private static List<Item> folder(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> file(file).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(unreadable(folder.toString()));
        }
    }

    private static List<Item> file(Path file) {
        var name = file.toString();
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(Verifier.MAX_BYTES + 1);
            if (!BatchArchive.isArchive(bytes) && !isTable(name)) {
                return List.of(Batch.item(name, new Content.Bytes(bytes)));
            }
            bytes = withRest(bytes, in);
            return switch (Batch.read(bytes, name)) {
                case Decided.Accepted<Batch>(var batch) ->
                        batch.items().stream()
                                .map(item -> new Item(name + ": " + item.name(), item.content()))
                                .toList();
                case Decided.Refused<Batch> refused ->
                        List.of(
                                Batch.item(
                                        name, new Content.Refused(refused.reasons().getFirst())));
            };
        } catch (IOException e) {
            return List.of(unreadable(name));
        }
    }

    /** Up to one byte more than a batch may have. */
    private static byte[] withRest(byte[] begun, InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        whole.write(begun);
        whole.write(in.readNBytes(Batch.MAX_BYTES + 1 - begun.length));
        return whole.toByteArray();
    }

    private static Item unreadable(String name) {
        return Batch.item(
                name, new Content.Refused(Refusal.of("verification.file-unreadable", "file")));
    }
}
