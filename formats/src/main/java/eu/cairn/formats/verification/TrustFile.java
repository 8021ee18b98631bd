package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trust registry as a JSON file: {@code {"name": …, "issuers": [{"ids": […], "legalName": …,
 * "country": "IT", "source": …, "validFrom": "2020-01-01", "place"?, "url"?, "validUntil"?,
 * "statusListPrefix"?, "suspensionLists"?, "demo"?, "mayAward"?: {"eqfLevels": […], "kinds": […]},
 * "keys"?: [{"id": …, "publicKeyMultibase" or "publicKeyJwk": …}]}]}}.
 *
 * <p>{@code suspensionLists} says whether the issuer keeps lists of suspensions beside those of
 * revocations; without it, it does where {@code statusListPrefix} ends in {@code /status/NAME/}.
 *
 * <p>A file with an entry that cannot be understood is refused as a whole, {@code
 * trust.file-malformed}, with the place of each such entry, or of its members that cannot be read.
 */
public record TrustFile(String name, List<TrustedIssuer> issuers) implements TrustRegistry {

    public TrustFile {
        issuers = List.copyOf(issuers);
    }

    @Override
    public Optional<TrustedIssuer> issuer(String id) {
        return issuers.stream().filter(issuer -> issuer.ids().contains(id)).findFirst();
    }

    public static Decided<TrustFile> read(byte[] file) {
        return StrictJson.parseTable(file).then(TrustFile::read);
    }

    private static Decided<TrustFile> read(JsonObject file) {
        var issuers = new ArrayList<TrustedIssuer>();
        var refusals = new ArrayList<Refusal>();
        var entries = Members.items(file, "issuers").toList();
        for (int i = 0; i < entries.size(); i++) {
            var issuer = TrustEntry.read(entries.get(i));
            if (issuer.isPresent()) {
                issuers.add(issuer.get());
            } else {
                TrustEntry.places("issuers[" + i + "]", entries.get(i)).stream()
                        .map(place -> Refusal.of("trust.file-malformed", place))
                        .forEach(refusals::add);
            }
        }
        var name = Members.text(file, "name");
        if (name.isEmpty()) {
            refusals.add(Refusal.of("trust.file-malformed", "name"));
        }
        return refusals.isEmpty()
                ? Decided.accepted(new TrustFile(name.orElseThrow(), issuers))
                : Decided.refused(refusals);
    }

    /** The text of the file, in the order of the entries. */
    public String write() {
        var entries = JSON.createArrayBuilder();
        issuers.forEach(issuer -> entries.add(TrustEntry.json(issuer)));
        var file = JSON.createObjectBuilder().add("name", name).add("issuers", entries).build();
        var text = new StringWriter();
        try (var writer =
                JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(text)) {
            writer.write(file);
        }
        return text.toString().strip() + "\n";
    }
}
