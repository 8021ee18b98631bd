package eu.cairn.app.cli;

import eu.cairn.app.database.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server keeps its data and is reached: options, else environment, else defaults. */
final class Place {

    private static final int USUAL_PORT = 8080;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "where data is kept (CAIRN_HOME, else .cairn)")
    private @Nullable Path home;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "where it listens (CAIRN_PORT, else the port this home began with, else 8080)")
    private @Nullable Integer port;

    Path home() {
        if (home != null) {
            return home.toAbsolutePath().normalize();
        }
        return Path.of(environment("CAIRN_HOME").orElse(".cairn")).toAbsolutePath().normalize();
    }

    /**
     * The port that was asked for; else the one that this home was made with; else the usual one.
     */
    int port() {
        int chosen = asked().or(this::remembered).orElse(USUAL_PORT);
        if (chosen < 1 || chosen > 65_535) {
            throw new CannotStart(
                    "start.port-invalid",
                    "%d is not a port: choose one from 1 to 65535 with --port or CAIRN_PORT."
                            .formatted(chosen));
        }
        return chosen;
    }

    private Optional<Integer> asked() {
        return Optional.ofNullable(port).or(() -> environment("CAIRN_PORT").map(Place::number));
    }

    /** The public address; it stands in every credential, so a home keeps the one it began with. */
    String baseUrl() {
        return environment("CAIRN_BASE_URL")
                .or(this::rememberedUrl)
                .orElse("http://localhost:" + port());
    }

    /** Keeps the address for the next start. */
    void remember(String baseUrl) {
        try {
            Files.writeString(home().resolve("address"), baseUrl + "\n");
        } catch (IOException e) {
            throw new CannotStart(
                    "start.home-not-writable",
                    "The home directory %s cannot be written to; choose another with --home or CAIRN_HOME."
                            .formatted(home()),
                    e);
        }
    }

    /** Fails if something else listens on the port. */
    void requireFreePort() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Permission denied")) {
                throw new CannotStart(
                        "start.port-forbidden",
                        "You may not listen on port %d; choose one above 1023 with --port or CAIRN_PORT."
                                .formatted(port()),
                        e);
            }
            throw new CannotStart(
                    "start.port-taken",
                    "Port %d is taken by another program; choose another with --port or CAIRN_PORT."
                            .formatted(port()),
                    e);
        }
    }

    private Optional<String> rememberedUrl() {
        try {
            var file = home().resolve("address");
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> remembered() {
        return rememberedUrl()
                .filter(url -> url.startsWith("http://localhost:")) // else it is a proxy's port
                .map(url -> url.replaceAll(".*:(\\d+)$", "$1"))
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt);
    }

    private static Integer number(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new CannotStart(
                    "start.port-invalid",
                    "CAIRN_PORT is not a port number: " + text + ".",
                    new IllegalArgumentException(text));
        }
        return Integer.valueOf(text);
    }

    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
