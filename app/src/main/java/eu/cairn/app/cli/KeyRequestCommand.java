package eu.cairn.app.cli;

import eu.cairn.app.credential.Certificates;
import eu.cairn.app.web.Words;
import eu.cairn.formats.credential.KeyUnusable;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a certification authority needs to make a certificate for a key. */
@Command(
        name = "request",
        description = "Print a request for a certificate of a key (PKCS #10).",
        mixinStandardHelpOptions = true)
final class KeyRequestCommand implements Callable<Integer> {

    private final Function<Place, OpenHome> opening;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Place place = new Place();

    @Parameters(
            paramLabel = "NAME",
            description = "The identifier of the key, or its organisation if it is in use.")
    private String name = "";

    KeyRequestCommand(Function<Place, OpenHome> opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        try (var home = opening.apply(place)) {
            var key = NamedKeyOf.named(home, name);
            if (key.isEmpty()) {
                return refused("there is no key " + name);
            }
            spec.commandLine().getOut().print(home.bean(Certificates.class).request(key.get()));
            spec.commandLine().getOut().flush();
            return 0;
        } catch (KeyUnusable e) {
            return refused(Words.of(e.reason()));
        } catch (IllegalStateException | UncheckedIOException e) {
            return refused("the keystore of the key cannot be used: see ./cairn doctor");
        }
    }

    private int refused(String sentence) {
        spec.commandLine().getErr().println("cairn: " + sentence);
        spec.commandLine().getErr().flush();
        return 2;
    }
}
