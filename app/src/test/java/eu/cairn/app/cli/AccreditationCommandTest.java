package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.database.DatabaseAddress;
import eu.cairn.app.verification.AccreditationsIssued;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.framework.Decided;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accreditations at the terminal, beside a server that runs. */
class AccreditationCommandTest {

    private static final TestServer SERVER = TestServer.shared();

    private final AccreditationsIssued issued = SERVER.bean(AccreditationsIssued.class);

    @AfterEach
    void forget() {
        SERVER.bean(JdbcClient.class).sql("DELETE FROM issued_accreditation").update();
    }

    @Test
    void whatIsIssuedAtTheTerminalIsKeptAndWithdrawn() {
        var run = issue("lough-ree", "--levels", "7,6", "--to-accredit");
        assertThat(run.exit()).as(run.err()).isZero();
        var token = accepted(Accreditation.read(run.out().getBytes(StandardCharsets.UTF_8)));
        var kept = issued.named(token.id()).orElseThrow();
        assertThat(run.err()).contains("kept as " + kept.id());
        assertThat(kept.kind()).isEqualTo(IssuedAccreditation.Kind.ACCREDITING_BODY);
        assertThat(kept.levels()).containsExactly(6, 7);
        assertThat(kept.token()).isEqualTo(token.token());
        assertThat(token.toAccredit()).isTrue();
        assertThat(token.status()).hasSize(1);
        assertThat(SERVER.as("lough-ree.quality-officer@example.org").get("/accreditations").body())
                .contains("Laguna", "A body that accredits others");

        var withdrawn = run("withdraw-accreditation", token.id(), "--reason", "Closed");
        assertThat(withdrawn.exit()).as(withdrawn.err()).isZero();
        assertThat(withdrawn.out()).contains("The accreditation of Laguna by ");
        var again = run("withdraw-accreditation", kept.id().toString(), "--reason", "Closed");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("was withdrawn before");
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsKept() {
        int before = issued();

        assertThat(issue("nobody").err()).contains("there is no organisation nobody");
        assertThat(issue("lough-ree", "--course", "--to-accredit").err())
                .contains("A course accredits nobody");
        var nine = issue("lough-ree", "--levels", "9");
        assertThat(nine.exit()).isEqualTo(2);
        assertThat(nine.err()).contains("no level of the European Qualifications Framework: 9");
        for (var id : List.of("x", "urn:uuid:00000000-0000-0000-0000-000000000001")) {
            var unknown = run("withdraw-accreditation", id, "--reason", "Closed");
            assertThat(unknown.exit()).isEqualTo(2);
            assertThat(unknown.err()).contains("There is no accreditation " + id);
        }
        assertThat(issued()).isEqualTo(before);
    }

    private static int issued() {
        return SERVER.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM issued_accreditation")
                .query(Integer.class)
                .single();
    }

    private static Run issue(String organisation, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "accreditation",
                                organisation,
                                "--subject",
                                "did:web:laguna.example",
                                "--name",
                                "Laguna",
                                "--from",
                                "2026-01-01",
                                "--until",
                                "2030-12-31"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
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
                TrustCommand.commandLine(
                                Clock.systemUTC(),
                                place ->
                                        OpenHome.beside(
                                                SERVER.bean(Installation.class),
                                                address,
                                                AccreditationsIssued.parts()))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }
}
