package eu.cairn.app.credential;

import eu.cairn.app.remote.RegistrarCommand;
import eu.cairn.app.remote.RemoteServer;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Suspends, reinstates and revokes the credentials of awards, as a registrar does on the pages.
 *
 * <p>Exit 0 done, 1 refused, 2 could not finish, 64 the command was wrong.
 */
@Command(
        name = "credentials",
        description = {
            "Suspends, reinstates and revokes credentials, each named by the id of its award.",
            "CAIRN_USER and CAIRN_PASSWORD name an account that is a registrar."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused", "2:could not finish", "64:the command was wrong"},
        mixinStandardHelpOptions = true)
public final class CredentialsCommand extends RegistrarCommand {

    public CredentialsCommand(RemoteServer server) {
        super(server);
    }

    @Command(name = "suspend", description = "Suspend a credential until it is reinstated.")
    int suspend(
            @Parameters(paramLabel = "AWARD") String award,
            @Option(names = "--code", paramLabel = "CODE", required = true) String code,
            @Option(names = "--reason", paramLabel = "WORDS", required = true) String reason) {
        return answered(
                () -> post(Map.of("code", code, "reason", reason), "awards", award, "suspension"),
                done -> out().println("Suspended."));
    }

    @Command(name = "reinstate", description = "Let a suspended credential hold again.")
    int reinstate(
            @Parameters(paramLabel = "AWARD") String award,
            @Option(names = "--reason", paramLabel = "WORDS", required = true) String reason) {
        return answered(
                () -> post(Map.of("reason", reason), "awards", award, "reinstatement"),
                done -> out().println("Reinstated."));
    }

    @Command(name = "revoke", description = "Revoke a credential, for good.")
    int revoke(
            @Parameters(paramLabel = "AWARD") String award,
            @Option(names = "--code", paramLabel = "CODE", required = true) String code,
            @Option(names = "--reason", paramLabel = "WORDS", required = true) String reason) {
        return answered(
                () -> post(Map.of("code", code, "reason", reason), "awards", award, "revocation"),
                done -> out().println("Revoked."));
    }
}
