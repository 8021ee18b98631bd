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
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var clock = Clock.systemUTC();
        return new CommandLine(new Cairn())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new DoctorCommand())
                .addSubcommand(
                        KeysCommand.commandLine(place -> OpenHome.of(place, Resigning.parts())))
                .addSubcommand(
                        TrustCommand.commandLine(
                                clock, place -> OpenHome.of(place, AccreditationsIssued.parts())))
                .addSubcommand(new RightsCommand(OpenHome::of))
                .addSubcommand(new SkillsCommand(OpenHome::of))
                .addSubcommand(new ImportCoursesCommand(clock, new RemoteServer()))
                .addSubcommand(new VerifyCommand(clock))
                .addSubcommand(new AuditCommand())
                .addSubcommand(new AwardCommand(new RemoteServer()))
                .addSubcommand(new ApprovalsCommand(new RemoteServer()))
                .addSubcommand(new CredentialsCommand(new RemoteServer()))
                .setExitCodeExceptionMapper(fault -> UNAVAILABLE)
                .setExecutionExceptionHandler(
                        (fault, line, parsed) -> {
                            if (fault instanceof CannotStart known) {
                                line.getErr().println("cairn: " + known.sentence());
                                return UNAVAILABLE;
                            }
                            throw fault;
                        })
                .setParameterExceptionHandler(
                        (fault, arguments) -> {
                            fault.getCommandLine().getErr().println("cairn: " + fault.getMessage());
                            return BAD_USAGE;
                        });
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
