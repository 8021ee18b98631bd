package eu.cairn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Measures a running Cairn that is asked over HTTP whether documents are genuine: how many a second
 * it answers, and how long an answer takes at 70 % of that; beside it the least that a request
 * costs, and the libraries of others behind the plainest of servers. What was not seen before is of
 * an issuer that the server does not know, so that all is checked but status and trust. All of them
 * and the one who asks share the machine.
 */
public final class HttpVerifyRun {

    private static final double SHARE = 0.7;

    private final Duration time;
    private final PrintStream out;

    private HttpVerifyRun(Duration time, PrintStream out) {
        this.time = time;
        this.out = out;
    }

    /**
     * @param args the address of Cairn, the folder in which the libraries of others are installed,
     *     the seconds of each measurement, then files with genuine credentials
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var run = new HttpVerifyRun(Duration.ofSeconds(Long.parseLong(args[2])), System.out);
        var address = URI.create(args[0] + "/api/v1/verifications");
        run.out.printf(
                "%-34s %9s %9s %9s %9s%n", "over HTTP", "a second", "at 70 %", "p50 ms", "p99 ms");
        run.print(
                "floor: what is no document",
                address,
                List.of(new byte[] {'?'}),
                "could-not-finish");
        var signer = BenchCredential.signer();
        run.print(
                "eddsa-rdfc-2022, not seen before",
                address,
                SignedDocuments.proofs(signer),
                "integrity.intact");
        run.print(
                "token, not seen before",
                address,
                SignedDocuments.tokens(signer),
                "integrity.intact");
        for (int i = 3; i < args.length; i++) {
            var file = Path.of(args[i]);
            var document = Files.readAllBytes(file);
            run.print(
                    file.getFileName() + ", again and again",
                    address,
                    List.of(document),
                    "\"genuine\"");
            if (document[0] == '{') {
                run.peer(file, Path.of(args[1]));
            }
        }
    }

    private void print(String name, URI address, List<byte[]> documents, String expected)
            throws InterruptedException {
        try (var load = new HttpLoad(address, documents, answer -> answer.contains(expected))) {
            load.once();
            double cold = load.most(Duration.ofSeconds(2));
            load.most(time); // the compiler of the server takes its time
            double most = load.most(time);
            var latency = load.at(most * SHARE, time);
            out.printf(
                    "%-34s %,9.0f %,9.0f %9.1f %9.1f   in the first two seconds %,.0f a second%n",
                    name, most, latency.perSecond(), latency.p50(), latency.p99(), cold);
        } catch (IOException e) {
            out.printf("%-34s not timed, since it answers %s%n", name, e.getMessage());
        }
    }

    private void peer(Path file, Path scripts) throws IOException, InterruptedException {
        if (!Files.isDirectory(scripts.resolve("node_modules"))) {
            out.println("Without the libraries of others: npm install was not run in " + scripts);
            return;
        }
        var process =
                new ProcessBuilder(
                                "node",
                                scripts.resolve("serve-with-others.mjs").toString(),
                                CredentialPeer.contexts(Files.createTempDirectory("peer"))
                                        .toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var port = process.inputReader(StandardCharsets.UTF_8)) {
            print(
                    "@digitalbazaar/vc, no status",
                    URI.create("http://127.0.0.1:" + line(port)),
                    List.of(Files.readAllBytes(file)),
                    "true");
        } finally {
            process.destroy();
        }
    }

    private static String line(BufferedReader reader) throws IOException {
        var line = reader.readLine();
        if (line == null) {
            throw new IOException("the libraries of others did not answer");
        }
        return line;
    }
}
