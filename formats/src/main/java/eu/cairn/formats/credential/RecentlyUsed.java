package eu.cairn.formats.credential;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
}
