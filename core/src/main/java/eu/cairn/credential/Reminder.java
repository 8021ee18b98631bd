package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the holder of a micro-credential should think of: its end comes near, or its outcomes are to
 * be reviewed.
 *
 * @param day the last day on which it holds, or the day of the review
 */
public record Reminder(Kind kind, LocalDate day) {

    /** From how many days before a day on it is reminded of. */
    private static final int DAYS_BEFORE = 90;

    /** What is reminded of. */
    public enum Kind implements Coded {
        END_NEAR("end-near"),
        REVIEW_NEAR("review-near"),
        REVIEW_DUE("review-due");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What to think of on {@code today}; nothing once the credential has ended. */
    public static List<Reminder> of(MicroCredential credential, LocalDate today) {
        var reminders = new ArrayList<Reminder>();
        if (credential.expiresOn().filter(today::isAfter).isPresent()) {
            return reminders;
        }
        credential
                .expiresOn()
                .filter(end -> isNear(end, today))
                .ifPresent(end -> reminders.add(new Reminder(Kind.END_NEAR, end)));
        credential
                .reviewOn()
                .filter(day -> isNear(day, today))
                .ifPresent(
                        day ->
                                reminders.add(
                                        new Reminder(
                                                day.isAfter(today)
                                                        ? Kind.REVIEW_NEAR
                                                        : Kind.REVIEW_DUE,
                                                day)));
        return reminders;
    }

    private static boolean isNear(LocalDate day, LocalDate today) {
        return !day.minusDays(DAYS_BEFORE).isAfter(today);
    }
}
