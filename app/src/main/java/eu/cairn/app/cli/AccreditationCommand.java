package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.credential.IssuedAccreditation.Kind;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.verification.AccreditationWanted;
import eu.cairn.app.verification.AccreditationsIssued;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.web.Words;
import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Issues an accreditation with the key of an organisation, keeps it, and prints its token. */
@Command(
        name = "accreditation",
        description = {
            "Issue an accreditation with the key of an organisation, and print it.",
            "It is kept, and can be withdrawn."
        },
        mixinStandardHelpOptions = true)
final class AccreditationCommand implements Callable<Integer> {

    private static final int NOT_DONE = 2;

    private final Function<Place, OpenHome> opening;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Place place = new Place();

    @Parameters(paramLabel = "ORGANISATION", description = "Who accredits: its name in addresses.")
    private String slug = "";

    @Option(
            names = "--subject",
            required = true,
            paramLabel = "ID",
            description = "The identifier of a body, or the address of a course.")
    private String subject = "";

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "Its name.")
    private String name = "";

    @Option(names = "--course", description = "It is a course, and not a body.")
    private boolean course;

    @Option(
            names = "--to-accredit",
            description = "It lets the body accredit others, and says nothing of its awards.")
    private boolean toAccredit;

    @Option(
            names = "--levels",
            split = ",",
            paramLabel = "LEVEL",
            description = "European levels that it is for, such as 6,7; else all.")
    private List<String> levels = List.of();

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "Its first day.")
    private String from = "";

    @Option(names = "--until", required = true, paramLabel = "DAY", description = "Its last day.")
    private String until = "";

    AccreditationCommand(Function<Place, OpenHome> opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        if (course && toAccredit) {
            return err(Words.of(Refusal.of("accreditation.course-accredits-nobody", "")));
        }
        try (var home = opening.apply(place)) {
            return home.bean(AccountStore.class)
                    .organisation(slug)
                    .map(organisation -> issue(home, organisation))
                    .orElseGet(() -> err("there is no organisation " + slug));
        } catch (KeyUnusable e) {
            return err(Words.of(e.reason()));
        }
    }

    private int issue(OpenHome home, Organisation organisation) {
        var kind = course ? Kind.COURSE : toAccredit ? Kind.ACCREDITING_BODY : Kind.INSTITUTION;
        var wanted = new AccreditationWanted(kind.code(), subject, name, levels, from, until);
        boolean hadKey = home.bean(Keys.class).current(organisation).isPresent();
        return switch (home.bean(AccreditationsIssued.class)
                .issue(organisation, Optional.empty(), wanted)) {
            case Decided.Refused<IssuedAccreditation>(var reasons) -> {
                reasons.forEach(reason -> err(Words.of(reason)));
                yield NOT_DONE;
            }
            case Decided.Accepted<IssuedAccreditation>(var one) -> {
                if (!hadKey) {
                    home.bean(KnownIssuers.class).publish();
                }
                spec.commandLine().getOut().println(one.token());
                spec.commandLine().getOut().flush();
                err("kept as " + one.id() + "; withdraw-accreditation ends it");
                yield 0;
            }
        };
    }

    private int err(String sentence) {
        spec.commandLine().getErr().println("cairn: " + sentence);
        spec.commandLine().getErr().flush();
        return NOT_DONE;
    }
}
