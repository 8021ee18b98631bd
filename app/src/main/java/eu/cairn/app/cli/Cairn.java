package eu.cairn.app.cli;

import eu.cairn.app.award.ApprovalsCommand;
import eu.cairn.app.award.AwardCommand;
import eu.cairn.app.award.Resigning;
import eu.cairn.app.catalogue.ImportCoursesCommand;
import eu.cairn.app.credential.CredentialsCommand;
import eu.cairn.app.database.CannotStart;
import eu.cairn.app.remote.RemoteServer;
import eu.cairn.app.stacking.AuditCommand;
import eu.cairn.app.verification.AccreditationsIssued;
import eu.cairn.app.verification.VerifyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./cairn}. */
@Command(name = "cairn", version = "Cairn 0.1.0", mixinStandardHelpOptions = true)
public final class Cairn implements Runnable {

    private static final int BAD_USAGE = 64; // EX_USAGE of sysexits.h
    private static final int UNAVAILABLE = 69; // EX_UNAVAILABLE

    private Cairn() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /**
     * The commands, or only the one that is called: to read them all takes longer than most of them
     * run.
     */
    static CommandLine commandLine(String... arguments) {
        var all = commands();
        var called =
                Stream.of(arguments).limit(1).flatMap(name -> Stream.ofNullable(all.get(name)));
        var program =
                new CommandLine(new Cairn())
                        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        var wanted = called.toList();
        (wanted.isEmpty() ? all.values() : wanted)
                .forEach(command -> program.addSubcommand(command.get()));
        return program.setExitCodeExceptionMapper(fault -> UNAVAILABLE)
                .setExecutionExceptionHandler(
                        (fault, line, parsed) -> {
                            if (fault instanceof CannotStart known) {
                                line.getErr().println("cairn: " + known.sentence());
                                return UNAVAILABLE;
                            }
                            throw fault;
                        })
                .setParameterExceptionHandler(
                        (fault, given) -> {
                            fault.getCommandLine().getErr().println("cairn: " + fault.getMessage());
                            return BAD_USAGE;
                        });
    }

    private static SequencedMap<String, Supplier<Object>> commands() {
        var clock = Clock.systemUTC();
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        // a reference to a constructor of an old class would not let the launcher keep the others
        commands.put("help", () -> new CommandLine.HelpCommand());
        commands.put("demo", DemoCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put(
                "keys",
                () -> KeysCommand.commandLine(place -> OpenHome.of(place, Resigning.parts())));
        commands.put(
                "trust",
                () ->
                        TrustCommand.commandLine(
                                clock, place -> OpenHome.of(place, AccreditationsIssued.parts())));
        commands.put("rights", () -> new RightsCommand(OpenHome::of));
        commands.put("skills", () -> new SkillsCommand(OpenHome::of));
        commands.put("import-courses", () -> new ImportCoursesCommand(clock, new RemoteServer()));
        commands.put("verify", () -> new VerifyCommand(clock));
        commands.put("audit", AuditCommand::new);
        commands.put("award", () -> new AwardCommand(new RemoteServer()));
        commands.put("approvals", () -> new ApprovalsCommand(new RemoteServer()));
        commands.put("credentials", () -> new CredentialsCommand(new RemoteServer()));
        return commands;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
