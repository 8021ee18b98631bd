package eu.cairn.quality;

import eu.cairn.catalogue.DesignElement;
import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a change of one element of an approved course is treated, and which criterion it touches. The
 * rules are Cairn's own, under a version; every element that a designer states has exactly one.
 *
 * @param criterion id of the criterion that is reviewed again if the change is substantial
 */
public record ChangeRule(DesignElement element, String criterion, Weight weight) {

    /** The version of these rules. */
    public static final String VERSION = "2026";

    /** Above so many percent of its words, a text that may be reworded is another text. */
    public static final int WORDS_PERCENT = 20;

    /**
     * Above so many percent of all hours that are moved, added or dropped, the workload changed.
     */
    public static final int HOURS_PERCENT = 10;

    private static final Map<DesignElement, ChangeRule> ALL = read();

    /** What makes a change of an element substantial. */
    public enum Weight implements Coded {
        /** Nothing does. */
        EDITORIAL,
        /** Whatever is more than capitals, spaces and the punctuation of sentences. */
        TYPOGRAPHY,
        /** Whatever is more than a word spelt right. */
        SPELLING,
        /** A text of which more than {@link #WORDS_PERCENT} percent of the words differ. */
        WORDS,
        /** More than {@link #HOURS_PERCENT} percent of the hours, all of them taken together. */
        HOURS,
        /** An entry more or less; their order is editorial. */
        ENTRIES,
        /** Anything. */
        SUBSTANTIAL;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Weight> ofCode(String code) {
            return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    /** Every rule by its element, in the order of the design. */
    public static Map<DesignElement, ChangeRule> all() {
        return Map.copyOf(ALL);
    }

    /** The rule of an element that a designer states. */
    public static ChangeRule of(DesignElement element) {
        return Optional.ofNullable(ALL.get(element)).orElseThrow();
    }

    private static Map<DesignElement, ChangeRule> read() {
        var rules = new EnumMap<DesignElement, ChangeRule>(DesignElement.class);
        Table.rows("change-rules-2026.tsv")
                .forEach(
                        row -> {
                            var element = DesignElement.ofCode(row.get(0)).orElseThrow();
                            var rule =
                                    new ChangeRule(
                                            element,
                                            row.get(1),
                                            Weight.ofCode(row.get(2)).orElseThrow());
                            if (rules.put(element, rule) != null) {
                                throw new IllegalStateException("two rules for " + row.get(0));
                            }
                        });
        return rules;
    }
}
