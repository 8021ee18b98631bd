package eu.cairn.app.award;

import eu.cairn.app.remote.Answer;
import eu.cairn.app.remote.RemoteServer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
public final class ApprovalsCommand implements Callable<Integer> {

    private static final int REFUSED = 1;
    private static final int NOT_FINISHED = 2;
    private static final int WRONG = 64;

    @Mixin private RemoteServer server;

    @Option(
            names = "--organisation",
            paramLabel = "SLUG",
            required = true,
            description = "The organisation that awards.")
    private String organisation = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    private final JsonMapper json = JsonMapper.builder().build();

    public ApprovalsCommand(RemoteServer server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return WRONG;
    }

    @Command(name = "list", description = "The batches that await a second approval.")
    int list() {
        return answered(
                () -> server.get(organisation, "awards", "approvals"),
                waiting -> waiting.forEach(this::print));
    }

    @Command(name = "approve", description = "Approve a batch; its ready rows are awarded.")
    int approve(@Parameters(paramLabel = "BATCH") String batch) {
        return answered(
                () -> post(Map.of(), batch, "approval"),
                made -> out().printf("%d awarded.%n", made.path("awarded").asInt()));
    }

    @Command(name = "return", description = "Return a batch, with a reason.")
    int giveBack(
            @Parameters(paramLabel = "BATCH") String batch,
            @Option(names = "--reason", paramLabel = "WORDS", required = true) String reason) {
        return answered(
                () -> post(Map.of("reason", reason), batch, "return"),
                done -> out().println("Returned."));
    }

    @Command(name = "withdraw", description = "Withdraw your own request.")
    int withdraw(@Parameters(paramLabel = "BATCH") String batch) {
        return answered(
                () -> post(Map.of(), batch, "withdrawal"), done -> out().println("Withdrawn."));
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
                                ? server.get(organisation, "awards", "approval-rule")
                                : server.put(
                                        organisation,
                                        body(
                                                Map.of(
                                                        "credentials",
                                                        credentials.get(),
                                                        "credits",
                                                        credits.orElseThrow())),
                                        "awards",
                                        "approval-rule"),
                standing ->
                        out().printf(
                                        "credentials %s, credits %s%n",
                                        standing.path("rule").path("credentials").asString(""),
                                        standing.path("rule").path("credits").asString("")));
    }

    private Answer post(Map<String, String> body, String batch, String deed) {
        return server.post(
                organisation, "application/json", body(body), "awards", "batches", batch, deed);
    }

    private byte[] body(Map<String, String> members) {
        return json.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
    }

    private int answered(java.util.function.Supplier<Answer> question, Consumer<JsonNode> show) {
        var objection = server.objection();
        if (objection.isPresent()) {
            return wrong(objection.get());
        }
        return switch (question.get()) {
            case Answer.Done(var body) -> {
                show.accept(body);
                out().flush();
                yield 0;
            }
            case Answer.Refused(var status, var reasons) -> {
                reasons.forEach(this::err);
                yield status == 401 || status == 403 ? NOT_FINISHED : REFUSED;
            }
            case Answer.NotReached(var reason) -> {
                err(reason);
                yield NOT_FINISHED;
            }
        };
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

    private int wrong(String sentence) {
        err(sentence);
        return WRONG;
    }

    /** What others typed must not move the cursor. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private void err(String sentence) {
        spec.commandLine().getErr().println("cairn: " + printable(sentence));
        spec.commandLine().getErr().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
