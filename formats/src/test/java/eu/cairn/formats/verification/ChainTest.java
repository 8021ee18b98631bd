package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.EqfLevel;
import eu.cairn.verification.AwardingScope;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
    private static final String COURSE = "https://lagoonside.example/courses/sl/3";

    private final List<Accreditation> atHand = new ArrayList<>();

    private final Map<String, TrustedIssuer> known = new HashMap<>();

    ChainTest() {
        know(Registries.issuer(Set.of(ISSUER.controller()), Map.of()));
        know(new Entry(AUTHORITY, LocalDate.EPOCH, Set.of(), Map.of(), Optional.empty()).entry());
    }

    @Test
    void anAccreditationIsVerifiedAndShownUpToAListedAuthority() {
        give(accredits(AUTHORITY, ISSUER.controller()));

        var verdict = verdict();

        assertThat(chain(verdict)).containsExactly("chain.link", "chain.anchored");
        assertThat(verdict.code()).isEqualTo("genuine");
    }

    @Test
    void whoWasAccreditedMayNotAccreditOthersForThat() {
        give(accredits(AGENCY, ISSUER.controller()));
        give(accredits(AUTHORITY, AGENCY.controller()));

        assertThat(chain(verdict())).containsExactly("chain.link", "chain.ends");
    }

    @Test
    void whatIsNotAtHandCouldNotBeChecked() {
        assertThat(chain(verdict())).containsExactly("chain.not-at-hand");

        give(accredits(AGENCY, ISSUER.controller()));
        assertThat(chain(verdict())).containsExactly("chain.link", "chain.ends");
    }

    @Test
    void theBestOfSeveralCounts() {
        give(accredits(AUTHORITY, ISSUER.controller(), "2001-01-01", "2002-01-01", Set.of()));
        give(accredits(AGENCY, ISSUER.controller()));
        give(accredits(AUTHORITY, ISSUER.controller()));

        assertThat(chain(verdict())).containsExactly("chain.link", "chain.anchored");
    }

    @Test
    void aBodyThatAccreditsItselfIsRefused() {
        know(new Entry(ISSUER, LocalDate.EPOCH, Set.of(), Map.of(), Optional.empty()).entry());
        give(accredits(ISSUER, ISSUER.controller()));

        assertThat(chain(verdict())).containsExactly("chain.link", "chain.circular");
    }

    @Test
    void anAccreditationOfAnotherDoesNotCount() {
        var decision = Samples.credential(ISSUER).qualityAssurance().getFirst().decision();
        for (var other : List.of("did:key:other", "https://other.example/courses/1")) {
            atHand.clear();
            give(named(decision.orElseThrow(), other));
            assertThat(chain(verdict())).as(other).containsExactly("chain.of-another");
        }
    }

    @Test
    void aCourseOnAHostThatIsNotTheIssuersIsNotItsCourse() {
        give(named("urn:test:course", COURSE));
        assertThat(chain(verdict())).containsExactly("chain.link", "chain.anchored");

        know(new Entry(ISSUER, LocalDate.EPOCH, Set.of(), Map.of(), Optional.empty()).entry());
        assertThat(chain(verdict())).containsExactly("chain.of-another");
    }

    @Test
    void anAuthorityIsBelievedOnlyForWhatItsEntryAdmits() {
        give(accredits(AUTHORITY, ISSUER.controller()));
        var longAgo = LocalDate.of(2001, 1, 1);
        var outdated = new ListReference("List", "Publisher", longAgo, longAgo);
        Set<EqfLevel> five = Set.of(new EqfLevel(5));
        var stolen = Map.of(IssuerKey.of(AUTHORITY.publicKey()), Instant.EPOCH);
        Optional<ListReference> none = Optional.empty();
        var entries =
                Map.of(
                        "chain.anchor-outside-period",
                        new Entry(AUTHORITY, LocalDate.of(2099, 1, 1), Set.of(), Map.of(), none),
                        "chain.anchor-list-outdated",
                        new Entry(
                                AUTHORITY,
                                LocalDate.EPOCH,
                                Set.of(),
                                Map.of(),
                                Optional.of(outdated)),
                        "chain.anchor-other-level",
                        new Entry(AUTHORITY, LocalDate.EPOCH, five, Map.of(), none),
                        "chain.anchor-key-compromised",
                        new Entry(AUTHORITY, LocalDate.EPOCH, Set.of(), stolen, none));

        entries.forEach(
                (code, entry) -> {
                    know(entry.entry());
                    assertThat(chain(verdict())).containsExactly("chain.link", code);
                });
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
        give(named(decision.orElseThrow(), COURSE));

        assertThat(chain(verdict())).containsExactly("chain.link", "chain.anchored");
    }

    @Test
    void theNarrowestTimeCounts() {
        assertThat(read(saying("", "")).orElseThrow().until()).isEqualTo("2030-12-31");
        assertThat(read(saying("", ", \"expiryDate\": \"2029-05-01\"")).orElseThrow().until())
                .isEqualTo("2029-05-01");
        assertThat(read(saying(", \"exp\": 1830297600", "")).orElseThrow().until())
                .isEqualTo("2027-12-31");
        assertThat(read(saying("", ", \"dateIssued\": \"2005-05-01\"")).orElseThrow().from())
                .isEqualTo("2005-05-01");
        assertThat(read(saying(", \"nbf\": 1262304000", "")).orElseThrow().from())
                .isEqualTo("2010-01-01");
    }

    @Test
    void whatIsNotUnderstoodOfItsTimeOrItsLimitsIsNotTakenForNone() {
        for (var member :
                List.of(
                        "\"expiryDate\": 2029",
                        "\"expiryDate\": \"2029-02-30\"",
                        "\"dateIssued\": null",
                        "\"limitField\": [\"http://data.europa.eu/snb/isced-f/07\"]",
                        "\"limitJurisdiction\": {}",
                        "\"elm:limitQualification\": []",
                        "\"limitEQFLevel\": null",
                        "\"limitEQFLevel\": [9]")) {
            assertThat(read(saying("", ", " + member))).as(member).isEmpty();
        }
    }

    private static String saying(String claims, String members) {
        return CredentialToken.sign(
                """
                {"id": "urn:a", "type": ["VerifiableCredential", "AccreditationCredential"],
                 "issuer": "%s", "validFrom": "2001-01-01T00:00:00Z",
                 "validUntil": "2030-12-31T23:59:59Z"%s, "credentialSubject": {
                   "id": "%s", "accreditation": {"type": "Accreditation"%s}}}
                """
                        .formatted(AUTHORITY.controller(), claims, ISSUER.controller(), members)
                        .strip(),
                AUTHORITY);
    }

    private static Optional<Accreditation> read(String token) {
        return Accreditation.read(token.getBytes(StandardCharsets.UTF_8))
                        instanceof Decided.Accepted<Accreditation>(var one)
                ? Optional.of(one)
                : Optional.empty();
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

    private static String named(String id, String subject) {
        return Accreditation.issue(
                new Accreditation.Draft(
                        id,
                        "Authority",
                        subject,
                        "The course",
                        true,
                        LocalDate.of(2001, 1, 1),
                        LocalDate.of(2099, 1, 1),
                        Set.of(new EqfLevel(7))),
                AUTHORITY);
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

    private void know(TrustedIssuer entry) {
        entry.ids().forEach(id -> known.put(id, entry));
    }

    /** A body that a registry lists for accrediting, and as what. */
    private record Entry(
            Signer signer,
            LocalDate from,
            Set<EqfLevel> levels,
            Map<IssuerKey, Instant> compromised,
            Optional<ListReference> list) {

        private TrustedIssuer entry() {
            return new TrustedIssuer(
                    Set.of(signer.controller()),
                    "Ministry",
                    new Country("IT"),
                    Optional.empty(),
                    Optional.empty(),
                    "Law",
                    from,
                    Optional.empty(),
                    Map.of(),
                    compromised,
                    Optional.empty(),
                    false,
                    Optional.of(new AwardingScope(levels, Set.of(ChainCheck.ACCREDITATION))),
                    list);
        }
    }

    private static List<String> chain(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == Check.Kind.CHAIN)
                .map(Check::code)
                .toList();
    }
}
