package eu.cairn.framework;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A level of a taxonomy of learning: of Bloom’s as revised in 2001, or of SOLO (Biggs and Collis
 * 1982).
 */
public enum TaxonomyLevel implements Coded {
    REMEMBER("remember", false, 1),
    UNDERSTAND("understand", false, 2),
    APPLY("apply", false, 3),
    ANALYSE("analyse", false, 4),
    EVALUATE("evaluate", false, 5),
    CREATE("create", false, 6),
    UNISTRUCTURAL("unistructural", true, 1),
    MULTISTRUCTURAL("multistructural", true, 2),
    RELATIONAL("relational", true, 4),
    EXTENDED_ABSTRACT("extended-abstract", true, 6);

    private final String code;
    private final boolean solo;
    private final int demand;

    TaxonomyLevel(String code, boolean solo, int demand) {
        this.code = code;
        this.solo = solo;
        this.demand = demand;
    }

    @Override
    public String code() {
        return code;
    }

    public boolean solo() {
        return solo;
    }

    /** How demanding it is, 1 to 6, so that levels of both taxonomies can be compared. */
    public int demand() {
        return demand;
    }

    /** The level of Bloom’s taxonomy that demands as much. */
    public TaxonomyLevel asBloom() {
        return bloom().get(demand - 1);
    }

    /** The levels of Bloom’s taxonomy, the least demanding first. */
    public static List<TaxonomyLevel> bloom() {
        return Arrays.stream(values()).filter(level -> !level.solo).toList();
    }

    public static Optional<TaxonomyLevel> ofCode(String code) {
        return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
    }
}
