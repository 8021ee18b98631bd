package eu.cairn.app.portfolio;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.stacking.RulebookStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What the tests of the learner's rooms need on a server: rulebooks, and what a learner holds. */
public final class Published {

    private Published() {}

    /** Publishes a rulebook, unless it was published before. */
    public static void rulebook(TestServer server, String content, String organisation) {
        server.bean(RulebookStore.class)
                .publish(
                        server.bean(AccountStore.class).organisation(organisation).orElseThrow(),
                        content,
                        Instant.parse("2026-09-01T08:00:00Z"));
    }

    /** A file of the demo's rulebooks. */
    public static String demoFile(String name) {
        var path = "/eu/cairn/app/demo/rulebooks/" + name;
        try (var stream = Published.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new AssertionError(path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Person learner(TestServer server) {
        return server.bean(AccountStore.class).person(TestServer.LEARNER).orElseThrow();
    }

    /** The short code of the credential that the demo's learner holds for a course. */
    public static String shortCode(TestServer server, String course) {
        return server.bean(CredentialStore.class).heldBy(learner(server)).stream()
                .filter(one -> text(one.signed()).contains('"' + course + '"'))
                .map(one -> one.shortCode())
                .findFirst()
                .orElseThrow(() -> new AssertionError("not held: " + course));
    }

    /** A request of the API with a JSON body, or none if that is "". */
    public static HttpResponse<String> api(
            TestServer server, String email, String method, String path, String body) {
        return server.visitor()
                .send(
                        server.api(path, email)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body)));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
