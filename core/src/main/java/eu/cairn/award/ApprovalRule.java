package eu.cairn.award;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Above which size a batch of awards needs the approval of a second person. A limit of 0 means that
 * every batch does; a limit that is switched off is absent.
 *
 * @param credentials the most credentials that one person may award alone
 * @param credits the most credits in sum that one person may award alone
 */
public record ApprovalRule(Optional<Integer> credentials, Optional<Ects> credits) {

    /** What holds in an organisation until it sets its own. */
    public static final ApprovalRule UNTIL_SET =
            new ApprovalRule(Optional.of(25), Optional.of(Ects.of(60)));

    /** How a limit that is switched off is written. */
    public static final String OFF = "off";

    public ApprovalRule {
        if (credentials.filter(most -> most < 0).isPresent()) {
            throw new IllegalArgumentException("a limit is never negative");
        }
    }

    /** A limit of a rule that a batch is above. */
    public enum Exceeded {
        CREDENTIALS,
        CREDITS
    }

    /**
     * The rule as it is written: a whole number of credentials and an amount of credits, or {@code
     * off}. Nothing is switched off by being left out.
     */
    public static Decided<ApprovalRule> read(String credentials, String credits) {
        var refusals = new ArrayList<Refusal>();
        var most = off(credentials) ? Optional.<Integer>empty() : number(credentials);
        if (most.isEmpty() && !off(credentials)) {
            refusals.add(
                    Refusal.of(
                            "award.rule-credentials-invalid", "credentials", shown(credentials)));
        }
        var sum = off(credits) ? Optional.<Ects>empty() : Ects.parse(credits);
        if (sum.isEmpty() && !off(credits)) {
            refusals.add(Refusal.of("award.rule-credits-invalid", "credits", shown(credits)));
        }
        return refusals.isEmpty()
                ? Decided.accepted(new ApprovalRule(most, sum))
                : Decided.refused(refusals);
    }

    private static boolean off(String text) {
        return text.strip().toLowerCase(Locale.ROOT).equals(OFF);
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text.strip())
                .filter(typed -> typed.matches("\\d{1,6}"))
                .map(Integer::valueOf);
    }

    private static String shown(String text) {
        var typed = text.strip();
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }

    /** The limits that a batch is above; while there is any, a second person has to approve. */
    public Stream<Exceeded> exceeded(BatchSize size) {
        if (size.credentials() == 0) {
            return Stream.empty();
        }
        var byNumber =
                credentials.filter(most -> size.counted() > most).map(most -> Exceeded.CREDENTIALS);
        var bySum =
                credits.filter(most -> most.isZero() || size.credits().compareTo(most) > 0)
                        .map(most -> Exceeded.CREDITS);
        return Stream.concat(byNumber.stream(), bySum.stream());
    }

    public boolean demandsApproval(BatchSize size) {
        return exceeded(size).findAny().isPresent();
    }
}
