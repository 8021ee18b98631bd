package eu.cairn.app.remote;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command with subcommands, each of which asks a server one thing for an organisation.
 *
 * <p>Exit 0 done, 1 refused, 2 could not finish, 64 the command was wrong.
 */
public abstract class RegistrarCommand implements Callable<Integer> {

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

    protected RegistrarCommand(RemoteServer server) {
        this.server = server;
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return WRONG;
    }

    /** Asks the server and shows what it answers; returns the exit code. */
    protected int answered(Supplier<Answer> question, Consumer<JsonNode> show) {
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

    protected Answer get(String... path) {
        return server.get(organisation, path);
    }

    protected Answer post(Map<String, String> body, String... path) {
        return server.post(organisation, "application/json", bytes(body), path);
    }

    protected Answer put(Map<String, String> body, String... path) {
        return server.put(organisation, bytes(body), path);
    }

    private byte[] bytes(Map<String, String> members) {
        return json.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
    }

    protected int wrong(String sentence) {
        err(sentence);
        return WRONG;
    }

    /** What others typed must not move the cursor. */
    protected static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private void err(String sentence) {
        spec.commandLine().getErr().println("cairn: " + printable(sentence));
        spec.commandLine().getErr().flush();
    }

    protected PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
