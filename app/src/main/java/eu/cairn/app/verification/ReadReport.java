package eu.cairn.app.verification;

import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Words;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.verification.IssuerKey;
import eu.cairn.formats.verification.TrustList;
import eu.cairn.formats.verification.VerificationReport;
import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Says whether a signed verification report is what its signer signed, and what it says. The signer
 * is known if it is this home itself or was pinned with {@code cairn trust pin}.
 */
final class ReadReport {

    private final Installation home;
    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param home where the known keys are
     */
    ReadReport(Installation home, Clock clock, PrintWriter out, PrintWriter err) {
        this.home = home;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** The exit code: 0 intact and of a known signer, 1 changed, 2 of a signer not known here. */
    int print(byte[] document) {
        return switch (VerificationReport.read(document, known())) {
            case Decided.Refused<VerificationReport>(var reasons) -> {
                err.println(Words.of(reasons.getFirst()));
                err.flush();
                yield 1;
            }
            case Decided.Accepted<VerificationReport>(var report) -> {
                print(report);
                yield report.known() ? 0 : 2;
            }
        };
    }

    private void print(VerificationReport report) {
        var content = report.content();
        var said = Members.object(content, "report").orElse(JsonObject.EMPTY_JSON_OBJECT);
        out.println(
                Words.of(
                        report.known()
                                ? "verification.report-intact"
                                : "verification.report-signer-unknown",
                        List.of(report.signer())));
        line(
                "Document",
                Members.object(content, "document")
                        .flatMap(of -> Members.text(of, "sha256"))
                        .orElse(""));
        line("Verdict", Members.text(said, "verdict").orElse(""));
        line("Format", Members.text(said, "format").orElse(""));
        line("Verified at", Members.text(said, "at").orElse(""));
        for (var check : Members.objects(said, "checks")) {
            line(
                    Members.text(check, "check").orElse(""),
                    Members.text(check, "result").orElse("")
                            + " "
                            + Members.text(check, "code").orElse(""));
        }
        out.flush();
    }

    private void line(String name, String value) {
        out.println(PrintedVerdict.printable("  %-13s  %s".formatted(name, value)));
    }

    private List<IssuerKey> known() {
        var keys =
                new ArrayList<>(
                        new TrustLists(home, clock)
                                .publishers().stream().map(TrustList.Publisher::key).toList());
        if (Files.exists(home.home().resolve("keys").resolve("verifier.p12"))) {
            keys.add(IssuerKey.of(new VerifierKey(home, clock).signer().publicKey()));
        }
        return keys;
    }
}
