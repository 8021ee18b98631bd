package eu.cairn.app.award;

import eu.cairn.award.ApprovalRule;
import eu.cairn.award.BatchSize;
import eu.cairn.award.SecondApproval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch for which a second person's approval was asked.
 *
 * @param about the batch
 * @param minute the reference of the board's minute
 * @param requestedBy the name of whoever asked
 * @param parties who had a hand in the batch
 * @param rule the rule as it was then
 * @param lines the rows of the file that were ready then, by their lines
 * @param size what the rule was held against
 * @param answer what became of it; empty while it is open
 */
public record ApprovalRequest(
        UUID id,
        About about,
        String minute,
        String requestedBy,
        Instant requestedAt,
        SecondApproval parties,
        ApprovalRule rule,
        List<Integer> lines,
        BatchSize size,
        Optional<Answer> answer) {

    public ApprovalRequest {
        lines = List.copyOf(lines);
    }

    /** The batch that a request is about, and the course that it is for. */
    public record About(UUID batch, String fileName, String code, int number, String title) {}

    public UUID batch() {
        return about.batch();
    }

    /**
     * How a request ended.
     *
     * @param reason why a batch was returned
     * @param by the name of whoever ended it
     */
    public record Answer(Outcome outcome, Optional<String> reason, String by, Instant at) {}

    /** How a request can end. */
    public enum Outcome {
        APPROVED,
        RETURNED,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isReturned() {
        return answer.filter(one -> one.outcome() == Outcome.RETURNED).isPresent();
    }
}
