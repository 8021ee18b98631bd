package eu.cairn.app.doctor;

import eu.cairn.app.web.Words;
import java.util.Arrays;
import java.util.List;

/**
 * One thing that the doctor found: how it is, and in its sentence what to do where it is not well.
 *
 * @param code stable, {@code doctor.…}
 * @param parameters of the sentence
 */
public record Finding(Grade grade, String code, List<String> parameters) {

    public Finding {
        parameters = List.copyOf(parameters);
    }

    /** How it is. */
    public enum Grade {
        OK("ok"),
        /** It works, and something should be thought about. */
        WARNING("warning"),
        /** Something is broken or unsafe. */
        FAILED("FAILED"),
        /** The doctor could not look. */
        NOT_CHECKED("not checked");

        private final String word;

        Grade(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static Finding ok(String code, Object... parameters) {
        return of(Grade.OK, code, parameters);
    }

    static Finding warning(String code, Object... parameters) {
        return of(Grade.WARNING, code, parameters);
    }

    static Finding failed(String code, Object... parameters) {
        return of(Grade.FAILED, code, parameters);
    }

    /** A check that broke off. */
    public static Finding notChecked(String code, Object... parameters) {
        return of(Grade.NOT_CHECKED, code, parameters);
    }

    private static Finding of(Grade grade, String code, Object... parameters) {
        return new Finding(grade, code, Arrays.stream(parameters).map(String::valueOf).toList());
    }

    public String sentence() {
        return Words.of(code, parameters);
    }
}
