package eu.cairn.catalogue;

import eu.cairn.credential.Contributor;
import eu.cairn.framework.Country;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the credential of a course states beside what is learnt.
 *
 * @param ageing for how long the outcomes are current; empty where they do not age
 * @param partners the organisations that take part beside the one that offers the course
 * @param rights what the holder may do with the credential
 * @param description further information
 */
public record CredentialTerms(
        Optional<Ageing> ageing,
        List<Partner> partners,
        Optional<String> rights,
        Optional<String> description) {

    public CredentialTerms {
        partners = List.copyOf(partners);
    }

    /** Nothing is claimed, as of whatever was designed before there were such terms. */
    public CredentialTerms() {
        this(Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * For how long outcomes are current, counted from the day of the award.
     *
     * @param validMonths after how many months the credential ceases to hold
     * @param reviewMonths after how many months the holder should ask whether they still are
     * @param reason why they age
     */
    public record Ageing(
            Optional<Integer> validMonths, Optional<Integer> reviewMonths, String reason) {

        /** The last day on which a credential holds. */
        public Optional<LocalDate> expiresOn(LocalDate awardedOn) {
            return validMonths.map(awardedOn::plusMonths);
        }

        /** The day from which it should be asked whether the outcomes are still current. */
        public Optional<LocalDate> reviewOn(LocalDate awardedOn) {
            return reviewMonths.map(awardedOn::plusMonths);
        }
    }

    /**
     * An organisation that takes part in a course.
     *
     * @param organisation its short name in this installation, where it awards jointly
     */
    public record Partner(
            Contributor.Role role,
            String legalName,
            Optional<Country> country,
            Optional<String> organisation) {}

    /** What a credential says of those who take part and do not award. */
    public List<Contributor> contributors() {
        return partners.stream()
                .filter(partner -> partner.role() != Contributor.Role.JOINT_AWARDING_BODY)
                .map(
                        partner ->
                                new Contributor(
                                        partner.legalName(),
                                        partner.role(),
                                        Optional.empty(),
                                        partner.country()))
                .toList();
    }

    /** Those who award jointly with the organisation that offers the course. */
    public List<Partner> jointAwardingBodies() {
        return partners.stream()
                .filter(partner -> partner.role() == Contributor.Role.JOINT_AWARDING_BODY)
                .toList();
    }
}
