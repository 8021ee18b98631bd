package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.catalogue.AwardingRightStore;
import eu.cairn.catalogue.AwardingRight;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Records up to which level an organisation may award, and by which right: a claim beyond it is a
 * warning in design and in review.
 *
 * <p>Exit 0 done, 2 there is no such organisation, 64 the command was wrong, 69 no installation.
 */
@Command(
        name = "rights",
        description = {
            "Record up to which level an organisation may award, by which right, from which day on.",
            "A course that claims a higher level is marked for its designer and its reviewer."
        },
        mixinStandardHelpOptions = true)
final class RightsCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int NOT_DONE = 2;
    private static final int BAD_USAGE = 64; // EX_USAGE of sysexits.h

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private Place place = new Place();

    @Option(
            names = "--up-to",
            required = true,
            paramLabel = "EQF",
            description = "The highest level of the EQF, 1 to 8.")
    private int upTo;

    @Option(
            names = "--basis",
            required = true,
            paramLabel = "TEXT",
            description = "The law, licence or accreditation that gives the right.")
    private String basis = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day, if there is one.")
    private Optional<LocalDate> to = Optional.empty();

    @Parameters(paramLabel = "ORGANISATION", description = "Its name in addresses.")
    private String slug = "";

    private final BiFunction<Place, List<Class<?>>, OpenHome> opening;

    RightsCommand(BiFunction<Place, List<Class<?>>, OpenHome> opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        if (upTo < 1 || upTo > 8 || basis.isBlank() || to.filter(from::isAfter).isPresent()) {
            return say(
                    "a right has a level from 1 to 8, a basis, and ends after it begins",
                    BAD_USAGE);
        }
        try (var home = opening.apply(place, List.of(AwardingRightStore.class))) {
            var organisation = home.bean(AccountStore.class).organisation(slug);
            if (organisation.isEmpty()) {
                return say("there is no organisation " + slug, NOT_DONE);
            }
            home.bean(AwardingRightStore.class)
                    .put(
                            organisation.get(),
                            new AwardingRight(
                                    new EqfLevel(upTo),
                                    basis.strip(),
                                    new Validity(Optional.of(from), to)));
            spec.commandLine()
                    .getOut()
                    .println("%s: up to EQF %d from %s".formatted(slug, upTo, from));
            spec.commandLine().getOut().flush();
            return DONE;
        }
    }

    private int say(String reason, int exit) {
        spec.commandLine().getErr().println("cairn: " + reason);
        spec.commandLine().getErr().flush();
        return exit;
    }
}
