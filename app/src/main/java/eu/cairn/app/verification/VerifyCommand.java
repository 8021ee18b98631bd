package eu.cairn.app.verification;

import eu.cairn.app.credential.QualityRecords;
import eu.cairn.app.remote.CachedWeb;
import eu.cairn.app.remote.FetchRules;
import eu.cairn.app.remote.PublicWeb;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Words;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.TrustRegistry;
import eu.cairn.formats.verification.VerificationReport;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            "0:genuine, of several all",
            "1:not genuine, of several at least one",
            "2:could not finish checking",
            "64:the command or the trust file was wrong"
        },
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    static final int WRONG = 64;
    private static final int FALSE = 1;
    private static final int OPEN = 2;

    /** For all of several documents. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

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

    @Option(
            names = "--status",
            paramLabel = "FILE",
            description =
                    "A status list that was saved, instead of asking for it, or a folder of such;"
                            + " may be repeated.")
    private List<Path> status = List.of();

    @Option(names = "--offline", description = "Ask nobody on the network.")
    private boolean offline;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "The document to check, or a picture of its QR code, or a link; - for standard input.",
                "Several, a folder, a ZIP archive or a table (.csv) are checked one by one."
            })
    private List<String> files = List.of();

    public VerifyCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var registry = ChosenTrust.read(Optional.ofNullable(trust), home(), err());
        if (registry.isEmpty()) {
            err().flush();
            return WRONG;
        }
        if (report != null && BatchFiles.areSeveral(files)) {
            err().println("a report is of one document: --report needs exactly one FILE");
            err().flush();
            return WRONG;
        }
        var cached = web(registry.get());
        var web = new FetchedStatusLists(cached);
        var lists = lists(web);
        if (lists.isEmpty()) {
            err().flush();
            return WRONG;
        }
        var home = homeOf();
        var trusted =
                new ListedIssuers(
                        registry.get(),
                        new TrustLists(home, clock),
                        new QualityRecords(home),
                        new Accreditations(home));
        var verifications = new VerificationsNow(new Verifier(trusted, lists.get(), web), clock);
        var submissions = Submissions.ofFilesAndLinks(cached);
        var exit =
                BatchFiles.areSeveral(files)
                        ? several(new BatchVerification(verifications, submissions))
                        : one(verifications, submissions, trusted.name());
        out().flush();
        err().flush();
        return exit;
    }

    private int one(Verifications verifications, Submissions submissions, String trusted) {
        var file = files.getFirst();
        var link = Submissions.isLink(file);
        var document = link ? Optional.<byte[]>empty() : document(file);
        if (!link && document.isEmpty()) {
            err().println(file + ": the file cannot be read");
            printUnfinished(Refusal.of("verification.file-unreadable", "file"));
            return WRONG;
        }
        return switch (document.map(bytes -> submission(submissions, bytes))
                .orElseGet(() -> submissions.of(file))) {
            case Submission.Document given when VerificationReport.claims(given.bytes()) ->
                    new ReadReport(homeOf(), clock, out(), err()).print(given.bytes());
            case Submission.Document given -> verdict(verifications, given.bytes(), trusted);
            case Submission.Own(var credential) ->
                    verdict(verifications, credential.signed(), trusted);
            case Submission.None(var reason) -> {
                err().println("%s: %s (%s)".formatted(file, Words.of(reason), reason.code()));
                printUnfinished(reason);
                yield OPEN;
            }
        };
    }

    private void printUnfinished(Refusal reason) {
        if (json) {
            out().print(PrintedVerdict.json(reason, clock.instant()));
        }
    }

    /** Where a document is too large, the verdict says so. */
    private static Submission submission(Submissions submissions, byte[] bytes) {
        return bytes.length > Verifier.MAX_BYTES
                ? new Submission.Document(bytes)
                : submissions.of(bytes);
    }

    private int verdict(Verifications verifications, byte[] document, String trusted) {
        var answer = verifications.answer(document);
        if (json) {
            out().print(VerdictWords.ENGLISH.json(answer));
        } else {
            new PrintedVerdict(out()).print(answer);
        }
        var filed =
                isFiled(
                        new Reports.Subject(
                                RawDocument.of(document), answer, trusted, Locale.ENGLISH));
        return filed ? exitCode(answer.verdict()) : WRONG;
    }

    private int several(BatchVerification verification) {
        var report = new BatchReport(verification.verify(BatchFiles.of(files), PATIENCE));
        if (json) {
            out().print(report.json());
        } else {
            new PrintedVerdict(out()).print(report);
        }
        return report.count("not-genuine") > 0
                ? FALSE
                : report.count("genuine") == report.results().size() ? 0 : OPEN;
    }

    /** Lists of those who are trusted may lie on this machine, as with the demo. */
    private CachedWeb web(TrustRegistry registry) {
        var rules = offline ? FetchRules.offline() : FetchRules.of(System.getenv());
        var prefixes =
                registry instanceof TrustFile file
                        ? file.issuers().stream()
                                .flatMap(issuer -> issuer.statusListPrefix().stream())
                                .toList()
                        : List.<String>of();
        return new CachedWeb(new PublicWeb(rules.and(prefixes), clock), clock);
    }

    private Optional<KeptStatusLists> lists(FetchedStatusLists others) {
        try {
            return switch (KeptStatusLists.read(status, others)) {
                case Decided.Accepted<KeptStatusLists>(var lists) -> Optional.of(lists);
                case Decided.Refused<KeptStatusLists>(var reasons) -> {
                    err().println(reasons.getFirst().place() + ": this is no status list");
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            err().println("a status list cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> 0;
            case Verdict.AllGenuine several -> 0;
            case Verdict.NotGenuine notGenuine -> FALSE;
            case Verdict.CouldNotFinish open -> OPEN;
        };
    }

    private static Optional<byte[]> document(String file) {
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            return Optional.of(in.readNBytes(Verifier.MAX_BYTES + 1));
        } catch (IOException | IllegalArgumentException e) {
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
            var reports = new Reports(new TrustLists(home, clock), new VerifierKey(home, clock));
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
