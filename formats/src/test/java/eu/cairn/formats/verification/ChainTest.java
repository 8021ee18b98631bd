package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.EqfLevel;
import eu.cairn.verification.AwardingScope;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From a credential over accreditations to an authority, with nothing but what is at hand. */
class ChainTest {

    private static final Signer ISSUER = Samples.signer(1);
    private static final Signer AGENCY = Samples.signer(2);
    private static final Signer AUTHORITY = Samples.signer(3);

    private final List<Accreditation> atHand = new ArrayList<>();

    @Test
    void everyLinkIsVerifiedAndShownUpToAListedAuthority() {
        give(accredits(AGENCY, ISSUER.controller()));
        give(accredits(AUTHORITY, AGENCY.controller()));

        var verdict = verdict();

        assertThat(chain(verdict)).containsExactly("chain.link", "chain.link", "chain.anchored");
        assertThat(verdict.code()).isEqualTo("genuine");
    }

    @Test
    void whatIsNotAtHandCouldNotBeChecked() {
        assertThat(chain(verdict())).containsExactly("chain.not-at-hand");

        give(accredits(AGENCY, ISSUER.controller()));
        assertThat(chain(verdict())).containsExactly("chain.link", "chain.ends");
    }

    @Test
    void aCircleIsRefused() {
        give(accredits(AGENCY, ISSUER.controller()));
        give(accredits(ISSUER, AGENCY.controller()));

        assertThat(chain(verdict())).containsExactly("chain.link", "chain.link", "chain.circular");
    }

    @Test
    void aLongChainIsNotFollowedToItsEnd() {
        Signer subject = ISSUER;
        for (int i = 10; i < 18; i++) {
            give(accredits(Samples.signer(i), subject.controller()));
            subject = Samples.signer(i);
        }

        assertThat(chain(verdict())).hasSize(ChainCheck.MOST_LINKS + 1).endsWith("chain.too-long");
    }

    @Test
    void aLinkThatAnotherSealedOrThatDoesNotFitBreaksTheChainAndNotTheVerdict() {
        var forged = accredits(AGENCY, ISSUER.controller()).split("\\.");
        var other = accredits(AGENCY, ISSUER.controller() + "x").split("\\.");
        give(forged[0] + "." + forged[1] + "." + other[2]);
        assertThat(chain(verdict())).containsExactly("chain.link-not-sealed");
        assertThat(verdict().code()).isEqualTo("genuine");

        atHand.clear();
        give(accredits(AGENCY, ISSUER.controller(), "2001-01-01", "2002-01-01", Set.of()));
        assertThat(chain(verdict())).containsExactly("chain.link-outside-time");

        atHand.clear();
        give(
                accredits(
                        AGENCY,
                        ISSUER.controller(),
                        "2001-01-01",
                        "2099-01-01",
                        Set.of(new EqfLevel(5))));
        assertThat(chain(verdict())).containsExactly("chain.link-other-level");
    }

    @Test
    void theApprovalThatACredentialNamesIsWhereTheChainBegins() {
        var decision = Samples.credential(ISSUER).qualityAssurance().getFirst().decision();
        give(
                Accreditation.issue(
                        new Accreditation.Draft(
                                decision.orElseThrow(),
                                "Authority",
                                "https://lagoonside.example/courses/1",
                                "The course",
                                true,
                                LocalDate.of(2001, 1, 1),
                                LocalDate.of(2099, 1, 1),
                                Set.of(new EqfLevel(7))),
                        AUTHORITY));

        assertThat(chain(verdict())).containsExactly("chain.link", "chain.anchored");
    }

    @Test
    void whatIsNoAccreditationIsRefused() {
        for (var text : List.of("", "a.b.c", Samples.signed(ISSUER), "{}")) {
            assertThat(Accreditation.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Decided.Refused.class);
        }
        assertThat(Accreditation.read(new byte[100_000])).isInstanceOf(Decided.Refused.class);
    }

    private void give(String token) {
        switch (Accreditation.read(token.getBytes(StandardCharsets.UTF_8))) {
            case Decided.Accepted<Accreditation>(var one) -> atHand.add(one);
            case Decided.Refused<Accreditation>(var reasons) ->
                    throw new AssertionError(reasons.toString());
        }
    }

    private static String accredits(Signer signer, String subject) {
        return accredits(signer, subject, "2001-01-01", "2099-01-01", Set.of(new EqfLevel(7)));
    }

    private static String accredits(
            Signer signer, String subject, String from, String until, Set<EqfLevel> levels) {
        return Accreditation.issue(
                new Accreditation.Draft(
                        "urn:test:" + signer.controller() + subject,
                        "Body",
                        subject,
                        "Subject",
                        false,
                        LocalDate.parse(from),
                        LocalDate.parse(until),
                        levels),
                signer);
    }

    private Verdict verdict() {
        Map<String, TrustedIssuer> known = new HashMap<>();
        known.put(ISSUER.controller(), Registries.issuer(Set.of(ISSUER.controller()), Map.of()));
        known.put(AUTHORITY.controller(), authority());
        var registry =
                new TrustRegistry() {
                    @Override
                    public String name() {
                        return "Test";
                    }

                    @Override
                    public Optional<TrustedIssuer> issuer(String id) {
                        return Optional.ofNullable(known.get(id));
                    }

                    @Override
                    public List<Accreditation> accreditations(String subject) {
                        return atHand.stream()
                                .filter(one -> Set.of(one.subject(), one.id()).contains(subject))
                                .toList();
                    }
                };
        return new Verifier(registry, VerifierTest.lists(new BitSet()))
                .verify(Samples.signed(ISSUER).getBytes(StandardCharsets.UTF_8), Samples.NOW);
    }

    private static TrustedIssuer authority() {
        return new TrustedIssuer(
                Set.of(AUTHORITY.controller()),
                "Ministry",
                new Country("IT"),
                Optional.empty(),
                Optional.empty(),
                "Law",
                LocalDate.EPOCH,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                false,
                Optional.of(new AwardingScope(Set.of(), Set.of(ChainCheck.ACCREDITATION))),
                Optional.empty());
    }

    private static List<String> chain(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == Check.Kind.CHAIN)
                .map(Check::code)
                .toList();
    }
}
