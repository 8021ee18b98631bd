package eu.cairn.app.cli;

import eu.cairn.app.award.Resigning;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.StrandedDocuments.Stranded;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.web.Words;
import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.framework.Decided;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records anew what waits for a key that signs no more award. */
@Command(
        name = "resign",
        description = {
            "Record anew, with the keys in use, what was recorded to be signed with a key that",
            "retired, or that others may have, before it was; a running server then signs it.",
            "May be broken off and done again."
        },
        mixinStandardHelpOptions = true)
final class KeyResignCommand implements Callable<Integer> {

    private static final int NOT_DONE = 2;

    private final Function<Place, OpenHome> opening;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Place place = new Place();

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    KeyResignCommand(Function<Place, OpenHome> opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        try (var home = opening.apply(place)) {
            var resigning = home.bean(Resigning.class);
            int done = 0;
            int refused = 0;
            for (var waiting : resigning.waiting()) {
                say(home, waiting);
                if (dryRun) {
                    continue;
                }
                switch (resigning.recordAnew(waiting)) {
                    case Decided.Accepted<Boolean>(var anew) -> done += anew ? 1 : 0;
                    case Decided.Refused<Boolean>(var reasons) -> {
                        reasons.forEach(reason -> err(Words.of(reason)));
                        refused++;
                    }
                }
            }
            if (done > 0) {
                home.bean(KnownIssuers.class).publish(); // a key may have been made for it
            }
            spec.commandLine().getOut().println(done + " recorded anew, " + refused + " refused");
            spec.commandLine().getOut().flush();
            return refused == 0 ? 0 : NOT_DONE;
        } catch (KeyUnusable e) {
            err(Words.of(e.reason()));
            return NOT_DONE;
        }
    }

    private void say(OpenHome home, Stranded waiting) {
        var next = home.bean(Keys.class).current(waiting.organisation()).map(Keys.Key::did);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s  %-16s %s -> %s%n",
                        waiting.shortCode(),
                        waiting.organisation().slug(),
                        waiting.credential().awardingBody().id(),
                        next.orElse("a key that is made for it"));
    }

    private void err(String sentence) {
        spec.commandLine().getErr().println("cairn: " + sentence);
        spec.commandLine().getErr().flush();
    }
}
