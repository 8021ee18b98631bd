package eu.cairn.formats.verification;

import eu.cairn.formats.credential.badge.LearnerRecord;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the checks on a learner record whose seal was looked at. What concerns an award does not
 * apply to it: it awards nothing, the credentials in it do.
 *
 * @param document the record
 * @param judgement makes those checks on it that are made on every document
 */
record RecordJudgement(JsonObject document, Judgement judgement) {

    RecordVerdict verdict(HeldCredentials.Judge judge) {
        var checks = judgement.checks();
        var held = HeldCredentials.judged(LearnerRecord.held(document), judgement.checks(), judge);
        var seal = judgement.seal();
        var findings = new ArrayList<>(CredentialModel.findings(document));
        findings.addAll(LearnerRecord.findings(document));
        if (seal instanceof Seal.Broken(var reason) && reason.code().startsWith("format.")) {
            findings.add(reason);
        }
        findings.forEach(finding -> add(finding, checks));
        if (findings.isEmpty()) {
            checks.add(
                    Kind.FORMAT,
                    Result.PASSED,
                    "format.learner-record",
                    String.valueOf(held.items().size()));
        }
        held.addTo(checks);
        judgement.integrity();
        judgement.checkIssuer();
        judgement.trustIssuer(Optional.empty());
        judgement.checkStatus();
        judgement.validity();
        checks.restSaidOfEach();
        checks.add(Kind.HOLDER, Result.COULD_NOT_CHECK, "holder.not-checked");
        boolean covered = seal instanceof Seal.Intact;
        return new RecordVerdict(
                Verdict.ofSeveral(held.verdicts(), checks.list(), checks.now()),
                held.verdicts(),
                covered ? LearnerRecord.named(document) : List.of(),
                covered ? LearnerRecord.associated(document) : List.of());
    }

    static void add(Refusal finding, Checks checks) {
        checks.add(
                Kind.FORMAT,
                Judgement.LIMITS.contains(finding.code()) ? Result.COULD_NOT_CHECK : Result.FAILED,
                finding);
    }
}
