package eu.cairn.stacking;

import java.util.Arrays;
import java.util.Optional;

/** Which of several assignments that are equally good otherwise is taken. */
public enum Preference {
    /** Credentials awarded later: the smallest sum of their ages in days. */
    NEWEST("newest"),
    /** Higher grades: the smallest sum of what they are below the highest held, by rank. */
    HIGHEST_GRADE("highestGrade"),
    /** As few credits as possible from others than the awarding body. */
    HOME("home"),
    /** As few credits as possible in all. */
    FEWEST_CREDITS("fewestCredits"),
    /** As few credits as possible that the learner wants to keep for another qualification. */
    PROTECT("protect");

    private final String code;

    Preference(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Preference> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
