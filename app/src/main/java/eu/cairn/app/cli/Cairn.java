package eu.cairn.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./cairn}. */
@Command(name = "cairn", version = "Cairn 0.1.0", mixinStandardHelpOptions = true)
public final class Cairn implements Runnable {

    private Cairn() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Cairn()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
