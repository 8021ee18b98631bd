package eu.cairn.app.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.verification.Answer;
import eu.cairn.formats.verification.AwardedBy;
import eu.cairn.formats.verification.RecordVerdict;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Verdicts as the command line tells them, in English. */
final class PrintedVerdict {

    /** Control characters, and those that turn the direction of text. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cntrl}\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private final PrintWriter out;

    PrintedVerdict(PrintWriter out) {
        this.out = out;
    }

    /** The verdict with every check, and that on each credential in a document of several. */
    void print(Answer answer) {
        print(answer.verdict());
        answer.record().ifPresent(this::printCredentials);
    }

    /** A program that reads JSON gets some, also where there was nothing to verify. */
    static String json(Refusal reason, Instant at) {
        var check =
                new Check(
                        Check.Kind.FORMAT,
                        Check.Result.COULD_NOT_CHECK,
                        reason.code(),
                        reason.parameters(),
                        at);
        var verdict = new Verdict.CouldNotFinish(check, Optional.empty(), List.of(check), at);
        return VerdictWords.ENGLISH.json(new Answer(verdict, Optional.empty()));
    }

    /** One line for each item, and how many came out how. */
    void print(BatchReport report) {
        for (var result : report.results()) {
            out.println(
                    "%s: %s".formatted(printable(result.name()), printable(report.words(result))));
        }
        out.println();
        report.totals().forEach((outcome, n) -> out.println("%6d %s".formatted(n, outcome)));
    }

    private void printCredentials(RecordVerdict record) {
        out.println();
        out.println("The credentials in it, each by itself");
        int number = 0;
        for (var one : record.credentials()) {
            number++;
            var title =
                    one.credential()
                            .map(content -> content.title().authoritative())
                            .orElse("not confirmed, so not repeated");
            out.println(
                    "  %d. %s: %s"
                            .formatted(
                                    number,
                                    printable(title),
                                    printable(VerdictWords.ENGLISH.headline(one))));
        }
    }

    private void print(Verdict verdict) {
        out.println(printable(VerdictWords.ENGLISH.headline(verdict)));
        out.println();
        verdict.credential().ifPresent(content -> print(verdict, content));
        out.println("What was checked");
        for (var check : verdict.checks()) {
            out.println(
                    "  %-12s  %-22s %s"
                            .formatted(
                                    VerdictWords.ENGLISH.result(check.result()),
                                    VerdictWords.ENGLISH.label(check.kind())
                                            + ": "
                                            + VerdictWords.ENGLISH.state(check),
                                    printable(VerdictWords.ENGLISH.sentence(check))));
        }
    }

    private void print(Verdict verdict, MicroCredential content) {
        var words = PageWords.in(Locale.ENGLISH);
        out.println(printable(ContentStanding.of(verdict, words)));
        line("Learner", content.learner().map(learner -> learner.fullName()));
        line("Title", Optional.of(content.title().authoritative()));
        content.title().translations().forEach(t -> line("", Optional.of(t.getValue())));
        line("Awarded by", Optional.of(words.of(AwardedBy.of(verdict, content))));
        line("Awarded on", content.awardedOn().map(words::of));
        line("Volume", content.workload().flatMap(load -> load.credits()).map(c -> c + " ECTS"));
        line("", content.workload().flatMap(load -> load.hours()).map(h -> h + " h of learning"));
        line("Level", content.level().flatMap(level -> level.eqf()).map(Object::toString));
        line("Result", content.grade().map(grade -> grade.value() + " (" + grade.scale() + ")"));
        content.outcomes().forEach(o -> line("Able to", Optional.of(o.text().authoritative())));
        WorthView.doubts(verdict).stream()
                .map(VerdictWords.ENGLISH::sentence)
                .forEach(sentence -> line("Doubtful", Optional.of(sentence)));
        out.println();
    }

    private void line(String name, Optional<String> value) {
        value.ifPresent(text -> out.println("  %-12s  %s".formatted(name, printable(text))));
    }

    /** A document must not move the cursor, colour the text or turn its direction. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }
}
