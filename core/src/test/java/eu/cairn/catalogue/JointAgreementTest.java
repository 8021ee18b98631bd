package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Country;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JointAgreementTest {

    private static final AwardingBodies EMAJOE =
            name ->
                    Optional.of(
                                    new AwardingBodies.Body(
                                            "emajoe", "Emajõe Ülikool", new Country("EE")))
                            .filter(
                                    body ->
                                            name.equals(body.slug())
                                                    || name.equals("Emajõe Ülikool"));

    @Test
    void nothingIsAwardedJointlyBeforeEverybodyAgrees() {
        var terms = design("Emajõe Ülikool").terms();

        assertThat(codes(JointAgreement.hindrances(terms, List.of())))
                .containsExactly("catalogue.joint-not-agreed");
        assertThat(codes(JointAgreement.hindrances(terms, List.of(by("kallavesi", true)))))
                .containsExactly("catalogue.joint-not-agreed");
        assertThat(codes(JointAgreement.hindrances(terms, List.of(by("emajoe", false)))))
                .containsExactly("catalogue.joint-refused");
        assertThat(JointAgreement.hindrances(terms, List.of(by("emajoe", true)))).isEmpty();
        assertThat(JointAgreement.hindrances(new CredentialTerms(), List.of())).isEmpty();
    }

    @Test
    void whoRefusesSaysWhy() {
        assertThat(codes(JointAgreement.decide("emajoe", false, " ").reasons()))
                .containsExactly("catalogue.reason-missing");
        assertThat(JointAgreement.decide("emajoe", true, "").reasons()).isEmpty();
    }

    @Test
    void whoAwardsJointlyHasToActHere() {
        assertThat(codes(review("Delta College").faults()))
                .containsExactly("catalogue.joint-body-unknown");
        assertThat(codes(review("emajoe", "Emajõe Ülikool").faults()))
                .containsExactly("catalogue.partner-twice");
        assertThat(design("emajoe").terms().jointAwardingBodies())
                .extracting(CredentialTerms.Partner::legalName)
                .containsExactly("Emajõe Ülikool");
    }

    private static CourseDesign design(String body) {
        return review(body).design().orElseThrow();
    }

    private static DesignReview review(String... bodies) {
        var partners = new CourseDraft.Partner[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            partners[i] = new CourseDraft.Partner("joint-awarding-body", bodies[i], "");
        }
        return DesignReview.of(
                Drafts.partners(partners),
                Offerer.in(Drafts.ITALY),
                NationalFrameworks.published(),
                Drafts.DAY,
                Neighbours.of(EMAJOE));
    }

    private static JointAgreement by(String organisation, boolean agrees) {
        return new JointAgreement(organisation, agrees, "No capacity");
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }
}
