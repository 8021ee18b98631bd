package eu.cairn.catalogue;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an organisation that is to award jointly has decided about one version of a course.
 *
 * @param organisation its short name in this installation
 * @param reason why it refuses; a remark where it agrees
 */
public record JointAgreement(String organisation, boolean agrees, String reason) {

    /** The decision, or why it cannot be taken: who refuses says why. */
    public static Decided<JointAgreement> decide(
            String organisation, boolean agrees, String reason) {
        return !agrees && reason.isBlank()
                ? Decided.refused(Refusal.of("catalogue.reason-missing", "reason"))
                : Decided.accepted(new JointAgreement(organisation, agrees, reason.strip()));
    }

    /** Why nothing may be awarded yet: whoever is to award jointly has to agree first. */
    public static List<Refusal> hindrances(CredentialTerms terms, List<JointAgreement> decided) {
        var hindrances = new ArrayList<Refusal>();
        for (var body : terms.jointAwardingBodies()) {
            var agreement =
                    decided.stream().filter(one -> body.organisation().equals(of(one))).findFirst();
            if (agreement.isEmpty()) {
                hindrances.add(Refusal.of("catalogue.joint-not-agreed", "", body.legalName()));
            } else if (!agreement.get().agrees()) {
                hindrances.add(
                        Refusal.of(
                                "catalogue.joint-refused",
                                "",
                                body.legalName(),
                                agreement.get().reason()));
            }
        }
        return hindrances;
    }

    private static Optional<String> of(JointAgreement agreement) {
        return Optional.of(agreement.organisation());
    }
}
