package eu.cairn.app.cli;

import eu.cairn.app.catalogue.SkillImport;
import eu.cairn.app.catalogue.SkillStore;
import eu.cairn.app.catalogue.Skills;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The skills of ESCO that outcomes can be linked with.
 *
 * <p>Exit 0 done, 64 the file or the command was wrong, 69 no installation.
 */
@Command(
        name = "skills",
        description = "The skills of ESCO that outcomes can be linked with.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class SkillsCommand implements Runnable {

    private static final int DONE = 0;
    private static final int BAD_USAGE = 64; // EX_USAGE of sysexits.h
    private static final Pattern NAME = Pattern.compile("skills_([a-z]{2})\\.csv");

    @Spec private CommandSpec spec = CommandSpec.create();

    private final BiFunction<Place, List<Class<?>>, OpenHome> opening;

    SkillsCommand(BiFunction<Place, List<Class<?>>, OpenHome> opening) {
        this.opening = opening;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "import",
            description = {
                "Load the skills of one language, in the place of those that were loaded before.",
                "FILE is skills_LANGUAGE.csv of the classification ESCO, downloaded in CSV from",
                "https://esco.ec.europa.eu/en/use-esco/download"
            },
            mixinStandardHelpOptions = true)
    int importFile(
            @Mixin Place place,
            @Option(
                            names = "--language",
                            paramLabel = "TAG",
                            description = "Such as en; else as the name of the file says.")
                    Optional<String> tag,
            @Parameters(paramLabel = "FILE", description = "The file to read.") Path file) {
        var language = language(tag, file);
        if (language.isEmpty()) {
            return refused("which language is it? Name it with --language, such as --language en");
        }
        return switch (SkillImport.read(file)) {
            case Decided.Refused<SkillImport>(var reasons) -> {
                reasons.forEach(reason -> refused(Words.of(reason)));
                yield BAD_USAGE;
            }
            case Decided.Accepted<SkillImport>(var read) -> {
                try (var home = opening.apply(place, List.of(SkillStore.class, Skills.class))) {
                    int count = home.bean(Skills.class).replace(language.get(), read.skills());
                    spec.commandLine().getOut().println(count + " skills in " + language.get());
                    spec.commandLine().getOut().flush();
                }
                yield DONE;
            }
        };
    }

    private static Optional<Language> language(Optional<String> tag, Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        return tag.or(() -> name.matches() ? Optional.of(name.group(1)) : Optional.empty())
                .filter(text -> text.matches("[a-z]{2,3}"))
                .map(Language::new);
    }

    private int refused(String reason) {
        spec.commandLine().getErr().println("cairn: " + reason);
        spec.commandLine().getErr().flush();
        return BAD_USAGE;
    }
}
