package eu.cairn.app;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A request written by hand, for what a well-behaved client would not send. */
record Raw(String text) {

    /** Sends a request line with the headers that it needs, and reads until the server closes. */
    static Raw request(String base, String line, String... headers) throws IOException {
        var address = URI.create(base);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            var request =
                    line
                            + "\r\nHost: localhost\r\nX-Canary: canary\r\nConnection: close\r\n"
                            + String.join("", Arrays.stream(headers).map(h -> h + "\r\n").toList())
                            + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new Raw(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    int status() {
        return Integer.parseInt(text.split(" ", 3)[1]);
    }

    Optional<String> header(String name) {
        return text.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
