package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.web.Labels;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The signing keys of an installation's organisations: listed, rotated, and exported for those who
 * verify. An organisation's first key is made when it awards first.
 *
 * <p>Exit 0 done, 2 no such organisation or no key yet, 64 the command was wrong, 69 no
 * installation.
 */
@Command(
        name = "keys",
        description = "The signing keys of the organisations.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {

    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    @Command(
            name = "list",
            description = "Every key: organisation, state, day it was made, identifier.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Place place) {
        try (var home = OpenHome.of(place, List.of())) {
            var keys = home.bean(Keys.class);
            for (var organisation : home.bean(AccountStore.class).organisations()) {
                keys.of(organisation).forEach(key -> print(organisation, key));
            }
            out().flush();
            return DONE;
        }
    }

    @Command(
            name = "rotate",
            description = {
                "Retire the key in use and make another.",
                "What the former key signed stays genuine; its keystore is still needed, because",
                "the status lists of its credentials are signed with it."
            },
            mixinStandardHelpOptions = true)
    int rotate(
            @Mixin Place place,
            @Parameters(paramLabel = "ORGANISATION", description = "Its name in addresses.")
                    String slug) {
        try (var home = OpenHome.of(place, List.of())) {
            var organisation = organisation(home, slug);
            if (organisation.isEmpty()) {
                return NOT_DONE;
            }
            var next = home.bean(Keys.class).rotate(organisation.get());
            home.bean(KnownIssuers.class).publish();
            print(organisation.get(), next);
            out().flush();
            return DONE;
        }
    }

    @Command(
            name = "export",
            description = "Print what others need to trust an organisation, as a trust file.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin Place place,
            @Parameters(paramLabel = "ORGANISATION", description = "Its name in addresses.")
                    String slug) {
        try (var home = OpenHome.of(place, List.of())) {
            var organisation = organisation(home, slug);
            if (organisation.isEmpty()) {
                return NOT_DONE;
            }
            out().print(home.bean(KnownIssuers.class).file(organisation.get()));
            out().flush();
            return DONE;
        }
    }

    /** An organisation that has a key; what is wrong goes to standard error. */
    private Optional<Organisation> organisation(OpenHome home, String slug) {
        var found = home.bean(AccountStore.class).organisation(slug);
        if (found.isEmpty()) {
            err("there is no organisation " + slug);
            return found;
        }
        if (home.bean(Keys.class).of(found.get()).isEmpty()) {
            err(slug + " has no key yet: its first is made when it awards first");
            return Optional.empty();
        }
        return found;
    }

    private void print(Organisation organisation, Keys.Key key) {
        out().printf(
                        "%-16s %-36s made %s  %s%n",
                        organisation.slug(),
                        key.retiredAt()
                                .map(at -> "retired " + Labels.of(at, organisation.zone()))
                                .orElse("in use"),
                        Labels.of(key.createdAt(), organisation.zone()),
                        key.did());
    }

    private void err(String sentence) {
        spec.commandLine().getErr().println("cairn: " + sentence);
        spec.commandLine().getErr().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
