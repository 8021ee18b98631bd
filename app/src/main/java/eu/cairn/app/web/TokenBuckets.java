package eu.cairn.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much each of many may still ask for: a bucket of tokens each, which fills again at an even
 * pace. Of those who have not asked for longest, what they asked for is forgotten.
 */
final class TokenBuckets {

    private static final int MOST_KEPT = 50_000;
    private static final double NANOS = 1e9;

    private final double capacity;
    private final double perSecond;
    private final LongSupplier nanoTime;
    private final LinkedHashMap<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    private record Bucket(double tokens, long at) {}

    /**
     * @param capacity the tokens of a full bucket
     * @param perSecond how many come back in a second
     */
    TokenBuckets(double capacity, double perSecond, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /** Takes {@code tokens} if they are there; else the seconds after which they will be. */
    synchronized long take(String who, double tokens) {
        var bucket = filled(who);
        if (tokens > 0 && bucket.tokens() < tokens) {
            return wait(tokens - bucket.tokens());
        }
        buckets.put(who, new Bucket(bucket.tokens() - tokens, bucket.at()));
        return 0;
    }

    /** Takes {@code tokens} also where they are not there: they are owed then. */
    synchronized void charge(String who, double tokens) {
        var bucket = filled(who);
        buckets.put(who, new Bucket(bucket.tokens() - tokens, bucket.at()));
    }

    /** Puts back what was taken. */
    synchronized void giveBack(String who, double tokens) {
        var bucket = filled(who);
        buckets.put(who, new Bucket(Math.min(capacity, bucket.tokens() + tokens), bucket.at()));
    }

    private Bucket filled(String who) {
        long now = nanoTime.getAsLong();
        var bucket = buckets.getOrDefault(who, new Bucket(capacity, now));
        var back = (now - bucket.at()) / NANOS * perSecond;
        return new Bucket(Math.min(capacity, bucket.tokens() + back), now);
    }

    private long wait(double missing) {
        return Math.max(1, (long) Math.ceil(missing / perSecond));
    }
}
