package eu.cairn.app.award;

import eu.cairn.app.remote.Answer;
import eu.cairn.app.remote.RemoteServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Awards a course to the people of a table, as a registrar does on the pages: the table is reviewed
 * row by row, and only with {@code --yes} are its ready rows awarded. A table that was awarded
 * before awards nothing twice.
 *
 * <p>Exit 0 no row was refused, 1 some rows or the whole table were refused, 2 could not finish, 64
 * the command was wrong.
 */
@Command(
        name = "award",
        description = {
            "Reviews a table of results and, with --yes, awards its ready rows.",
            "CAIRN_USER and CAIRN_PASSWORD name an account that is a registrar."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no row was refused",
            "1:some rows, or the whole table, were refused",
            "2:could not finish",
            "64:the command was wrong"
        },
        mixinStandardHelpOptions = true)
public final class AwardCommand implements Callable<Integer> {

    private static final int REFUSED = 1;
    private static final int NOT_FINISHED = 2;
    private static final int WRONG = 64;

    private static final int GLANCES = 150;
    private static final Duration GLANCE = Duration.ofMillis(200);

    @Mixin private RemoteServer server;

    @Option(
            names = "--organisation",
            paramLabel = "SLUG",
            description = "The organisation that awards; else the first part of COURSE.")
    private Optional<String> organisation = Optional.empty();

    @Option(
            names = "--minute",
            paramLabel = "REF",
            description = "The minute of the board that decided on the results.")
    private Optional<String> minute = Optional.empty();

    @Option(names = "--yes", description = "Award the ready rows; needs --minute.")
    private boolean yes;

    @Parameters(
            paramLabel = "COURSE",
            description = "As in the catalogue's address: ORGANISATION/CODE/VERSION.")
    private String course = "";

    @Parameters(paramLabel = "FILE.csv", description = "The results.")
    private Path file = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    private final JsonMapper json = JsonMapper.builder().build();

    public AwardCommand(RemoteServer server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        var parts = course.split("/", -1);
        if (parts.length != 3 || !parts[2].matches("\\d{1,6}")) {
            return wrong(course + " is not ORGANISATION/CODE/VERSION");
        }
        if (yes && minute.isEmpty()) {
            return wrong("--yes needs --minute, the board's decision on these results");
        }
        var objection = server.objection();
        if (objection.isPresent()) {
            return wrong(objection.get());
        }
        byte[] table;
        try {
            table = Files.readAllBytes(file);
        } catch (IOException e) {
            return wrong(file + ": the file cannot be read");
        }
        return switch (server.get(awarding(), "catalogue", parts[0], parts[1], parts[2])) {
            case Answer.Done(var version) ->
                    upload(version.path("id").asString(""), parts[2], table);
            case Answer.Refused(var status, var reasons) when status == 404 ->
                    wrong("there is no course " + course + " in the catalogue");
            case Answer.Refused refused -> refused(refused);
            case Answer.NotReached(var reason) -> notFinished(reason);
        };
    }

    private int upload(String id, String number, byte[] table) {
        return switch (server.post(
                awarding(), "text/csv", table, "awards", id, number, "batches")) {
            case Answer.Done(var review) -> reviewed(review);
            case Answer.Refused refused -> refused(refused);
            case Answer.NotReached(var reason) -> notFinished(reason);
        };
    }

    private int reviewed(JsonNode review) {
        for (var row : review.path("rows")) {
            print(row);
        }
        int ready = review.path("ready").asInt();
        int refused = review.path("refused").asInt();
        out().printf(
                        "%d ready, %d refused, %d awarded before.%n",
                        ready, refused, review.path("already").asInt());
        int exit = refused == 0 ? 0 : REFUSED;
        if (yes && ready > 0) {
            return confirm(review.path("id").asString(""), exit);
        }
        out().println(ready > 0 ? "Nothing is awarded yet; --yes awards." : "Nothing to award.");
        out().flush();
        return exit;
    }

    private int confirm(String batch, int exit) {
        var body = json.writeValueAsBytes(Map.of("minute", minute.orElseThrow()));
        return switch (server.post(
                awarding(), "application/json", body, "awards", "batches", batch, "confirmation")) {
            case Answer.Done(var confirmed) when confirmed.path("awaitsApproval").asBoolean() -> {
                out().println("Nothing is awarded yet: a second registrar has to approve.");
                out().println("cairn approvals --organisation " + awarding() + " approve " + batch);
                out().flush();
                yield exit;
            }
            case Answer.Done(var confirmed) -> {
                out().printf("%d awarded.%n", confirmed.path("awarded").asInt());
                out().flush();
                yield signed(batch) ? exit : notFinished("the awards are made, and not signed yet");
            }
            case Answer.Refused refused -> refused(refused);
            case Answer.NotReached(var reason) -> notFinished(reason);
        };
    }

    /** Waits until the server has signed what was awarded. */
    private boolean signed(String batch) {
        for (int glance = 0; glance < GLANCES; glance++) {
            if (server.get(awarding(), "awards", "batches", batch) instanceof Answer.Done(var now)
                    && now.path("signed").asInt() == now.path("awarded").asInt()) {
                out().printf("%d signed.%n", now.path("signed").asInt());
                out().flush();
                return true;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return false;
    }

    private void print(JsonNode row) {
        out().printf(
                        "line %-5d %-20s %s%n",
                        row.path("line").asInt(),
                        printable(row.path("learner").asString("")),
                        row.path("result").asString(""));
        for (var reason : row.path("reasons")) {
            out().printf(
                            "           %s (%s)%n",
                            printable(reason.path("detail").asString("")),
                            reason.path("code").asString(""));
        }
    }

    private String awarding() {
        return organisation.orElse(course.split("/", -1)[0]);
    }

    private int refused(Answer.Refused refused) {
        refused.reasons().forEach(reason -> err(printable(reason)));
        return refused.status() == 401 || refused.status() == 403 ? NOT_FINISHED : REFUSED;
    }

    private int notFinished(String reason) {
        err(printable(reason));
        return NOT_FINISHED;
    }

    private int wrong(String sentence) {
        err(printable(sentence));
        return WRONG;
    }

    /** What stands in a table must not move the cursor. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private void err(String sentence) {
        spec.commandLine().getErr().println("cairn: " + sentence);
        spec.commandLine().getErr().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
