package eu.cairn.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * Measures what a credential costs to make, to verify and to print, beside the libraries of others
 * on the same document and the bare signature.
 */
public final class CredentialsRun {

    private static final int SECONDS = 4;

    /** The compiler is ready after so many times the time of a measurement. */
    private static final int WARM_UP = 4;

    private final int seconds;
    private final PrintStream out;
    private final CredentialBench bench = new CredentialBench();

    private CredentialsRun(int seconds, PrintStream out) {
        this.seconds = seconds;
        this.out = out;
    }

    /**
     * @param args the folder in which the libraries of others are installed; that of the tests if
     *     absent
     */
    public static void main(String[] args) throws IOException {
        var scripts = Path.of(args.length > 0 ? args[0] : "formats/src/test/js");
        print(scripts, SECONDS, System.out);
    }

    static void print(Path scripts, int seconds, PrintStream out) throws IOException {
        new CredentialsRun(seconds, out).print(scripts);
    }

    private void print(Path scripts) throws IOException {
        var peer = CredentialPeer.of(scripts, bench.unsigned(), bench.sign(), seconds, out);
        double bare = microseconds(bench::signatureAlone);
        double bareCheck = microseconds(bench::signatureCheckAlone);
        double bareToken = microseconds(bench::tokenSignatureAlone);
        double bareTokenCheck = microseconds(bench::tokenSignatureCheckAlone);
        out.printf(
                "%-44s %9s %9s %9s %7s %9s %7s%n",
                "CPU of one thread", "us", "a second", "peer us", "peer/us", "floor us", "ratio");
        row("issue: build, canonicalise, sign", bench::issue, peer.time("issue"), bare);
        row("  of it canonicalise and sign", bench::sign, OptionalDouble.empty(), bare);
        row(
                "verify: whole verdict, status list too",
                bench::verify,
                peer.time("verify"),
                bareCheck);
        row("  the same document again", bench::verifyAgain, OptionalDouble.empty(), bareCheck);
        row(
                "  with a status list not seen before",
                bench::verifyWithAnotherList,
                OptionalDouble.empty(),
                2 * bareCheck);
        row("JOSE: sign a token", bench::signToken, peer.time("signToken"), bareToken);
        row(
                "JOSE: whole verdict of a token",
                bench::verifyToken,
                peer.time("verifyToken"),
                bareTokenCheck);
        row(
                "  the same token again",
                bench::verifyTokenAgain,
                OptionalDouble.empty(),
                bareTokenCheck);
        row("PDF certificate", bench::certificate, OptionalDouble.empty(), bare);
    }

    private void row(String what, Runnable work, OptionalDouble peer, double floor) {
        double time = microseconds(work);
        out.printf(
                "%-44s %9.1f %,9.0f %9s %7s %9.1f %7.1f%n",
                what,
                time,
                1e6 / time,
                peer.isPresent() ? "%.1f".formatted(peer.getAsDouble()) : "",
                peer.isPresent() ? "%.1f".formatted(peer.getAsDouble() / time) : "",
                floor,
                time / floor);
    }

    private double microseconds(Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            during(work);
        }
        long start = Timed.cpuTime();
        long done = during(work);
        return (Timed.cpuTime() - start) / 1e3 / done;
    }

    private long during(Runnable work) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long done = 0;
        do {
            work.run();
            done++;
        } while (System.nanoTime() < end);
        return done;
    }
}
