package eu.cairn.app.verification;

import eu.cairn.app.credential.WatchedFolder;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The accreditations that are at hand, in {@code trust/accreditations} of the home as the bytes
 * they are. Being here makes none of them believed: each is verified where it is used.
 */
@Component
public class Accreditations {

    private static final Logger LOG = LoggerFactory.getLogger(Accreditations.class);

    private final WatchedFolder<List<Accreditation>> folder;

    public Accreditations(Installation installation) {
        this.folder =
                new WatchedFolder<>(
                        installation.home().resolve("trust").resolve("accreditations"),
                        Accreditations::read);
    }

    /** Those of any of these bodies and courses, or with an identifier. */
    public List<Accreditation> of(Set<String> subjects) {
        return folder.content().stream().filter(one -> one.isAmong(subjects)).toList();
    }

    public List<Accreditation> all() {
        return folder.content();
    }

    public Decided<Accreditation> add(byte[] token) {
        return Accreditation.read(token)
                .map(
                        one -> {
                            folder.write(
                                    WatchedFolder.name(one.id()) + ".jwt",
                                    new String(token, StandardCharsets.UTF_8).strip() + "\n");
                            return one;
                        });
    }

    /** Whether there was one. */
    public boolean remove(String id) {
        return folder.delete(WatchedFolder.name(id) + ".jwt");
    }

    private static List<Accreditation> read(List<Path> files) {
        var all = new ArrayList<Accreditation>();
        for (var file : files) {
            switch (Accreditation.read(WatchedFolder.bytes(file))) {
                case Decided.Accepted<Accreditation>(var one) -> all.add(one);
                case Decided.Refused<Accreditation>(var reasons) ->
                        LOG.error("{} is not used: {}", file.getFileName(), reasons);
            }
        }
        return List.copyOf(all);
    }
}
