package eu.cairn.award;

import eu.cairn.framework.Coded;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an institution decides on a learner's application for a course. Who is refused is told why
 * and how to appeal (Lisbon Recognition Convention, III.5, applied to access to courses).
 *
 * @param ground why it is refused; empty where the learner is admitted
 * @param words the reason in words, needed where it is refused
 * @param appeal how, where and until when the learner can appeal, needed where it is refused
 */
public record AdmissionDecision(Optional<Ground> ground, String words, String appeal) {

    private static final int LONGEST = 2000;

    /** Why a learner is not admitted. */
    public enum Ground implements Coded {
        REQUIREMENTS_NOT_MET("requirements-not-met"),
        NOT_SHOWN("requirements-not-shown"),
        NO_PLACE_LEFT("no-place-left"),
        NOT_GIVEN("course-not-given"),
        TOO_LATE("too-late"),
        OTHER("other");

        private final String code;

        Ground(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Optional<Ground> ofCode(String code) {
            return Arrays.stream(values()).filter(ground -> ground.code.equals(code)).findFirst();
        }
    }

    public boolean admits() {
        return ground.isEmpty();
    }

    /** The learner is admitted; a remark may be added. */
    public static Decided<AdmissionDecision> admit(String words) {
        return words.strip().length() > LONGEST
                ? Decided.refused(tooLong("words", words))
                : Decided.accepted(new AdmissionDecision(Optional.empty(), words.strip(), ""));
    }

    /** The learner is refused, or everything that such a decision lacks. */
    public static Decided<AdmissionDecision> refuse(String ground, String words, String appeal) {
        var lacking = new ArrayList<Refusal>();
        var known = Ground.ofCode(ground);
        if (known.isEmpty()) {
            lacking.add(Refusal.of("award.admission-ground-missing", "ground"));
        }
        if (words.isBlank()) {
            lacking.add(Refusal.of("award.admission-words-missing", "words"));
        }
        if (appeal.isBlank()) {
            lacking.add(Refusal.of("award.admission-appeal-missing", "appeal"));
        }
        if (words.strip().length() > LONGEST) {
            lacking.add(tooLong("words", words));
        }
        if (appeal.strip().length() > LONGEST) {
            lacking.add(tooLong("appeal", appeal));
        }
        return lacking.isEmpty()
                ? Decided.accepted(new AdmissionDecision(known, words.strip(), appeal.strip()))
                : Decided.refused(lacking);
    }

    private static Refusal tooLong(String place, String text) {
        return Refusal.of("award.admission-text-too-long", place, text.strip().length(), LONGEST);
    }
}
