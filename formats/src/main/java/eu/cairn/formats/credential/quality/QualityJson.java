package eu.cairn.formats.credential.quality;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.QualityRecord;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Records of quality assurance as they are kept: one file for each register they come from. */
public final class QualityJson {

    private QualityJson() {}

    public static String write(List<QualityRecord> records) {
        var all = JSON.createArrayBuilder();
        records.forEach(record -> all.add(json(record)));
        return JSON.createObjectBuilder().add("records", all).build() + "\n";
    }

    /** The text that keeps {@code records}, if it can be read back. */
    public static Decided<String> kept(List<QualityRecord> records) {
        var text = write(records);
        return read(text.getBytes(StandardCharsets.UTF_8)).equals(Decided.accepted(records))
                ? Decided.accepted(text)
                : Decided.refused(
                        Refusal.of(
                                "credential.reviews-too-many-to-keep",
                                "",
                                StrictJson.MAX_BYTES >> 20,
                                StrictJson.MAX_PARTS_OF_TABLES));
    }

    private static JsonObject json(QualityRecord record) {
        var levels = JSON.createArrayBuilder();
        record.levels().stream().sorted().forEach(levels::add);
        var json =
                JSON.createObjectBuilder()
                        .add("kind", record.kind().code())
                        .add("agency", record.agency())
                        .add(
                                "institution",
                                JSON.createArrayBuilder(
                                        record.institution().stream().sorted().toList()))
                        .add("institutionName", record.institutionName())
                        .add("programme", JSON.createArrayBuilder(record.programme()))
                        .add("decision", record.decision().code())
                        .add("official", record.official())
                        .add("validFrom", record.validFrom().toString())
                        .add("validUntil", record.validUntil().toString())
                        .add("levels", levels)
                        .add("source", record.source())
                        .add("asOf", record.asOf().toString());
        record.report().ifPresent(link -> json.add("report", link));
        record.reference().ifPresent(id -> json.add("reference", id));
        return json.build();
    }

    /** What {@link #write} wrote; a file with anything else in it is refused as a whole. */
    public static Decided<List<QualityRecord>> read(byte[] file) {
        return StrictJson.parseTable(file)
                .then(
                        json -> {
                            var records = new ArrayList<QualityRecord>();
                            try {
                                Members.objects(json, "records")
                                        .forEach(one -> records.add(record(one)));
                            } catch (RuntimeException e) {
                                return Decided.refused(
                                        Refusal.of("credential.reviews-not-csv", ""));
                            }
                            return Decided.accepted(records);
                        });
    }

    private static QualityRecord record(JsonObject json) {
        return new QualityRecord(
                QualityAssurance.Kind.ofCode(json.getString("kind")).orElseThrow(),
                json.getString("agency"),
                Set.copyOf(Members.texts(json, "institution")),
                json.getString("institutionName"),
                Members.texts(json, "programme"),
                QualityRecord.Decision.of(json.getString("decision")).orElseThrow(),
                JsonValue.TRUE.equals(json.get("official")),
                LocalDate.parse(json.getString("validFrom")),
                LocalDate.parse(json.getString("validUntil")),
                Members.text(json, "report"),
                Members.text(json, "reference"),
                Members.items(json, "levels")
                        .map(level -> ((JsonNumber) level).intValueExact())
                        .collect(Collectors.toSet()),
                json.getString("source"),
                LocalDate.parse(json.getString("asOf")));
    }
}
