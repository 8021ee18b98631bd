package eu.cairn.framework;

import java.util.Arrays;
import java.util.Optional;

/** A cycle of the Qualifications Framework of the European Higher Education Area (Paris 2018). */
public enum Cycle implements Coded {
    SHORT("short", 0),
    FIRST("first", 1),
    SECOND("second", 2),
    THIRD("third", 3);

    private final String code;
    private final int number;

    Cycle(String code, int number) {
        this.code = code;
        this.number = number;
    }

    @Override
    public String code() {
        return code;
    }

    /** The number that the field uses for this cycle; the short cycle is 0. */
    public int number() {
        return number;
    }

    /**
     * The European level that the descriptors of this cycle correspond to (EQF Recommendation
     * 2017/C 189/03, Annex II); not every qualification of level 5 is of the short cycle.
     */
    public EqfLevel eqf() {
        return new EqfLevel(number + 5);
    }

    public static Optional<Cycle> ofCode(String code) {
        return Arrays.stream(values()).filter(cycle -> cycle.code.equals(code)).findFirst();
    }
}
