package eu.cairn.app.catalogue;

import eu.cairn.framework.Decided;
import java.nio.file.Path;
import java.util.List;

/** The skills of one language, as they were read from a file and are to be loaded. */
public record SkillImport(List<Skill> skills) {

    public SkillImport {
        skills = List.copyOf(skills);
    }

    /** Reads the official download, or says what is wrong with it. */
    public static Decided<SkillImport> read(Path file) {
        return EscoFile.read(file).map(SkillImport::new);
    }
}
