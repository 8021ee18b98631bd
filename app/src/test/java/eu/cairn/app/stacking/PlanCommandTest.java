package eu.cairn.app.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A certificate of 15 ECTS: 10 of data, 5 of law, of which 5 of data are held. */
class PlanCommandTest {

    private static final String OFFERS =
            """
            offers:
              - {id: D1, course: D1, title: Open data, credits: 5, theme: data, start: 2027-01-11, end: 2027-03-26,
                 price: {amount: 400, currency: EUR}}
              - {id: D2, course: D2, title: Data ethics, credits: 6, theme: data, start: 2026-12-01, end: 2027-02-12,
                 price: {amount: 90, currency: EUR}}
              - {id: L1, course: L1, title: Data law, credits: 5, theme: law, start: 2027-01-11, end: 2027-02-12,
                 price: {amount: 150, currency: EUR}, needs: [L0]}
              - {id: L0, course: L0, title: Law for all, credits: 2, theme: basics, start: 2026-12-01, end: 2026-12-18,
                 price: {amount: 0, currency: EUR}}
              - {id: M1, course: M1, title: Metadata, credits: 5, theme: metadata, start: 2026-12-01, end: 2027-02-12,
                 price: {amount: 0, currency: EUR}}
              - {id: D3, course: D3, title: Data now, credits: 5, theme: data, start: 2026-12-01, end: 2026-12-18, places: 0}
            """;

    @TempDir private Path folder;
    private Path rules = Path.of("");
    private Path facts = Path.of("");
    private Path offers = Path.of("");

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        rules =
                file(
                        "rules.yaml",
                        """
                        qualification: {id: cert, version: "1", title: Certificate}
                        requirements:
                          - {id: data, credits: {atLeast: 10}, from: {theme: data}}
                          - {id: law, credits: {atLeast: 5}, from: {theme: law}}
                        """);
        facts =
                file(
                        "facts.json",
                        """
                        {"asOf": "2026-11-23",
                         "credentials": [{"id": "c1", "credits": 5, "theme": ["data"]}]}
                        """);
        offers = file("offers.yaml", OFFERS);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                new CommandLine(new AuditCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(
                                Arrays.stream(arguments)
                                        .map(String::valueOf)
                                        .toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    private Run plan(Object... options) {
        var all = new java.util.ArrayList<Object>(java.util.List.of("--plan", offers));
        all.addAll(Arrays.asList(options));
        all.add(rules);
        all.add(facts);
        return run(all.toArray());
    }

    @Test
    void thePlanThatFinishesSoonestComesFirst() {
        var run = plan();

        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out)
                .contains("Plans that finish soonest")
                .contains("Plan 1: 13.0 ECTS, finished on 12 February 2027, 240.00 EUR")
                .contains("Plan 2: 12.0 ECTS, finished on 26 March 2027, 550.00 EUR")
                .contains("Law for all")
                .contains("comes before L1")
                .contains("Proved: no other way is better.")
                .doesNotContain("Plan 3");
    }

    @Test
    void noOptionIsPassedOver() {
        var beside = plan("--check", facts);
        var without = run("--goal", "soonest", rules, facts);

        assertThat(beside.exit).isEqualTo(64);
        assertThat(beside.err).contains("audit.options", "--check");
        assertThat(without.exit).isEqualTo(64);
        assertThat(without.err).contains("audit.options-of-plans", "--goal");
    }

    @Test
    void theGoalDecidesWhichIsBest() {
        assertThat(plan("--goal", "fewest-credits").out).contains("Plan 1: 12.0 ECTS");
        assertThat(plan("--goal", "cheapest").out).contains("Plan 1: 13.0 ECTS");
        assertThat(plan("--goal", "cheapest", "--ways", "1").out).doesNotContain("Plan 2");
    }

    @Test
    void whatIsNotPlannedSaysWhy() {
        assertThat(plan("--ways", "1").out)
                .contains("M1  It would not count, nor open a course that does.")
                .contains("D3  It has no places left.")
                .contains(
                        "D1  With it in place of another course the plan would be finished on 26");
    }

    @Test
    void thePlansAreJsonWithTheAuditThatProvesThem() {
        var run = plan("--json");

        assertThat(run.exit).isZero();
        assertThat(run.out)
                .startsWith("{\n  \"result\" : \"plans\",\n  \"goal\" : \"soonest\",")
                .contains("\"finish\" : \"2027-02-12\"")
                .contains("\"credits\" : 13.0")
                .contains("\"opens\" : [\n")
                .contains("\"kind\" : \"assignment\"")
                .contains("\"complete\" : true");
    }

    @Test
    void constraintsAreKept() {
        assertThat(plan("--max-price", "300EUR").out)
                .contains("240.00 EUR")
                .contains("D1  It costs 400.00 EUR, more than all courses together may.")
                .doesNotContain("Plan 2");
        assertThat(plan("--load", "5").exit).isEqualTo(1);
        assertThat(plan("--load", "10").out).contains("Plan 1: 12.0 ECTS");
        assertThat(plan("--language", "fr").exit).isEqualTo(1);
    }

    @Test
    void withoutAPlanItSaysWhatNoCourseFills() throws IOException {
        offers =
                file(
                        "few.yaml",
                        "offers: [{id: D1, course: D1, credits: 3, theme: data,"
                                + " start: 2027-01-11, end: 2027-03-26}]");

        var run = plan();

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out)
                .contains("No plan is possible: these courses are not enough.")
                .contains("7.0 ECTS would still be missing")
                .contains("5.0 ECTS in law, theme law");
    }

    @Test
    void whoHasEnoughNeedsNoPlan() throws IOException {
        facts =
                file(
                        "enough.json",
                        """
                        {"asOf": "2026-11-23", "credentials": [
                         {"id": "c1", "credits": 10, "theme": ["data"]},
                         {"id": "c2", "credits": 5, "theme": ["law"]}]}
                        """);

        var run = plan("--json");

        assertThat(run.exit).isZero();
        assertThat(run.out).contains("\"result\" : \"satisfied\"");
    }

    @Test
    void pricesInSeveralCurrenciesAreNotCompared() throws IOException {
        offers =
                file(
                        "mixed.yaml",
                        OFFERS.replace("amount: 400, currency: EUR", "amount: 400, currency: CHF"));

        var run = plan("--goal", "cheapest");

        assertThat(run.exit).isEqualTo(2);
        assertThat(run.out).contains("The prices are in CHF, EUR");
        assertThat(plan("--goal", "cheapest", "--max-price", "999EUR").out)
                .contains("240.00 EUR")
                .contains("D1  It costs 400.00 CHF, which cannot be compared.");
    }

    @Test
    void badInputIsAProblemDocument() throws IOException {
        assertThat(plan("--goal", "nicest").err).contains("plan.unknown-goal");
        assertThat(plan("--ways", "9").err).contains("plan.ways-out-of-range");
        assertThat(plan("--max-price", "cheap").err).contains("plan.not-a-price");
        assertThat(plan("--load", "much").exit).isEqualTo(64);
        offers = file("bad.yaml", "offers: [{id: a}]");
        assertThat(plan().exit).isEqualTo(64);
        assertThat(plan().err).contains("plan.missing-key").contains("offers[0]");
        offers = folder.resolve("absent.yaml");
        assertThat(plan().err).contains("audit.no-such-file");
    }

    @Test
    void theCourseThatMostLearnersMissIsFoundFromTheirFiles() throws IOException {
        var noLaw =
                """
                {"asOf": "2026-11-23",
                 "credentials": [{"id": "c1", "credits": 10, "theme": ["data"]}]}
                """;
        var one = file("one.json", noLaw);
        var two = file("two.json", noLaw);

        var text = run("--missing", rules, one, two, facts);
        var json = run("--missing", "--json", rules, one, two, facts);
        var none = run("--missing", rules, facts);

        assertThat(text.exit).isZero();
        assertThat(text.out)
                .contains("3 learners, 0 of whom need nothing more")
                .contains("2 would finish with 5.0 ECTS: theme law");
        assertThat(json.out).contains("\"wouldFinish\" : 2", "\"law\"");
        assertThat(none.exit).isEqualTo(1);
        assertThat(run("--missing", rules).exit).isEqualTo(64);
        assertThat(run("--missing", "--plan", offers, rules, one).err).contains("audit.options");
        var bad = file("bad.json", "{\"asOf\": \"soon\"}");
        assertThat(run("--missing", rules, one, bad).err)
                .contains("facts.not-a-date", "bad.json: asOf");
    }
}
