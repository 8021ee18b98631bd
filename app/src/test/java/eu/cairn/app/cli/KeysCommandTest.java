package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Role;
import eu.cairn.app.award.Awards;
import eu.cairn.app.award.Resigning;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.database.DatabaseAddress;
import eu.cairn.app.web.Installation;
import eu.cairn.catalogue.CourseState;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.credential.elm.TestAuthority;
import eu.cairn.formats.verification.IssuerKey;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
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
    void aKeyInATokenNeedsOneThatIsSet() {
        var before = run("list", "--json").out();

        var rotated = run("rotate", "borgofiume", "--token");

        assertThat(rotated.exit()).isEqualTo(2);
        assertThat(rotated.err()).contains("CAIRN_TOKEN_LIBRARY");
        assertThat(run("list", "--json").out()).isEqualTo(before);
    }

    @Test
    void theCertificateOfAKeyIsRequestedAndAttached(@TempDir Path folder) throws IOException {
        var did = json(run("rotate", "borgofiume", "--json")).get(0).get("did").asString();
        var request = run("request", did);
        var now = Instant.now();
        var chain = new TestAuthority(now).answer(request.out(), now.plusSeconds(5000));
        var file = folder.resolve("chain.pem");
        Files.writeString(file, new SealCertificate(chain).pem());

        var attached = run("certificate", "borgofiume", file.toString(), "--json");

        assertThat(run("list").out()).contains("test certificate until");
        assertThat(attached.exit()).as(attached.err()).isZero();
        var certificate = json(attached).get(0).get("certificate");
        assertThat(certificate.get("issuer").asString()).contains("Test Authority");
        assertThat(certificate.get("testSeal").asBoolean()).isFalse();
        assertThat(certificate.get("length").asInt()).isEqualTo(3);
        assertThat(run("list").out()).contains("certificate of O=Test Authority until");

        Files.writeString(file, new SealCertificate(chain.reversed()).pem());
        var wrong = run("certificate", did, file.toString());
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("is of another key", "was not issued by");
        assertThat(run("certificate", did, folder.resolve("none").toString()).exit()).isEqualTo(2);
        assertThat(run("request", "nobody").exit()).isEqualTo(2);
    }

    @Test
    void whatWaitsForAKeyThatWasGivenUpIsRecordedAnew() throws IOException {
        var key = json(run("rotate", "borgofiume", "--json")).get(0);
        var file = SERVER.bean(Keys.class).file(UUID.fromString(key.get("id").asString()));
        Files.delete(file);
        award("BF-2026-0020");
        var did = key.get("did").asString();
        run("compromised", did, "--since", "2026-01-01T00:00:00Z", "--why", "x", "--yes");
        var before = run("list").out();

        var dry = run("resign", "--dry-run");

        assertThat(dry.exit()).isZero();
        assertThat(dry.out()).contains(did + " -> a key that is made", "0 recorded anew");
        assertThat(run("list").out()).isEqualTo(before);
        assertThat(run("resign").out()).contains("1 recorded anew, 0 refused");
        assertThat(run("resign").out()).isEqualTo("0 recorded anew, 0 refused\n");
        assertThat(run("list").out()).isNotEqualTo(before);
    }

    private static void award(String learner) {
        var acting = SERVER.acting("borgofiume", Role.REGISTRAR);
        var course =
                SERVER.bean(CourseStore.class).versionsIn(acting, CourseState.PUBLISHED).stream()
                        .filter(one -> one.code().equals("CLIMA-5"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        var file =
                """
                learner_id,A1,A2,A3,passed_on,grade,identity_checked
                %s,passed,passed,passed,2026-11-16,28,yes
                """
                        .formatted(learner)
                        .getBytes(StandardCharsets.UTF_8);
        var awards = SERVER.bean(Awards.class);
        var batch =
                awards.upload(acting, course, 1, "results.csv", file)
                        .then(id -> awards.confirm(acting, id, true, "EB-26-31"));
        assertThat(batch).isInstanceOf(Decided.Accepted.class);
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
                KeysCommand.commandLine(
                                place ->
                                        OpenHome.beside(
                                                SERVER.bean(Installation.class),
                                                address,
                                                Resigning.parts()))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
