package eu.cairn.app.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that a command works with, as an account of it: the address is an option, name and
 * password are in the environment, where no list of processes shows them.
 */
public final class RemoteServer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<String, String> environment;
    private final JsonMapper json = JsonMapper.builder().build();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server (CAIRN_BASE_URL, else the address in CAIRN_HOME or .cairn).")
    private Optional<String> server = Optional.empty();

    public RemoteServer() {
        this(System.getenv());
    }

    public RemoteServer(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Why no request can be made as it stands, if it cannot. */
    public Optional<String> objection() {
        if (variable("CAIRN_USER").isEmpty() || variable("CAIRN_PASSWORD").isEmpty()) {
            return Optional.of("set CAIRN_USER and CAIRN_PASSWORD to an account of the server");
        }
        var address = address();
        if (address.isEmpty()) {
            return Optional.of("name the server with --server or CAIRN_BASE_URL");
        }
        if (!address.get().matches("https?://[^/?#]+(/[^?#]*)?")) {
            return Optional.of(address.get() + " is not the address of a server");
        }
        return address.get().startsWith("http:") && !isHere(address.get())
                ? Optional.of("a password is sent by https only; " + address.get() + " is not")
                : Optional.empty();
    }

    public Answer get(String organisation, String... path) {
        return send(request(organisation, path).GET());
    }

    /** Sends a body, whose media type is {@code type}. */
    public Answer post(String organisation, String type, byte[] body, String... path) {
        return send(
                request(organisation, path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Puts a JSON document in the place of what is there. */
    public Answer put(String organisation, byte[] body, String... path) {
        return send(
                request(organisation, path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String organisation, String... path) {
        var steps =
                Arrays.stream(path)
                        .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8))
                        .map(step -> step.replace("+", "%20"))
                        .collect(Collectors.joining("/"));
        var account =
                variable("CAIRN_USER").orElseThrow()
                        + ":"
                        + variable("CAIRN_PASSWORD").orElseThrow();
        return HttpRequest.newBuilder(URI.create(address().orElseThrow() + "/api/v1/" + steps))
                .timeout(PATIENCE)
                .header("Cairn-Organisation", organisation)
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(account.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return answer(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return new Answer.NotReached("%s does not answer".formatted(address().orElse("")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.NotReached("interrupted");
        }
    }

    private Answer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        try {
            var body = json.readTree(response.body());
            if (status / 100 == 2) {
                return new Answer.Done(body);
            }
            var reasons = reasons(body);
            return status / 100 == 4
                    ? new Answer.Refused(status, reasons)
                    : new Answer.NotReached(String.join("; ", reasons));
        } catch (JacksonException e) {
            return new Answer.NotReached("an answer that is not Cairn's, status " + status);
        }
    }

    /** The sentences of a problem document, each with its code. */
    private static List<String> reasons(JsonNode problem) {
        var reasons = new ArrayList<String>();
        for (var error : problem.path("errors")) {
            reasons.add(
                    "%s (%s)"
                            .formatted(
                                    error.path("detail").asString(""),
                                    error.path("code").asString("")));
        }
        return reasons.isEmpty() ? List.of(problem.path("title").asString("no reason")) : reasons;
    }

    private Optional<String> address() {
        return server.or(() -> variable("CAIRN_BASE_URL"))
                .or(this::remembered)
                .map(address -> address.replaceAll("/+$", ""));
    }

    private Optional<String> remembered() {
        var file = Path.of(variable("CAIRN_HOME").orElse(".cairn")).resolve("address");
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isHere(String address) {
        var host = String.valueOf(URI.create(address).getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
