package eu.cairn.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sends documents in turn to one address of this machine, again and again; times the answers. */
final class HttpLoad implements AutoCloseable {

    /** So many requests are under way when the most is asked for that is answered. */
    private static final int AT_ONCE = 8;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<HttpRequest> requests;
    private final Predicate<String> right;
    private final AtomicInteger sent = new AtomicInteger();

    /**
     * @param documents the one that is sent, or those that are sent in turn
     * @param right whether an answer is the one that is expected; any other ends the run
     * @throws IllegalArgumentException if the address is not of this machine
     */
    HttpLoad(URI address, List<byte[]> documents, Predicate<String> right) {
        if (!address.getHost().equals("127.0.0.1") && !address.getHost().equals("localhost")) {
            throw new IllegalArgumentException("only this machine is asked: " + address);
        }
        this.requests = documents.stream().map(document -> request(address, document)).toList();
        this.right = right;
    }

    private static HttpRequest request(URI address, byte[] document) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
    }

    /** How long requests took that were sent at an even pace, from the moment each was due. */
    record Latency(double perSecond, double p50, double p99, int requests) {}

    /** The answers a second when the next is sent as soon as one is answered. */
    double most(Duration time) throws InterruptedException {
        var done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        inThreads(
                AT_ONCE,
                () -> {
                    while (System.nanoTime() < end) {
                        once();
                        done.incrementAndGet();
                    }
                });
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    /** Milliseconds at {@code perSecond} requests a second. */
    Latency at(double perSecond, Duration time) throws InterruptedException {
        int count = (int) (perSecond * time.toSeconds());
        var nanos = new long[count];
        long start = System.nanoTime();
        var next = new AtomicLong();
        inThreads(
                AT_ONCE * 8, // so many that none is late for lack of somebody to send it
                () -> {
                    for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        long due = start + (long) (i * 1e9 / perSecond);
                        while (System.nanoTime() < due) {
                            LockSupport.parkNanos(due - System.nanoTime());
                        }
                        once();
                        nanos[(int) i] = System.nanoTime() - due;
                    }
                });
        Arrays.sort(nanos);
        return new Latency(
                count * 1e9 / (System.nanoTime() - start),
                nanos[count / 2] / 1e6,
                nanos[count * 99 / 100] / 1e6,
                count);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void inThreads(int threads, Work work) throws InterruptedException {
        var failure = new AtomicReference<@Nullable Exception>();
        try (var pool = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            for (int i = 0; i < threads; i++) {
                pool.execute(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException | InterruptedException | RuntimeException e) {
                                failure.compareAndSet(null, e);
                            }
                        });
            }
        }
        var first = failure.get();
        if (first != null) {
            throw new IllegalStateException("a request failed", first);
        }
    }

    /**
     * One request.
     *
     * @throws IOException if the answer is another than the one that is expected
     */
    void once() throws IOException, InterruptedException {
        var request = requests.get(Math.floorMod(sent.getAndIncrement(), requests.size()));
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !right.test(answer.body())) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
