package eu.cairn.catalogue;

import eu.cairn.framework.Decided;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hours that a course took one learner, as they say themselves once it is over.
 *
 * @param total of everything that was done for the course
 * @param ofKinds the part of it that was contact, guided or independent, where the learner says so
 */
public record ReportedHours(LearningHours total, Map<TimeKind, LearningHours> ofKinds) {

    /** More than anybody spends on a course: a slip of the keyboard. */
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private static final int LONGEST_SHOWN = 40;

    public ReportedHours {
        ofKinds = Map.copyOf(ofKinds);
    }

    /** Hours as typed: a total, and its kinds or nothing. */
    public record Typed(String hours, String contact, String guided, String independent) {

        private String of(TimeKind kind) {
            return switch (kind) {
                case CONTACT -> contact;
                case GUIDED -> guided;
                case INDEPENDENT -> independent;
            };
        }
    }

    /** The hours that were typed, or everything that is wrong with them. */
    public static Decided<ReportedHours> read(Typed typed) {
        var faults = new ArrayList<Refusal>();
        var total = hours("hours", typed.hours(), faults);
        var kinds = new TreeMap<TimeKind, LearningHours>();
        for (var kind : TimeKind.values()) {
            if (!typed.of(kind).isBlank()) {
                hours(kind.code(), typed.of(kind), faults).ifPresent(it -> kinds.put(kind, it));
            }
        }
        if (total.isEmpty() || !faults.isEmpty()) {
            return Decided.refused(faults);
        }
        var parts = kinds.values().stream().reduce(LearningHours.ZERO, LearningHours::plus);
        return parts.compareTo(total.get()) > 0
                ? Decided.refused(
                        Refusal.of("catalogue.reported-kinds-exceed", "hours", parts, total.get()))
                : Decided.accepted(new ReportedHours(total.get(), kinds));
    }

    private static Optional<LearningHours> hours(String place, String text, List<Refusal> faults) {
        var plain = text.strip().replace(',', '.');
        var shown =
                plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + " …" : plain;
        if (plain.matches("\\d{1,400}(\\.\\d{1,400})?") && beyond(plain)) {
            faults.add(Refusal.of("catalogue.reported-hours-absurd", place, shown, MOST));
            return Optional.empty();
        }
        var hours = LearningHours.parse(plain).filter(some -> some.minutes() > 0);
        if (hours.isEmpty()) {
            faults.add(Refusal.of("catalogue.reported-hours-invalid", place, shown));
        }
        return hours;
    }

    private static boolean beyond(String number) {
        return new BigDecimal(number).compareTo(MOST) > 0;
    }
}
