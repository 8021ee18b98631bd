package eu.cairn.app.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The skills of one language as the European Commission publishes them for download: {@code
 * skills_en.csv} of ESCO, version 1.0 and later.
 */
final class EscoFile {

    private static final int LARGEST_BYTES = 64 * 1024 * 1024;
    private static final String URI = "conceptUri";
    private static final String LABEL = "preferredLabel";

    private EscoFile() {}

    /** Reads a whole file, or says in which line it is not what it should be. */
    static Decided<List<Skill>> read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                return refused("catalogue.skills-file-too-large", LARGEST_BYTES);
            }
            var text = Files.readString(file);
            return read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            return refused("catalogue.skills-file-unreadable", file);
        }
    }

    /** The few skills that this version of Cairn carries, in English. */
    static List<Skill> sample() {
        try (var resource = EscoFile.class.getResourceAsStream("esco-sample.csv")) {
            if (resource == null) {
                throw new IllegalStateException("the sample of ESCO is not in the build");
            }
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return read(text) instanceof Decided.Accepted<List<Skill>>(var skills)
                    ? skills
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Decided<List<Skill>> read(String text) {
        var skills = new ArrayList<Skill>();
        var seen = new HashSet<String>();
        try {
            for (var row : CsvReader.builder().ofNamedCsvRecord(text)) {
                if (!row.getHeader().contains(URI) || !row.getHeader().contains(LABEL)) {
                    return refused("catalogue.skills-file-foreign", URI, LABEL);
                }
                if (field(row, "status").equals("obsolete")) {
                    continue;
                }
                var uri = row.getField(URI).strip();
                if (!uri.matches("http://data\\.europa\\.eu/esco/skill/[A-Za-z0-9.-]{1,60}")
                        || row.getField(LABEL).isBlank()) {
                    return refused("catalogue.skills-line-foreign", row.getStartingLineNumber());
                }
                if (seen.add(uri)) {
                    skills.add(
                            new Skill(
                                    uri,
                                    row.getField(LABEL).strip(),
                                    field(row, "altLabels"),
                                    field(row, "skillType"),
                                    field(row, "description")));
                }
            }
        } catch (CsvParseException e) {
            return refused("catalogue.skills-file-foreign", URI, LABEL);
        }
        return skills.isEmpty()
                ? refused("catalogue.skills-file-foreign", URI, LABEL)
                : Decided.accepted(List.copyOf(skills));
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).map(String::strip).orElse("");
    }

    private static Decided<List<Skill>> refused(String code, Object... parameters) {
        return Decided.refused(Refusal.of(code, "file", parameters));
    }
}
