package eu.cairn.formats.credential;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Maps of what was asked for lately, safe for use by several threads. */
public final class RecentlyUsed {

    private RecentlyUsed() {}

    /** A map of at most {@code most} entries; beyond, the one asked for longest ago goes. */
    public static <K, V> Map<K, V> atMost(int most) {
        return Collections.synchronizedMap(
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                });
    }

    /**
     * What {@code kept} holds for {@code key}, or else what is made of it now. It is made while
     * nobody waits; two who ask at once may both make it.
     */
    public static <K, V> V in(Map<K, V> kept, K key, Function<K, V> make) {
        var known = kept.get(key);
        if (known != null) {
            return known;
        }
        var made = make.apply(key);
        kept.put(key, made);
        return made;
    }
}
