package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.verification.AssuranceCheck;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.ConfirmationCheck;
import eu.cairn.verification.LevelCheck;
import eu.cairn.verification.WorkloadCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the checks on what a credential is worth: whether it held when it was sealed, whether its
 * level and its hours are plausible, and whether its quality was assured.
 *
 * @param registry where records of quality assurance are looked up
 * @param status how it is found out whether an accreditation was withdrawn
 * @param checks where the checks are put
 */
record Worth(TrustRegistry registry, StatusCheck status, Checks checks) {

    private static final List<Kind> KINDS =
            List.of(Kind.ISSUE, Kind.LEVEL, Kind.WORKLOAD, Kind.ASSURANCE, Kind.CHAIN);

    /**
     * @param issuer what the document names its issuer by
     * @param content what is proven of it
     * @param until the end of validity that it states
     */
    void check(
            String issuer, Optional<MicroCredential> content, Seal seal, Optional<Instant> until) {
        if (content.isEmpty() || !(seal instanceof Seal.Intact intact)) {
            KINDS.forEach(checks::notReached);
            return;
        }
        var credential = content.get();
        issue(credential, intact, until);
        checks.add(new LevelCheck(NationalFrameworks.published(), checks.now()).of(credential));
        var records = registry.quality(issuer, registry.issuer(issuer));
        new ConfirmationCheck(records, checks.now()).of(credential).ifPresent(checks::add);
        checks.add(new WorkloadCheck(checks.now()).of(credential));
        var decided = new ArrayList<>(records);
        decided.addAll(registry.decisions(issuer, credential));
        new AssuranceCheck(decided, checks.now()).of(credential).forEach(checks::add);
        new ChainCheck(registry, status, credential, checks).check(credential, issuer);
    }

    /** The signer's own word for the moment is enough: it would hardly contradict itself. */
    private void issue(MicroCredential credential, Seal.Intact seal, Optional<Instant> until) {
        if (seal.stated().isEmpty()) {
            checks.add(Kind.ISSUE, Result.COULD_NOT_CHECK, "issue.moment-unknown");
            return;
        }
        var moment = seal.stated().get();
        var day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        if (until.isPresent() && moment.isAfter(until.get())) {
            checks.add(
                    Kind.ISSUE,
                    Result.FAILED,
                    "issue.after-end",
                    day.toString(),
                    LocalDate.ofInstant(until.get(), ZoneOffset.UTC).toString());
        } else if (credential.awardedOn().filter(day.plusDays(1)::isBefore).isPresent()) {
            checks.add(
                    Kind.ISSUE,
                    Result.FAILED,
                    "issue.before-award",
                    day.toString(),
                    credential.awardedOn().get().toString());
        } else if (credential.issuedAt().isAfter(moment.plus(Judgement.SKEW))) {
            checks.add(
                    Kind.ISSUE,
                    Result.PASSED,
                    "issue.ahead",
                    day.toString(),
                    LocalDate.ofInstant(credential.issuedAt(), ZoneOffset.UTC).toString());
        } else {
            checks.add(Kind.ISSUE, Result.PASSED, "issue.held", day.toString());
        }
    }
}
