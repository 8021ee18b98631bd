package eu.cairn.catalogue;

import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;

/**
 * From which deviation on an organisation asks whether the planned hours are right.
 *
 * @param percent of the likely hours, from 1 to 200
 */
public record HoursRule(int percent) {

    private static final int MOST = 200;
    private static final int LONGEST_SHOWN = 40;

    /** What holds in an organisation until it sets its own. */
    public static final HoursRule UNTIL_SET = new HoursRule(20);

    public HoursRule {
        if (percent < 1 || percent > MOST) {
            throw new IllegalArgumentException("no percentage to deviate by: " + percent);
        }
    }

    /** The rule as it is written: a whole number of percent. */
    public static Decided<HoursRule> read(String percent) {
        var plain = percent.strip();
        return plain.matches("[1-9]\\d{0,2}") && Integer.parseInt(plain) <= MOST
                ? Decided.accepted(new HoursRule(Integer.parseInt(plain)))
                : Decided.refused(
                        Refusal.of(
                                "catalogue.hours-rule-invalid",
                                "percent",
                                plain.length() > LONGEST_SHOWN
                                        ? plain.substring(0, LONGEST_SHOWN) + " …"
                                        : plain,
                                MOST));
    }

    /** Whether hours are further from what is planned than the rule lets pass. */
    public boolean isBrokenBy(LearningHours reported, LearningHours planned) {
        return Math.abs((long) reported.minutes() - planned.minutes()) * 100
                > (long) planned.minutes() * percent;
    }
}
