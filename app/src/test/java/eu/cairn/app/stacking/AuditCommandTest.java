package eu.cairn.app.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {

    private static final List<String> DEMO =
            List.of("joint-sustainability-10", "teaching-certificate-30", "data-stewardship-60");

    @TempDir private Path folder;

    private record Run(int exit, String out, String err) {}

    private static Run run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                new CommandLine(new AuditCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(
                                java.util.Arrays.stream(arguments)
                                        .map(String::valueOf)
                                        .toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path rulebook(String name) throws IOException {
        var resource = "/eu/cairn/app/demo/rulebooks/" + name + ".yaml";
        try (var stream = AuditCommandTest.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(stream, resource).readAllBytes();
            return Files.write(folder.resolve(name + ".yaml"), bytes);
        }
    }

    private Path teaching(String... modules) throws IOException {
        var credentials = new java.util.StringJoiner(",", "[", "]");
        for (var module : modules) {
            var parts = module.split(" ");
            credentials.add(
                    "{\"id\": \"%s\", \"course\": \"%s\", \"credits\": %s}"
                            .formatted(parts[0], parts[0], parts[1]));
        }
        return file(
                "facts.json", "{\"asOf\": \"2026-12-01\", \"credentials\": " + credentials + "}");
    }

    @Test
    void satisfiedIsZeroAndNotSatisfiedIsOne() throws IOException {
        var rules = rulebook("teaching-certificate-30");

        var yes = run(rules, teaching("TL514 15.0", "TL516 10.0", "TL519 5.0"));
        var no = run(rules, teaching("TL514 15.0", "TL515 10.0", "TL516 10.0"));

        assertThat(yes.exit).isZero();
        assertThat(yes.out).contains("Satisfied. As of 2026-12-01.");
        assertThat(no.exit).isEqualTo(1);
        assertThat(no.out).contains("Not satisfied: 5.0 ECTS are missing.");
    }

    @Test
    void theJsonHasItsFieldsInOrderAndExactDecimals() throws IOException {
        var run =
                run(
                        "--json",
                        rulebook("teaching-certificate-30"),
                        teaching("TL514 15.0", "TL516 10.0", "TL519 5.00"));

        assertThat(run.exit).isZero();
        assertThat(run.out).startsWith("{\n  \"result\" : \"satisfied\",\n  \"satisfied\" : true,");
        assertThat(run.out).contains("\"credits\" : 15.0").contains("\"used\" : 30.0");
        assertThat(
                        List.of(
                                        "result",
                                        "satisfied",
                                        "missingCredits",
                                        "counted",
                                        "chosen",
                                        "requirements",
                                        "limits",
                                        "credentials",
                                        "completion",
                                        "conflict",
                                        "proof")
                                .stream()
                                .map(key -> run.out.indexOf("\n  \"" + key + "\" :"))
                                .toList())
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void anAuditCanBeCheckedAloneAndAChangedOneIsRefused() throws IOException {
        var rules = rulebook("teaching-certificate-30");
        var facts = teaching("TL514 15.0", "TL516 10.0");
        var json = run("--json", rules, facts).out;

        var confirmed = run("--check", file("audit.json", json), rules, facts);
        var changed = json.replace("\"missingCredits\" : 5.0", "\"missingCredits\" : 4.0");
        var refused = run("--check", file("changed.json", changed), rules, facts);

        assertThat(confirmed.exit).as(confirmed.err).isEqualTo(1);
        assertThat(confirmed.out).isEqualToIgnoringNewLines("Confirmed: not-satisfied.");
        assertThat(refused.exit).isEqualTo(64);
        assertThat(refused.err).contains("audit.missing-figure");
    }

    @Test
    void badInputIsAProblemDocument() throws IOException {
        var rules = rulebook("teaching-certificate-30");
        var signed = file("signed.json", "{\"@context\": [], \"proof\": {}}");

        var run = run(rules, signed);

        assertThat(run.exit).isEqualTo(64);
        assertThat(run.err)
                .contains("\"code\" : \"facts.signed-credential\"")
                .contains("\"title\"")
                .contains("\"type\"");
        assertThat(run(rules, folder.resolve("absent.json")).err).contains("audit.no-such-file");
        assertThat(run(file("bad.yaml", "requirements: {"), signed).exit).isEqualTo(64);
        assertThat(run().exit).isEqualTo(64);
        assertThat(run("--unknown").exit).isEqualTo(64);
    }

    @Test
    void whatIsSuspiciousIsSaidOnTheErrorOutputAndChangesNothing() throws IOException {
        var facts =
                file(
                        "facts.json",
                        "{\"asOf\": \"2026-12-01\", \"credentials\": [{\"id\": \"a\", \"credits\": 5}]}");
        var rules =
                file(
                        "rules.yaml",
                        """
                        qualification: {id: q, version: 1}
                        requirements: [{id: r, credits: 5}]
                        limits: [{id: l, atMost: {credits: 9}, where: {kind: private}}]
                        total: {credits: {atMost: 5}}
                        """);

        var run = run("--json", rules, facts);

        assertThat(run.exit).isZero();
        assertThat(run.out).startsWith("{").endsWith("}\n");
        assertThat(run.err)
                .isEqualToIgnoringNewLines(
                        "Warning: limits[0], line 3, column 10: l can never bind: it admits 9.0 ECTS,"
                                + " and the award has 5.0. [rulebook.limit-never-binds]");
    }

    @Test
    void aContradictionIsRefusedInBothForms() throws IOException {
        var facts = "\"asOf\": \"2026-12-01\", \"credentials\": []";
        var rules =
                "\"requirements\": [{\"id\": \"r\", \"credits\": 40}], \"total\": {\"credits\": {\"atMost\": 30}}";
        var apart =
                run(
                        file("rules.json", "{\"id\": \"q\", \"version\": \"1\", " + rules + "}"),
                        file("facts.json", "{" + facts + "}"));
        var within =
                run(file("question.json", "{\"qualification\": {" + rules + "}, " + facts + "}"));

        for (var run : List.of(apart, within)) {
            assertThat(run.exit).isEqualTo(64);
            assertThat(run.err)
                    .contains("\"code\" : \"rulebook.limit-below-needs\"")
                    .contains("40.0 ECTS of that kind are required (r 40.0)");
        }
    }

    @Test
    void aQuestionMayComeInOneFile() throws IOException {
        var file =
                file(
                        "question.json",
                        """
                        {"asOf": "2026-06-30",
                         "qualification": {"requirements": [{"id": "r0", "credits": {"atLeast": 5.0}}]},
                         "credentials": [{"id": "c1", "credits": 5.0}]}
                        """);

        assertThat(run(file).exit).isZero();
    }

    @Test
    void theRulebooksOfTheDemoAreReadAndSayWhatIsMissing() throws IOException {
        for (var name : DEMO) {
            var facts = file("empty.json", "{\"asOf\": \"2026-12-01\", \"credentials\": []}");

            var run = run(rulebook(name), facts);

            assertThat(run.exit).as(run.err).isEqualTo(1);
            assertThat(run.out).contains(name.substring(name.length() - 2) + ".0 ECTS are missing");
        }
    }

    @Test
    void aStackOfThreeCountriesMissesElevenCredits() throws IOException {
        var facts =
                file(
                        "nora.json",
                        """
                        {"asOf": "2026-11-23", "credentials": [
                         {"id": "A", "credits": 15.0, "level": 7, "theme": "data-stewardship", "issuer": "hei:lough-ree", "awarded": "2025-06-01"},
                         {"id": "B", "credits": 5.0, "level": 7, "theme": "data-stewardship", "issuer": "hei:kallavesi", "awarded": "2025-06-01"},
                         {"id": "C", "credits": 6.0, "level": 7, "theme": "law", "issuer": "hei:sierra-clara", "awarded": "2025-06-01"},
                         {"id": "D", "credits": 4.0, "level": 7, "theme": "ethics", "issuer": "hei:kallavesi", "awarded": "2025-06-01"},
                         {"id": "E", "credits": 6.0, "level": 6, "theme": "statistics", "issuer": "hei:sierra-clara", "awarded": "2025-06-01"},
                         {"id": "F", "credits": 5.0, "level": 6, "theme": "coding", "issuer": "hei:lough-ree", "awarded": "2025-06-01"},
                         {"id": "G", "credits": 4.0, "level": 7, "theme": "metadata", "issuer": "hei:kallavesi", "awarded": "2025-06-01"},
                         {"id": "H", "credits": 5.0, "level": 7, "theme": "learning", "issuer": "hei:sierra-clara", "awarded": "2025-06-01"},
                         {"id": "J", "credits": 5.0, "level": 7, "theme": "metadata", "issuer": "hei:lough-ree", "awarded": "2019-06-14"},
                         {"id": "K", "credits": 3.0, "level": 7, "theme": "metadata", "issuer": "academia-lindero", "awarded": "2025-06-01", "status": "unverified"}]}
                        """);

        var run = run(rulebook("data-stewardship-60"), facts);

        assertThat(run.exit).as(run.err).isEqualTo(1);
        assertThat(run.out).contains("Not satisfied: 11.0 ECTS are missing.");
        assertThat(run.out).contains("Not verified yet.");
        assertThat(run.out).contains("it counted until 14 June 2026");
    }
}
