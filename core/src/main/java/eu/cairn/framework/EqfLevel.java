package eu.cairn.framework;

/**
 * A level of the European Qualifications Framework, 1 to 8 (Council Recommendation 2017/C 189/03).
 */
public record EqfLevel(int level) implements Comparable<EqfLevel> {

    public EqfLevel {
        if (level < 1 || level > 8) {
            throw new IllegalArgumentException("the EQF has levels 1 to 8, not " + level);
        }
    }

    /** The identifier of this level in the EU controlled vocabulary. */
    public String uri() {
        return "http://data.europa.eu/snb/eqf/" + level;
    }

    @Override
    public int compareTo(EqfLevel other) {
        return Integer.compare(level, other.level);
    }

    @Override
    public String toString() {
        return "EQF " + level;
    }
}
