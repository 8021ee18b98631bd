package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.database.DatabaseAddress;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.verification.IssuerKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys at the terminal, beside a server that runs. */
class KeysCommandTest {

    private static final TestServer SERVER = TestServer.start(true);

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aKeyOfTheKindThatIsAskedForFollowsTheFormer() {
        var rotated = run("rotate", "borgofiume", "--kind", "p-256", "--json");

        assertThat(rotated.exit()).isZero();
        var key = json(rotated).get(0);
        assertThat(key.get("kind").asString()).isEqualTo("p-256");
        assertThat(key.get("state").asString()).isEqualTo("in-use");
        assertThat(run("list").out())
                .contains(key.get("did").asString(), "borgofiume", "in use", "retired");
    }

    @Test
    void aCompromisedKeyIsListedAndExportedInTheTrustFileOnly() {
        var did = json(run("rotate", "kallavesi", "--json")).get(0).get("did").asString();

        var noted =
                run("compromised", did, "--since", "2026-01-01T00:00:00Z", "--why", "x", "--yes");

        assertThat(noted.exit()).isZero();
        assertThat(noted.out()).contains("COMPROMISED since");
        assertThat(run("export", "kallavesi", "--as", "did").out()).doesNotContain(did);
        assertThat(run("export", "kallavesi", "--as", "jwks").out()).doesNotContain(did);
        assertThat(run("export", "kallavesi").out())
                .contains("compromisedKeys", "2026-01-01T00:00:00Z");
        var made = run("make", "kallavesi", "--kind", "ed25519");
        assertThat(made.exit()).isZero();
        assertThat(run("make", "kallavesi").exit()).isEqualTo(2);
        assertThat(run("export", "kallavesi", "--as", "pem").out())
                .contains("-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----");
    }

    @Test
    void exportedKeysAreRead() {
        var keys = json(run("export", "borgofiume", "--as", "jwks")).get("keys");

        assertThat(keys.size()).isPositive();
        keys.forEach(key -> assertThat(IssuerKey.ofJwk(key.toString())).isPresent());
    }

    @Test
    void whatIsWrongIsSaidAndChangesNothing() {
        var before = run("list", "--json").out();
        var later = Instant.now().plusSeconds(3600).toString();
        var did = json(run("list", "--json")).get(0).get("did").asString();

        var nobody = run("rotate", "nobody");
        var unknown = run("compromised", "did:key:zNo", "--since", later, "--why", "x", "--yes");
        var future = run("compromised", did, "--since", later, "--why", " ", "--yes");
        var kind = run("rotate", "borgofiume", "--kind", "rsa");
        var without = run("compromised", did, "--why", "x");

        assertThat(List.of(nobody.exit(), unknown.exit(), future.exit())).containsExactly(2, 2, 2);
        assertThat(nobody.err()).contains("there is no organisation nobody");
        assertThat(unknown.err()).contains("there is no key did:key:zNo");
        assertThat(future.err()).contains("has not come yet", "Say why");
        assertThat(kind.err()).contains("rsa is not ed25519 or p-256");
        assertThat(without.err()).contains("--since");
        assertThat(run("list", "--json").out()).isEqualTo(before);
    }

    private static JsonNode json(Run run) {
        return JsonMapper.builder().build().readTree(run.out());
    }

    private static Run run(String... arguments) {
        var environment = SERVER.bean(Environment.class);
        var address =
                new DatabaseAddress(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                new CommandLine(
                                new KeysCommand(
                                        place ->
                                                OpenHome.beside(
                                                        SERVER.bean(Installation.class),
                                                        address,
                                                        List.of())))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
