package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.credential.Certificates;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has seals carry the certificates that a certification authority made for a key. */
@Command(
        name = "certificate",
        description = {
            "Have seals with a key carry the certificates of a certification authority:",
            "the key's own first, then those it rests on."
        },
        mixinStandardHelpOptions = true)
final class KeyCertificateCommand implements Callable<Integer> {

    private static final int NOT_DONE = 2;
    private static final int MAX_BYTES = 1 << 20;

    private final Function<Place, OpenHome> opening;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Place place = new Place();
    @Mixin private KeysCommand.Printing printing = new KeysCommand.Printing();

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "The identifier of the key, or its organisation if it is in use.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The certificates (PEM).")
    private Path file = Path.of("");

    KeyCertificateCommand(Function<Place, OpenHome> opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        byte[] chain;
        try (var in = Files.newInputStream(file)) {
            chain = in.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            return refused("the file " + file + " cannot be read");
        }
        try (var home = opening.apply(place)) {
            var key = NamedKeyOf.named(home, name);
            return key.isEmpty()
                    ? refused("there is no key " + name)
                    : attached(home, home.bean(Certificates.class).attach(key.get(), chain));
        }
    }

    private int attached(OpenHome home, Decided<Keys.Key> key) {
        return switch (key) {
            case Decided.Accepted<Keys.Key>(var done) -> {
                var holder = home.bean(AccountStore.class).organisation(done.organisation());
                KeyLine.print(
                        List.of(KeyLine.of(home, holder.orElseThrow(), done)),
                        printing.json(),
                        spec.commandLine().getOut());
                yield 0;
            }
            case Decided.Refused<Keys.Key>(var reasons) -> {
                reasons.forEach(reason -> refused(Words.of(reason)));
                yield NOT_DONE;
            }
        };
    }

    private int refused(String sentence) {
        spec.commandLine().getErr().println("cairn: " + sentence);
        spec.commandLine().getErr().flush();
        return NOT_DONE;
    }
}
