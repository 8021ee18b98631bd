package eu.cairn.app.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Documents of strangers, asked for once while they are fresh, however many want them at once.
 *
 * <p>What could not be had is not asked for again for 30 seconds, unless the reason lay here. A
 * document that is no longer fresh and cannot be had again is given as a stale one, for 24 hours
 * after it was fetched.
 */
public final class CachedWeb {

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration STALE = Duration.ofHours(24);
    private static final int MAX_ENTRIES = 1000;
    private static final long MAX_BYTES = 64L << 20;

    private final PublicWeb web;
    private final Clock clock;
    private final Map<Request, CompletableFuture<Fetched>> underWay = new ConcurrentHashMap<>();

    /** By last use, the longest ago first; guarded by itself. */
    private final LinkedHashMap<Request, Entry> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Request(String address, String accept) {}

    private record Entry(Fetched answer, Instant until) {

        long size() {
            return answer instanceof Fetched.Got got ? got.size() : 0;
        }
    }

    public CachedWeb(PublicWeb web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** The document at {@code address}, of the media types {@code accept}. */
    public Fetched get(String address, String accept) {
        var request = new Request(address, accept);
        var fresh = kept(request).filter(entry -> clock.instant().isBefore(entry.until()));
        if (fresh.isPresent()) {
            return fresh.get().answer();
        }
        var mine = new CompletableFuture<Fetched>();
        var others = underWay.putIfAbsent(request, mine);
        if (others != null) {
            return others.join();
        }
        Fetched answer = new Fetched.NotHad("");
        try {
            answer = keep(request, web.get(address, accept));
        } finally {
            underWay.remove(request);
            mine.complete(answer);
        }
        return answer;
    }

    private Optional<Entry> kept(Request request) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(request));
        }
    }

    private Fetched keep(Request request, Fetched fetched) {
        return switch (fetched) {
            case Fetched.Got got -> put(request, got, got.at().plus(got.freshFor()));
            case Fetched.NotAsked never -> never;
            case Fetched.NotHad none -> {
                var now = clock.instant();
                var older =
                        kept(request)
                                .map(Entry::answer)
                                .filter(Fetched.Got.class::isInstance)
                                .map(Fetched.Got.class::cast)
                                .filter(got -> now.isBefore(got.at().plus(STALE)));
                var answer = older.<Fetched>map(Fetched.Got::asStale).orElse(none);
                yield none.ours() ? answer : put(request, answer, now.plus(SILENCE));
            }
        };
    }

    private Fetched put(Request request, Fetched answer, Instant until) {
        synchronized (kept) {
            kept.put(request, new Entry(answer, until));
            long bytes = kept.values().stream().mapToLong(Entry::size).sum();
            for (var oldest : new ArrayDeque<>(kept.entrySet())) {
                if (kept.size() <= MAX_ENTRIES && bytes <= MAX_BYTES) {
                    break;
                }
                bytes -= oldest.getValue().size();
                kept.remove(oldest.getKey());
            }
        }
        return answer;
    }
}
