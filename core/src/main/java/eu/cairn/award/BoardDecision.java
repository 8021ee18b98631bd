package eu.cairn.award;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The sign-off of results by the examination board.
 *
 * @param minute the reference of its minute
 * @param decidedOn the day of its decision
 * @param recordedBy the account that recorded it
 */
public record BoardDecision(String minute, LocalDate decidedOn, UUID recordedBy) {

    private static final int LONGEST = 100;

    /** The sign-off as recorded, or why it is none. */
    public static Decided<BoardDecision> record(
            boolean confirmed, String minute, LocalDate today, UUID recordedBy) {
        if (!confirmed) {
            return Decided.refused(Refusal.of("award.board-not-confirmed", "confirmed"));
        }
        if (minute.isBlank()) {
            return Decided.refused(Refusal.of("award.minute-missing", "minute"));
        }
        if (minute.length() > LONGEST) {
            return Decided.refused(
                    Refusal.of("award.minute-too-long", "minute", minute.length(), LONGEST));
        }
        return Decided.accepted(new BoardDecision(minute.strip(), today, recordedBy));
    }
}
