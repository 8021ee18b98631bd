package eu.cairn.app.credential;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.QualityRecord;
import eu.cairn.formats.credential.quality.QualityJson;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What registers of others say of the quality assurance of institutions and courses, as the
 * operator imported it: one file a register in {@code trust/quality} of the home.
 */
@Component
public class QualityRecords {

    private static final Logger LOG = LoggerFactory.getLogger(QualityRecords.class);

    private final WatchedFolder<List<QualityRecord>> folder;

    public QualityRecords(Installation installation) {
        this.folder =
                new WatchedFolder<>(
                        installation.home().resolve("trust").resolve("quality"),
                        QualityRecords::read);
    }

    /** What is known of the institution that goes by one of {@code names}, and of its courses. */
    public List<QualityRecord> of(Set<String> names) {
        var wanted = new HashSet<String>();
        names.forEach(name -> wanted.add(plain(name)));
        return folder.content().stream()
                .filter(
                        record ->
                                record.institution().stream()
                                        .anyMatch(name -> wanted.contains(plain(name))))
                .toList();
    }

    /** What is known of an organisation of this installation: by its name, page and keys. */
    public List<QualityRecord> of(Organisation organisation, Keys keys) {
        var names = new HashSet<String>();
        names.add(organisation.name());
        names.add(organisation.url());
        keys.of(organisation).forEach(key -> names.add(key.did()));
        return of(names);
    }

    public List<QualityRecord> all() {
        return folder.content();
    }

    /** Replaces what is known from a register, unless it is too much to be read back. */
    public Decided<Integer> put(String source, List<QualityRecord> records) {
        return QualityJson.kept(records)
                .map(
                        text -> {
                            folder.write(file(source), text);
                            return records.size();
                        });
    }

    /** Forgets what is known from a register; whether there was something. */
    public boolean remove(String source) {
        return folder.delete(file(source));
    }

    private static String file(String source) {
        return WatchedFolder.name(source) + ".json";
    }

    private static String plain(String name) {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private static List<QualityRecord> read(List<Path> files) {
        var records = new ArrayList<QualityRecord>();
        for (var file : files) {
            try {
                switch (QualityJson.read(Files.readAllBytes(file))) {
                    case Decided.Accepted<List<QualityRecord>>(var read) -> records.addAll(read);
                    case Decided.Refused<List<QualityRecord>>(var reasons) ->
                            LOG.error("{} is not used: {}", file.getFileName(), reasons);
                }
            } catch (IOException e) {
                LOG.error("{} cannot be read", file.getFileName(), e);
            }
        }
        return List.copyOf(records);
    }
}
