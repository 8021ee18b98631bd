package eu.cairn.app.verification;

import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.verification.Published;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signed status lists that somebody saved, each by the address that it says it is of; what is not
 * among them is asked of {@code others}. Whether a list is intact, its issuer's and not out of date
 * is found out where it is used, as with any other.
 */
final class KeptStatusLists implements StatusLists {

    private final Map<String, String> lists;
    private final StatusLists others;

    private KeptStatusLists(Map<String, String> lists, StatusLists others) {
        this.lists = Map.copyOf(lists);
        this.others = others;
    }

    /** The lists in {@code files}; refused, with the file, if one of them is none. */
    static Decided<KeptStatusLists> read(List<Path> files, StatusLists others) throws IOException {
        var lists = new HashMap<String, String>();
        for (var file : inFolders(files)) {
            var text = text(file);
            var address = text.startsWith("{") ? Members.text(json(text), "id") : subject(text);
            if (address.isEmpty()) {
                return Decided.refused(
                        Refusal.of("status.list-malformed", file.toString(), file.toString()));
            }
            lists.put(address.get(), text);
        }
        return Decided.accepted(new KeptStatusLists(lists, others));
    }

    /** The files themselves, and those in folders by their names. */
    private static List<Path> inFolders(List<Path> named) throws IOException {
        var files = new ArrayList<Path>();
        for (var one : named) {
            if (Files.isDirectory(one)) {
                try (var inside = Files.list(one)) {
                    inside.filter(Files::isRegularFile)
                            .filter(file -> !one.relativize(file).toString().startsWith("."))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(one);
            }
        }
        return files;
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(StrictJson.MAX_BYTES);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    /** The address that a token with a list says it is of. */
    private static Optional<String> subject(String token) {
        var parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? Members.text(
                            json(
                                    new String(
                                            Base64.getUrlDecoder().decode(parts[1]),
                                            StandardCharsets.UTF_8)),
                            "sub")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonObject json(String text) {
        return StrictJson.parse(text) instanceof Decided.Accepted<JsonObject>(var json)
                ? json
                : JsonObject.EMPTY_JSON_OBJECT;
    }

    @Override
    public Optional<String> list(String address, TrustedIssuer issuer) {
        return published(address, issuer).map(Published::text);
    }

    @Override
    public Optional<Published> published(String address, TrustedIssuer issuer) {
        return Optional.ofNullable(lists.get(address))
                .map(Published::atHand)
                .or(() -> others.published(address, issuer));
    }

    @Override
    public Optional<StatusEntry> suspension(StatusEntry revocation, TrustedIssuer issuer) {
        return others.suspension(revocation, issuer);
    }

    @Override
    public Optional<Note> note(StatusEntry entry, String credential, TrustedIssuer issuer) {
        return others.note(entry, credential, issuer);
    }
}
