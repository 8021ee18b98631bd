package eu.cairn.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Ects;
import eu.cairn.framework.HoursPerCredit;
import eu.cairn.framework.LearningHours;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the hours of a credential fit its credits: 25 to 30 hours a credit, or the country's own
 * figure on the day of the award (ECTS Users' Guide 2015).
 */
public final class WorkloadCheck {

    private static final BigDecimal MINUTES_IN_AN_HOUR = BigDecimal.valueOf(60);

    private final Instant at;

    public WorkloadCheck(Instant at) {
        this.at = at;
    }

    public Check of(MicroCredential credential) {
        if (credential.workload().isEmpty()) {
            return check(Result.DOES_NOT_APPLY, "workload.not-stated");
        }
        var workload = credential.workload().get();
        if (workload.hours().isEmpty()) {
            return check(Result.COULD_NOT_CHECK, "workload.hours-not-stated");
        }
        if (workload.credits().isEmpty()) {
            return check(Result.DOES_NOT_APPLY, "workload.credits-not-stated");
        }
        var credits = workload.credits().get();
        var hours = workload.hours().get();
        if (credits.isZero()) {
            return check(Result.DOES_NOT_APPLY, "workload.no-credits");
        }
        var rate =
                credential
                        .awardingBody()
                        .country()
                        .map(country -> HoursPerCredit.of(country, credential.dayOfAward()))
                        .orElseGet(HoursPerCredit::ofEhea);
        var evidence = new ArrayList<String>();
        evidence.add(hours.toString());
        evidence.add(credits.toString());
        evidence.add(perCredit(credits, hours));
        evidence.add(rate.min().toPlainString());
        evidence.add(rate.max().toPlainString());
        if (rate.confirmed()) {
            evidence.add(rate.source());
        }
        boolean admitted = rate.admits(credits, hours);
        return check(
                admitted ? Result.PASSED : Result.FAILED,
                admitted ? "workload.within" : outside(credits, hours),
                evidence.toArray(String[]::new));
    }

    /** Far below the lowest rate there is nothing but zeros to show of it. */
    private static String outside(Ects credits, LearningHours hours) {
        return credits.toDecimal().compareTo(hours.toDecimal()) > 0
                ? "workload.below-one"
                : "workload.outside";
    }

    private static String perCredit(Ects credits, LearningHours hours) {
        return BigDecimal.valueOf(hours.minutes())
                .divide(credits.toDecimal().multiply(MINUTES_IN_AN_HOUR), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Check check(Result result, String code, String... evidence) {
        return new Check(Kind.WORKLOAD, result, code, List.of(evidence), at);
    }
}
