package eu.cairn.app.catalogue;

import java.sql.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stems of words, by the dictionaries of the database (Snowball). */
@Repository
class StemStore {

    private static final int MOST_REMEMBERED = 400_000;

    private static final Map<String, String> DICTIONARIES =
            Map.ofEntries(
                    Map.entry("ca", "catalan"),
                    Map.entry("da", "danish"),
                    Map.entry("de", "german"),
                    Map.entry("el", "greek"),
                    Map.entry("en", "english"),
                    Map.entry("es", "spanish"),
                    Map.entry("et", "estonian"),
                    Map.entry("eu", "basque"),
                    Map.entry("fi", "finnish"),
                    Map.entry("fr", "french"),
                    Map.entry("ga", "irish"),
                    Map.entry("hu", "hungarian"),
                    Map.entry("hy", "armenian"),
                    Map.entry("it", "italian"),
                    Map.entry("lt", "lithuanian"),
                    Map.entry("nb", "norwegian"),
                    Map.entry("nl", "dutch"),
                    Map.entry("nn", "norwegian"),
                    Map.entry("no", "norwegian"),
                    Map.entry("pt", "portuguese"),
                    Map.entry("ro", "romanian"),
                    Map.entry("ru", "russian"),
                    Map.entry("sr", "serbian"),
                    Map.entry("sv", "swedish"),
                    Map.entry("tr", "turkish"));

    private final JdbcClient jdbc;
    private final Map<String, Optional<String>> remembered = new ConcurrentHashMap<>();
    private volatile Set<String> installed = Set.of();

    StemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether words of a language have stems here. */
    boolean knows(String language) {
        var dictionary = DICTIONARIES.get(language);
        return dictionary != null && installed().contains(dictionary + "_stem");
    }

    private Set<String> installed() {
        if (installed.isEmpty()) {
            installed =
                    Set.copyOf(
                            jdbc.sql(
                                            """
                                            SELECT dictname FROM pg_ts_dict
                                            WHERE dictname LIKE '%\\_stem'
                                            """)
                                    .query(String.class)
                                    .list());
        }
        return installed;
    }

    /** The stem of each word of a language that has stems; of a stop word none. */
    Map<String, Optional<String>> of(String language, Collection<String> words) {
        var stems = new HashMap<String, Optional<String>>();
        var unknown = new ArrayList<String>();
        for (var word : words) {
            var known = remembered.get(language + ":" + word);
            if (known == null) {
                unknown.add(word);
            } else {
                stems.put(word, known);
            }
        }
        if (!unknown.isEmpty()) {
            if (remembered.size() > MOST_REMEMBERED) {
                remembered.clear();
            }
            ask(language, unknown)
                    .forEach(
                            (word, stem) -> {
                                stems.put(word, stem);
                                remembered.put(language + ":" + word, stem);
                            });
        }
        return stems;
    }

    private Map<String, Optional<String>> ask(String language, List<String> words) {
        var stems = new HashMap<String, Optional<String>>();
        jdbc.sql(
                        """
                        SELECT word, ts_lexize(:dictionary::regdictionary, word) AS stem
                        FROM unnest(:words::text[]) word
                        """)
                .param("dictionary", DICTIONARIES.get(language) + "_stem")
                .param("words", words.toArray(String[]::new))
                .query(
                        row -> {
                            Array found = row.getArray("stem");
                            stems.put(
                                    row.getString("word"),
                                    found == null
                                            ? Optional.empty()
                                            : first((String[]) found.getArray()));
                        });
        return stems;
    }

    private static Optional<String> first(String[] stems) {
        return stems.length == 0 ? Optional.empty() : Optional.of(stems[0]);
    }
}
