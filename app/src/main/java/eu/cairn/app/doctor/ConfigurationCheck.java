package eu.cairn.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Home, public address, port and environment. */
public final class ConfigurationCheck {

    /** Every variable that Cairn or its launcher reads. */
    static final Set<String> VARIABLES =
            Set.of(
                    "CAIRN_BASE_URL",
                    "CAIRN_CHROMEDRIVER",
                    "CAIRN_CHROMIUM",
                    "CAIRN_DATABASE_PASSWORD",
                    "CAIRN_DATABASE_URL",
                    "CAIRN_DATABASE_USER",
                    "CAIRN_HOME",
                    "CAIRN_INTEROP",
                    "CAIRN_JVM_DIRS",
                    "CAIRN_KEYS_PASSWORD",
                    "CAIRN_PASSWORD",
                    "CAIRN_PORT",
                    "CAIRN_TIMESTAMP_URL",
                    "CAIRN_TOKEN_LABEL",
                    "CAIRN_TOKEN_LIBRARY",
                    "CAIRN_TOKEN_PIN",
                    "CAIRN_TOKEN_PIN_FILE",
                    "CAIRN_TOKEN_SLOT",
                    "CAIRN_USER");

    private final Path home;
    private final String baseUrl;
    private final int port;
    private final Set<String> environment;

    /**
     * @param environment the names of the variables that are set
     */
    public ConfigurationCheck(Path home, String baseUrl, int port, Set<String> environment) {
        this.home = home;
        this.baseUrl = baseUrl;
        this.port = port;
        this.environment = Set.copyOf(environment);
    }

    public List<Finding> findings() {
        var found = new ArrayList<Finding>();
        found.add(home());
        found.add(address());
        found.add(port());
        environment.stream()
                .filter(name -> name.startsWith("CAIRN_") && !VARIABLES.contains(name))
                .sorted()
                .map(name -> Finding.warning("doctor.variable-unknown", name))
                .forEach(found::add);
        return found;
    }

    private Finding home() {
        if (!Files.isDirectory(home)) {
            return Finding.failed("doctor.home-missing", home);
        }
        if (!Files.isWritable(home)) {
            return Finding.failed("doctor.home-not-writable", home);
        }
        try {
            var permissions = Permissions.of(home);
            return permissions.writtenByOthers()
                    ? Finding.failed("doctor.home-open", home, permissions)
                    : Finding.ok("doctor.home", home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finding address() {
        var address = URI.create(baseUrl);
        var host = String.valueOf(address.getHost());
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
            return Finding.warning("doctor.address-local", baseUrl);
        }
        return "https".equals(address.getScheme())
                ? Finding.ok("doctor.address", baseUrl)
                : Finding.warning("doctor.address-not-https", baseUrl);
    }

    private Finding port() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.ok("doctor.port-free", port);
        } catch (IOException e) {
            return answers()
                    ? Finding.ok("doctor.server-answers", port)
                    : Finding.warning("doctor.port-taken", port);
        }
    }

    private boolean answers() {
        var health =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
