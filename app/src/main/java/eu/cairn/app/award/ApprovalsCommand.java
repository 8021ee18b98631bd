package eu.cairn.app.award;

import eu.cairn.app.remote.RegistrarCommand;
import eu.cairn.app.remote.RemoteServer;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * The second approval of batches, as a registrar gives it on the pages.
 *
 * <p>Exit 0 done, 1 refused, 2 could not finish, 64 the command was wrong.
 */
@Command(
        name = "approvals",
        description = {
            "Lists, approves, returns and withdraws batches that await a second approval,",
            "and sets the rule. CAIRN_USER and CAIRN_PASSWORD name an account that is a registrar."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused", "2:could not finish", "64:the command was wrong"},
        mixinStandardHelpOptions = true)
public final class ApprovalsCommand extends RegistrarCommand {

    public ApprovalsCommand(RemoteServer server) {
        super(server);
    }

    @Command(name = "list", description = "The batches that await a second approval.")
    int list() {
        return answered(() -> get("awards", "approvals"), waiting -> waiting.forEach(this::print));
    }

    @Command(name = "approve", description = "Approve a batch; its ready rows are awarded.")
    int approve(@Parameters(paramLabel = "BATCH") String batch) {
        return answered(
                () -> post(Map.of(), "awards", "batches", batch, "approval"),
                made -> out().printf("%d awarded.%n", made.path("awarded").asInt()));
    }

    @Command(name = "return", description = "Return a batch, with a reason.")
    int giveBack(
            @Parameters(paramLabel = "BATCH") String batch,
            @Option(names = "--reason", paramLabel = "WORDS", required = true) String reason) {
        return answered(
                () -> post(Map.of("reason", reason), "awards", "batches", batch, "return"),
                done -> out().println("Returned."));
    }

    @Command(name = "withdraw", description = "Withdraw your own request.")
    int withdraw(@Parameters(paramLabel = "BATCH") String batch) {
        return answered(
                () -> post(Map.of(), "awards", "batches", batch, "withdrawal"),
                done -> out().println("Withdrawn."));
    }

    @Command(
            name = "rule",
            description = "Show the rule, or set both limits: a number, 0 for always, or off.")
    int rule(
            @Option(names = "--credentials", paramLabel = "N|off") Optional<String> credentials,
            @Option(names = "--credits", paramLabel = "ECTS|off") Optional<String> credits) {
        if (credentials.isPresent() != credits.isPresent()) {
            return wrong("give both limits, --credentials and --credits");
        }
        return answered(
                () ->
                        credentials.isEmpty()
                                ? get("awards", "approval-rule")
                                : put(
                                        Map.of(
                                                "credentials",
                                                credentials.get(),
                                                "credits",
                                                credits.orElseThrow()),
                                        "awards",
                                        "approval-rule"),
                standing ->
                        out().printf(
                                        "credentials %s, credits %s%n",
                                        standing.path("rule").path("credentials").asString(""),
                                        standing.path("rule").path("credits").asString("")));
    }

    private void print(JsonNode one) {
        out().printf(
                        "%s  %s version %d, %s: %d credentials, %s ECTS, asked by %s (%s)%n",
                        one.path("batch").asString(""),
                        one.path("course").asString(""),
                        one.path("version").asInt(),
                        printable(one.path("file").asString("")),
                        one.path("credentials").asInt(),
                        one.path("credits").asDecimal().toPlainString(),
                        printable(one.path("requestedBy").asString("")),
                        one.path("mayAnswer").asBoolean() ? "yours to answer" : "not yours");
    }
}
