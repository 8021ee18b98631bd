package eu.cairn.app.credential;

import eu.cairn.formats.credential.elm.TimeStamping;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The authority that stamps times on seals (RFC 3161 over HTTP, section 3.4), at the address that
 * the setting {@code CAIRN_TIMESTAMP_URL} gives.
 */
@Component
class TimeAuthority {

    private static final int OK = 200;
    private static final int MAX_BYTES = 1 << 16;
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    private final Environment environment;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(TO_CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    TimeAuthority(Environment environment) {
        this.environment = environment;
    }

    /** The authority, if one is set. */
    Optional<TimeStamping.Authority> authority() {
        return Optional.ofNullable(environment.getProperty("cairn.timestamp.url"))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> request -> answer(url, request));
    }

    private byte[] answer(String url, byte[] request) throws IOException {
        try {
            var response =
                    client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .timeout(TO_ANSWER)
                                    .header("Content-Type", "application/timestamp-query")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                    .build(),
                            BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new IOException("the authority answered " + response.statusCode());
                }
                return body.readNBytes(MAX_BYTES);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("CAIRN_TIMESTAMP_URL is no address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
