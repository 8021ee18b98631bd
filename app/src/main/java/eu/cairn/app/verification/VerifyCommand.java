package eu.cairn.app.verification;

import eu.cairn.app.credential.QualityRecords;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.verification.RecordVerdict;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.TrustRegistry;
import eu.cairn.formats.verification.VerdictJson;
import eu.cairn.formats.verification.VerificationReport;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Says whether one document is a genuine credential, and why.
 *
 * <p>Exit 0 genuine, 1 not genuine, 2 could not finish, 64 the command or the trust file was wrong.
 */
@Command(
        name = "verify",
        description = "Says whether a document is a genuine credential, with every check.",
        exitCodeOnInvalidInput = VerifyCommand.WRONG,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:genuine",
            "1:not genuine",
            "2:could not finish checking",
            "64:the command or the trust file was wrong"
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    static final int WRONG = 64;

    /** Control characters, and those that turn the direction of text. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cntrl}\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private final Clock clock;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print the report as JSON instead of words.")
    private boolean json;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "The awarding bodies to trust; else trust.json in CAIRN_HOME or .cairn.")
    private @Nullable Path trust;

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "Where lists and keys are (CAIRN_HOME, else .cairn).")
    private @Nullable Path home;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the signed report there too: PDF if it ends so, else a token.")
    private @Nullable Path report;

    @Parameters(paramLabel = "FILE", description = "The document to check; - for standard input.")
    private String file = "";

    public VerifyCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var document = document();
        var registry = registry();
        if (document.isEmpty() || registry.isEmpty()) {
            err().flush();
            return WRONG;
        }
        if (VerificationReport.claims(document.get())) {
            return new ReadReport(homeOf(), clock, out(), err()).print(document.get());
        }
        try (var lists = new FetchedStatusLists()) {
            var home = homeOf();
            var trusted =
                    new ListedIssuers(
                            registry.get(),
                            new TrustLists(home),
                            new QualityRecords(home),
                            new Accreditations(home));
            var verifier = new Verifier(trusted, lists);
            var record = verifier.verifyRecord(document.get(), clock.instant());
            var verdict =
                    record.map(RecordVerdict::record)
                            .orElseGet(() -> verifier.verify(document.get(), clock.instant()));
            if (json) {
                out().print(
                                record.map(r -> VerdictJson.write(r, VerifyCommand::words))
                                        .orElseGet(
                                                () ->
                                                        VerdictJson.write(
                                                                verdict, VerifyCommand::words)));
            } else {
                print(verdict);
                record.ifPresent(this::printCredentials);
            }
            out().flush();
            return isFiled(
                            new Reports.Subject(
                                    RawDocument.of(document.get()),
                                    verdict,
                                    record,
                                    trusted.name()))
                    ? exitCode(verdict)
                    : WRONG;
        }
    }

    private static Optional<String> words(Check check) {
        return Optional.of(VerdictWords.sentence(check));
    }

    private void printCredentials(RecordVerdict record) {
        out().println();
        out().println("The credentials in it, each by itself");
        for (var one : record.credentials()) {
            var title =
                    one.credential()
                            .map(content -> content.title().authoritative())
                            .orElse("not confirmed, so not repeated");
            out().println(
                            "  %s: %s"
                                    .formatted(
                                            printable(title),
                                            printable(VerdictWords.headline(one))));
        }
    }

    private static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> 0;
            case Verdict.NotGenuine notGenuine -> 1;
            case Verdict.CouldNotFinish open -> 2;
        };
    }

    private Optional<byte[]> document() {
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            return Optional.of(in.readNBytes(Verifier.MAX_BYTES + 1));
        } catch (IOException | IllegalArgumentException e) {
            err().println(file + ": the file cannot be read");
            return Optional.empty();
        }
    }

    /** Writes the signed report where one was asked for; false if that cannot be done. */
    private boolean isFiled(Reports.Subject subject) {
        var target = Optional.ofNullable(report);
        if (target.isEmpty()) {
            return true;
        }
        try {
            var home = homeOf();
            var reports = new Reports(new TrustLists(home), new VerifierKey(home, clock));
            var form = target.get().toString().endsWith(".pdf") ? ReportForm.PDF : ReportForm.JWT;
            Files.write(target.get(), form.write(reports, subject));
            return true;
        } catch (IOException | UncheckedIOException e) {
            err().println(target.get() + ": the report cannot be written");
            err().flush();
            return false;
        }
    }

    private Installation homeOf() {
        return new Installation(home(), "");
    }

    private Path home() {
        var asked = Optional.ofNullable(home);
        return asked.isPresent()
                ? asked.get()
                : Path.of(Optional.ofNullable(System.getenv("CAIRN_HOME")).orElse(".cairn"));
    }

    /** The registry of the file that was named, or of the usual one, which may be absent. */
    private Optional<TrustRegistry> registry() {
        var usual = home().resolve("trust.json");
        var path = Optional.ofNullable(trust);
        if (path.isEmpty() && !Files.exists(usual)) {
            return Optional.of(TrustRegistry.empty());
        }
        var chosen = path.orElse(usual);
        try {
            return switch (TrustFile.read(Files.readAllBytes(chosen))) {
                case Decided.Accepted<TrustFile>(var read) -> Optional.of(read);
                case Decided.Refused<TrustFile>(var reasons) -> {
                    reasons.forEach(
                            reason ->
                                    err().println(
                                                    "%s: cannot be understood at %s (%s)"
                                                            .formatted(
                                                                    chosen,
                                                                    reason.place(),
                                                                    reason.code())));
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            err().println(chosen + ": the trust file cannot be read");
            return Optional.empty();
        }
    }

    private void print(Verdict verdict) {
        out().println(printable(VerdictWords.headline(verdict)));
        out().println();
        verdict.credential()
                .ifPresent(content -> print(content, verdict instanceof Verdict.Genuine));
        out().println("What was checked");
        for (var check : verdict.checks()) {
            out().println(
                            "  %-12s  %-22s %s"
                                    .formatted(
                                            VerdictWords.result(check.result()),
                                            VerdictWords.label(check.kind())
                                                    + ": "
                                                    + VerdictWords.state(check),
                                            printable(VerdictWords.sentence(check))));
        }
    }

    private void print(MicroCredential content, boolean genuine) {
        out().println(
                        genuine
                                ? "What it certifies"
                                : "What the document says, which is not confirmed");
        line("Learner", content.learner().map(learner -> learner.fullName()));
        line("Title", Optional.of(content.title().authoritative()));
        content.title().translations().forEach(t -> line("", Optional.of(t.getValue())));
        line("Awarded by", Optional.of(content.awardingBody().legalName()));
        line("Awarded on", content.awardedOn().map(VerdictWords::day));
        line("Volume", content.workload().flatMap(load -> load.credits()).map(c -> c + " ECTS"));
        line("", content.workload().flatMap(load -> load.hours()).map(h -> h + " hours"));
        line("Level", content.level().flatMap(level -> level.eqf()).map(Object::toString));
        line("Result", content.grade().map(grade -> grade.value() + " (" + grade.scale() + ")"));
        content.outcomes().forEach(o -> line("Able to", Optional.of(o.text().authoritative())));
        out().println();
    }

    private void line(String name, Optional<String> value) {
        value.ifPresent(text -> out().println("  %-12s  %s".formatted(name, printable(text))));
    }

    /** A document must not move the cursor, colour the text or turn its direction. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        return Optional.ofNullable(spec).orElseThrow();
    }
}
