package eu.cairn.catalogue;

/** The bands into which credits and hours a week are divided, each called by the least of it. */
public final class FacetBands {

    /** ECTS credits. */
    private static final int[] CREDITS = {0, 3, 6, 12, 30};

    private static final int[] HOURS = {0, 5, 10, 20, 35};

    private FacetBands() {}

    /** The band of an amount in ECTS credits or hours a week. */
    static String of(Facet facet, int amount) {
        int found = 0;
        for (int least : bands(facet)) {
            if (amount >= least) {
                found = least;
            }
        }
        return Integer.toString(found);
    }

    /** The least of the next band; empty after the last one, and for what is no band. */
    public static String next(Facet facet, String band) {
        int[] bands = bands(facet);
        for (int i = 0; i + 1 < bands.length; i++) {
            if (band.equals(Integer.toString(bands[i]))) {
                return Integer.toString(bands[i + 1]);
            }
        }
        return "";
    }

    private static int[] bands(Facet facet) {
        return switch (facet) {
            case CREDITS -> CREDITS;
            case HOURS -> HOURS;
            case LEVEL, FIELD, LANGUAGE, MODE, COUNTRY, START, SKILL, PRICE, QUALIFICATION ->
                    throw new IllegalArgumentException(facet.code());
        };
    }
}
