package eu.cairn.formats.verification;

import static eu.cairn.verification.Check.Result.COULD_NOT_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.sdjwt.Wallet;
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
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From a credential over accreditations to an authority, with nothing but what is at hand. */
class ChainTest {

    private static final Signer ISSUER = Samples.signer(1);
    private static final Signer AGENCY = Samples.signer(2);
    private static final Signer AUTHORITY = Samples.signer(3);
    private static final Signer OFFICE = Samples.signer(4);
    private static final String LIST = "https://authority.example/status/accreditations";
    private static final String COURSE = "https://lagoonside.example/courses/sl/3";

    private final List<Accreditation> atHand = new ArrayList<>();

    private final Map<String, TrustedIssuer> known = new HashMap<>();

    private StatusLists lists = VerifierTest.lists(new BitSet());

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
    void whoWasLetAccreditOthersIsALinkOfTheChain() {
        give(accredits(AGENCY, ISSUER.controller()));
        give(of(OFFICE, AGENCY.controller()).toAccredit().issue());
        give(of(AUTHORITY, OFFICE.controller()).toAccredit().issue());

        assertThat(chain(verdict()))
                .containsExactly("chain.link", "chain.link", "chain.link", "chain.anchored");
    }

    @Test
    void whoMayAccreditIsNotAccreditedForThat() {
        give(of(AUTHORITY, ISSUER.controller()).toAccredit().issue());

        assertThat(chain(verdict())).containsExactly("chain.to-accredit-only");
    }

    @Test
    void everyLinkHoldsOnTheDayAndForTheLevel() {
        give(accredits(AGENCY, ISSUER.controller()));
        give(of(AUTHORITY, AGENCY.controller()).until("2002-01-01").toAccredit().issue());
        assertThat(chain(verdict())).containsExactly("chain.link", "chain.link-outside-time");

        atHand.removeLast();
        give(of(AUTHORITY, AGENCY.controller()).levels(5).toAccredit().issue());
        assertThat(chain(verdict())).containsExactly("chain.link", "chain.link-other-level");

        give(of(AUTHORITY, AGENCY.controller()).toAccredit().issue());
        assertThat(chain(verdict())).last().isEqualTo("chain.anchored");
    }

    @Test
    void aLevelThatIsNotShownIsNotAnotherLevel() {
        give(accredits(AUTHORITY, ISSUER.controller()));
        assertThat(chain(withoutLevel())).containsExactly("chain.link-level-not-stated");

        atHand.clear();
        give(of(AUTHORITY, ISSUER.controller()).levels().issue());
        assertThat(chain(withoutLevel())).containsExactly("chain.link", "chain.anchored");

        var five = Set.of(new EqfLevel(5));
        know(new Entry(AUTHORITY, LocalDate.EPOCH, five, Map.of(), Optional.empty()).entry());
        assertThat(chain(withoutLevel()))
                .containsExactly("chain.link", "chain.anchor-level-not-stated");
        assertThat(withoutLevel().checks())
                .filteredOn(check -> check.kind() == Check.Kind.CHAIN)
                .last()
                .satisfies(check -> assertThat(check.result()).isEqualTo(COULD_NOT_CHECK));
    }

    @Test
    void bodiesThatAccreditEachOtherAreACircle() {
        give(accredits(AGENCY, ISSUER.controller()));
        give(of(OFFICE, AGENCY.controller()).toAccredit().issue());
        give(of(AGENCY, OFFICE.controller()).toAccredit().issue());

        assertThat(chain(verdict()))
                .containsExactly("chain.link", "chain.link", "chain.link", "chain.circular");
    }

    @Test
    void aChainIsFollowedToFiveLinksAndFiftyAccreditations() {
        give(accredits(AGENCY, ISSUER.controller()));
        for (int i = 10; i < 15; i++) {
            var below = i == 10 ? AGENCY : Samples.signer(i - 1);
            give(of(Samples.signer(i), below.controller()).toAccredit().issue());
        }
        assertThat(chain(verdict())).hasSize(6).last().isEqualTo("chain.too-long");

        atHand.clear();
        for (int i = 0; i < 60; i++) {
            give(accredits(AGENCY, ISSUER.controller()));
        }
        give(of(AUTHORITY, AGENCY.controller()).toAccredit().issue());
        assertThat(chain(verdict())).last().isEqualTo("chain.anchored");
    }

    @Test
    void aLinkThatWasWithdrawnByTheDayOfTheAwardBreaksTheChain() {
        give(of(AUTHORITY, ISSUER.controller()).withStatus().issue());
        assertThat(chain(verdict())).containsExactly("chain.link-status-open");

        keepsLists(AUTHORITY, false, Optional.empty());
        assertThat(chain(verdict())).containsExactly("chain.link", "chain.anchored");

        keepsLists(AUTHORITY, true, Optional.empty());
        assertThat(chain(verdict())).containsExactly("chain.link-withdrawn-undated");

        keepsLists(AUTHORITY, true, Optional.of(LocalDate.of(2001, 1, 2)));
        assertThat(chain(verdict())).containsExactly("chain.link-withdrawn");

        keepsLists(AUTHORITY, true, Optional.of(LocalDate.of(2090, 1, 1)));
        assertThat(chain(verdict()))
                .containsExactly("chain.link-withdrawn-later", "chain.anchored");
        assertThat(verdict().code()).isEqualTo("genuine");
    }

    @Test
    void whatIsNotAtHandCouldNotBeChecked() {
        assertThat(chain(verdict())).containsExactly("chain.not-at-hand");

        give(accredits(AGENCY, ISSUER.controller()));
        assertThat(chain(verdict())).containsExactly("chain.link", "chain.ends");
    }

    @Test
    void aLinkThatIsSealedWithAKeyThatOthersHaveLeadsNoFurther() {
        give(accredits(AGENCY, ISSUER.controller()));
        give(of(AUTHORITY, AGENCY.controller()).toAccredit().issue());
        assertThat(chain(verdict())).last().isEqualTo("chain.anchored");

        know(
                Registries.issuer(Set.of(AGENCY.controller()), Map.of())
                        .alsoCompromised(Map.of(IssuerKey.of(AGENCY.publicKey()), Instant.EPOCH)));

        assertThat(chain(verdict())).containsExactly("chain.link", "chain.anchor-key-compromised");
    }

    @Test
    void theBestOfSeveralCounts() {
        give(of(AUTHORITY, ISSUER.controller()).until("2002-01-01").levels().issue());
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
        give(of(AGENCY, ISSUER.controller()).until("2002-01-01").levels().issue());
        assertThat(chain(verdict())).containsExactly("chain.link-outside-time");

        atHand.clear();
        give(of(AGENCY, ISSUER.controller()).levels(5).issue());
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
        return of(AUTHORITY, subject).called(id).ofCourse().issue();
    }

    private static String accredits(Signer signer, String subject) {
        return of(signer, subject).issue();
    }

    private static Given of(Signer signer, String subject) {
        return new Given(signer, subject);
    }

    /** An accreditation of 2001 to 2099 for level 7, unless it is said otherwise. */
    private static final class Given {

        private final Signer signer;
        private final String subject;
        private String id;
        private boolean course;
        private LocalDate until = LocalDate.of(2099, 1, 1);
        private Set<EqfLevel> levels = Set.of(new EqfLevel(7));
        private boolean toAccredit;
        private Optional<StatusEntry> status = Optional.empty();

        private Given(Signer signer, String subject) {
            this.signer = signer;
            this.subject = subject;
            this.id = "urn:test:" + signer.controller() + subject;
        }

        private Given called(String name) {
            id = name;
            return this;
        }

        private Given ofCourse() {
            course = true;
            return this;
        }

        private Given until(String day) {
            until = LocalDate.parse(day);
            return this;
        }

        private Given levels(int... of) {
            levels = Arrays.stream(of).mapToObj(EqfLevel::new).collect(Collectors.toSet());
            return this;
        }

        private Given toAccredit() {
            toAccredit = true;
            return this;
        }

        private Given withStatus() {
            status = Optional.of(new StatusEntry(LIST, 7, Purpose.REVOCATION));
            return this;
        }

        private String issue() {
            return Accreditation.issue(
                    new Accreditation.Draft(
                            id,
                            "Body",
                            subject,
                            "Subject",
                            course,
                            LocalDate.of(2001, 1, 1),
                            until,
                            levels,
                            toAccredit,
                            status),
                    signer);
        }
    }

    /** The lists of the issuer, and one of {@code body}, with or without an accreditation set. */
    private void keepsLists(Signer body, boolean set, Optional<LocalDate> since) {
        var places = new BitSet();
        places.set(7, set);
        var ofCredential = VerifierTest.lists(new BitSet());
        var ofBody = VerifierTest.lists(Purpose.REVOCATION, places, body, LIST);
        lists =
                new StatusLists() {
                    @Override
                    public Optional<String> list(String address, TrustedIssuer issuer) {
                        return (address.equals(LIST) ? ofBody : ofCredential).list(address, issuer);
                    }

                    @Override
                    public Optional<Note> note(
                            StatusEntry entry, String credential, TrustedIssuer issuer) {
                        return since.map(day -> new Note(day, "closed"));
                    }
                };
    }

    private Verdict verdict() {
        return verdict(Samples.signed(ISSUER));
    }

    /** Of a credential whose holder keeps its level back. */
    private Verdict withoutLevel() {
        var whole = Wallet.make().receive(Samples.credential(ISSUER), Publication.NONE, ISSUER);
        return verdict(
                Wallet.disclosing(whole, name -> !name.equals("level_of_learning_experience")));
    }

    private Verdict verdict(String document) {
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
                    public List<Accreditation> accreditations(Set<String> subjects) {
                        return atHand.stream().filter(one -> one.isAmong(subjects)).toList();
                    }
                };
        return new Verifier(registry, lists)
                .verify(document.getBytes(StandardCharsets.UTF_8), Samples.NOW);
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
                    Optional.of(new AwardingScope(levels, Set.of(TrustedIssuer.ACCREDITATION))),
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
