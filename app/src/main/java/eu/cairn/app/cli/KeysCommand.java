package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.KeyKind;
import eu.cairn.app.credential.KeyPlace;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.web.Words;
import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.framework.Decided;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The signing keys of an installation's organisations: listed, made, rotated, given up, and
 * exported for those who verify. An organisation's first key is made when it awards first.
 *
 * <p>Exit 0 done, 2 refused, or no such organisation or key, 64 the command was wrong, 69 no
 * installation.
 */
@Command(
        name = "keys",
        description = "The signing keys of the organisations.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:refused, or there is no such organisation or key",
            "64:the command was wrong",
            "69:there is no installation"
        },
        mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {

    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Function<Place, OpenHome> opening;

    /** The commands on the installation that {@code opening} opens. */
    private KeysCommand(Function<Place, OpenHome> opening) {
        this.opening = opening;
    }

    /** The same with the commands that have a file of their own. */
    static CommandLine commandLine(Function<Place, OpenHome> opening) {
        return new CommandLine(new KeysCommand(opening))
                .addSubcommand(new KeyCertificateCommand(opening))
                .addSubcommand(new KeyRequestCommand(opening))
                .addSubcommand(new KeyResignCommand(opening));
    }

    /** What is asked for where a key is made. */
    static final class Making {
        @Option(
                names = "--kind",
                paramLabel = "KIND",
                converter = KindOfKey.class,
                description = "ed25519 or p-256; else as the former key, at first ed25519.")
        private Optional<KeyKind> kind = Optional.empty();

        @Option(
                names = "--token",
                negatable = true,
                description =
                        "In the token of this installation, or in a keystore; else as the former.")
        private Optional<Boolean> token = Optional.empty();

        private Optional<KeyPlace> place() {
            return token.map(inToken -> inToken ? KeyPlace.TOKEN : KeyPlace.FILE);
        }
    }

    /** A kind of key as it is typed. */
    static final class KindOfKey implements ITypeConverter<KeyKind> {
        @Override
        public KeyKind convert(String code) {
            return KeyKind.ofCode(code)
                    .orElseThrow(
                            () -> new TypeConversionException(code + " is not ed25519 or p-256"));
        }
    }

    /** How the keys are printed. */
    static final class Printing {
        @Option(names = "--json", description = "Print as JSON.")
        private boolean json;

        boolean json() {
            return json;
        }
    }

    /** Which organisation. */
    static final class Holder {
        @Parameters(paramLabel = "ORGANISATION", description = "Its name in addresses.")
        private String slug = "";
    }

    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    @Command(
            name = "list",
            description =
                    "Every key: organisation, kind, place, state, day it was made, identifier, certificate.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Place place, @Mixin Printing printing) {
        try (var home = opening.apply(place)) {
            var keys = home.bean(Keys.class);
            var lines = new ArrayList<KeyLine>();
            for (var organisation : home.bean(AccountStore.class).organisations()) {
                keys.of(organisation)
                        .forEach(key -> lines.add(KeyLine.of(home, organisation, key)));
            }
            KeyLine.print(lines, printing.json, out());
            return DONE;
        }
    }

    @Command(
            name = "make",
            description = "Make the first key of an organisation, or one after a compromise.",
            mixinStandardHelpOptions = true)
    int make(
            @Mixin Place place,
            @Mixin Making making,
            @Mixin Printing printing,
            @Mixin Holder holder) {
        try (var home = opening.apply(place)) {
            var organisation = organisation(home, holder.slug);
            return organisation.isEmpty()
                    ? NOT_DONE
                    : made(
                            home,
                            organisation.get(),
                            home.bean(Keys.class)
                                    .make(organisation.get(), making.kind, making.place()),
                            printing);
        } catch (KeyUnusable e) {
            err(Words.of(e.reason()));
            return NOT_DONE;
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
            @Mixin Making making,
            @Mixin Printing printing,
            @Mixin Holder holder) {
        try (var home = opening.apply(place)) {
            var organisation = withKey(home, holder.slug);
            return organisation.isEmpty()
                    ? NOT_DONE
                    : made(
                            home,
                            organisation.get(),
                            Decided.accepted(
                                    home.bean(Keys.class)
                                            .rotate(
                                                    organisation.get(),
                                                    making.kind,
                                                    making.place())),
                            printing);
        } catch (KeyUnusable e) {
            err(Words.of(e.reason()));
            return NOT_DONE;
        }
    }

    @Command(
            name = "compromised",
            description = {
                "Note that others may have had a key since a moment.",
                "It retires at once; what it signed from that moment on is not genuine any more.",
                "This cannot be taken back."
            },
            mixinStandardHelpOptions = true)
    int compromised(
            @Mixin Place place,
            @Mixin Printing printing,
            @Parameters(paramLabel = "KEY", description = "Its identifier, as listed.") String name,
            @Option(
                            names = "--since",
                            required = true,
                            paramLabel = "INSTANT",
                            description = "Such as 2026-03-01T08:00:00Z.")
                    Instant since,
            @Option(names = "--why", required = true, paramLabel = "TEXT") String why,
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        try (var home = opening.apply(place)) {
            var key = home.bean(Keys.class).named(name);
            if (key.isEmpty()) {
                err("there is no key " + name);
                return NOT_DONE;
            }
            var organisation = home.bean(AccountStore.class).organisation(key.get().organisation());
            if (!yes && !confirmed(organisation.orElseThrow(), since)) {
                err("nothing was done");
                return NOT_DONE;
            }
            return made(
                    home,
                    organisation.orElseThrow(),
                    home.bean(Keys.class).compromised(key.get(), since, why),
                    printing);
        }
    }

    private boolean confirmed(Organisation organisation, Instant since) {
        out().printf(
                        "What this key of %s signed since %s will not be genuine any more. Go on? [y/N] ",
                        organisation.name(), since);
        out().flush();
        try {
            var answer =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            return answer != null && answer.strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(
            name = "export",
            description = "Print what others need to trust an organisation.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin Place place,
            @Mixin Holder holder,
            @Option(
                            names = "--as",
                            paramLabel = "FORM",
                            defaultValue = "trust",
                            converter = PublicForm.OfCode.class,
                            description =
                                    "trust (a trust file, the default), jwks, pem, or did; none"
                                            + " but the trust file holds compromised keys.")
                    PublicForm form) {
        try (var home = opening.apply(place)) {
            var organisation = withKey(home, holder.slug);
            if (organisation.isEmpty()) {
                return NOT_DONE;
            }
            out().print(form.text(home, organisation.get()));
            out().flush();
            return DONE;
        }
    }

    private int made(
            OpenHome home, Organisation organisation, Decided<Keys.Key> key, Printing printing) {
        return switch (key) {
            case Decided.Accepted<Keys.Key>(var done) -> {
                home.bean(KnownIssuers.class).publish();
                KeyLine.print(List.of(KeyLine.of(home, organisation, done)), printing.json, out());
                yield DONE;
            }
            case Decided.Refused<Keys.Key>(var reasons) -> {
                reasons.forEach(reason -> err(Words.of(reason)));
                yield NOT_DONE;
            }
        };
    }

    private Optional<Organisation> organisation(OpenHome home, String slug) {
        var found = home.bean(AccountStore.class).organisation(slug);
        if (found.isEmpty()) {
            err("there is no organisation " + slug);
        }
        return found;
    }

    private Optional<Organisation> withKey(OpenHome home, String slug) {
        var found = organisation(home, slug);
        if (found.isPresent() && home.bean(Keys.class).of(found.get()).isEmpty()) {
            err(slug + " has no key yet: its first is made when it awards first");
            return Optional.empty();
        }
        return found;
    }

    private void err(String sentence) {
        spec.commandLine().getErr().println("cairn: " + sentence);
        spec.commandLine().getErr().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
