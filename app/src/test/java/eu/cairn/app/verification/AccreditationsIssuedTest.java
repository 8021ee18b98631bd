package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.credential.IssuedAccreditation.Kind;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.remote.CachedWeb;
import eu.cairn.app.remote.FetchRules;
import eu.cairn.app.remote.PublicWeb;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.TrustList;
import eu.cairn.formats.verification.TrustRegistry;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accreditations that are issued here, from the seal to what a verifier says, and withdrawn. */
class AccreditationsIssuedTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final String LIST = "urn:list:accreditors";
    private static final String WHY = "The review of 2026 was not passed.";

    private final AccreditationsIssued issued = SERVER.bean(AccreditationsIssued.class);
    private final AccountStore accounts = SERVER.bean(AccountStore.class);
    private final Organisation agency = accounts.organisation("borgofiume").orElseThrow();
    private final Organisation office = accounts.organisation("kallavesi").orElseThrow();
    private final Organisation awarding = accounts.organisation("lough-ree").orElseThrow();

    private final AwardedCredential awarded =
            SERVER.bean(CredentialStore.class).sample(1000).stream()
                    .map(one -> SERVER.bean(CredentialStore.class).byShortCode(one.shortCode()))
                    .flatMap(Optional::stream)
                    .filter(one -> one.organisation().equals(awarding.id()))
                    .filter(one -> one.revocation().isEmpty() && one.suspension().isEmpty())
                    .findFirst()
                    .orElseThrow();

    private final LocalDate day =
            SERVER.bean(Verifications.class)
                    .verify(awarded.signed())
                    .credential()
                    .orElseThrow()
                    .dayOfAward();

    @TempDir private Path folder;

    @BeforeEach
    @AfterEach
    void forget() {
        SERVER.bean(TrustLists.class).remove(LIST);
        SERVER.bean(TrustLists.class).unpin("Accreditors");
        SERVER.bean(JdbcClient.class).sql("DELETE FROM issued_accreditation").update();
    }

    @Test
    void aChainEndsWithWhoIssuedItHereWhereAListSaysThatItAccredits() throws IOException {
        issue(agency, Kind.INSTITUTION, did(awarding));
        assertThat(chain()).containsExactly("chain.not-at-hand");

        list(agency, "\"mayAward\": {\"kinds\": [\"micro-credential\"]}");
        assertThat(chain()).containsExactly("chain.not-at-hand");

        list(agency, "\"mayAward\": {\"kinds\": [\"accreditation\"]}");
        assertThat(chain()).containsExactly("chain.link", "chain.anchored");
        assertThat(verdict().code()).isEqualTo("genuine");
    }

    @Test
    void whoWasLetAccreditByAListedBodyIsALinkAndNobodyElse() throws IOException {
        list(agency, "\"mayAward\": {\"kinds\": [\"accreditation\"]}");
        issue(office, Kind.INSTITUTION, did(awarding));
        assertThat(chain()).containsExactly("chain.not-at-hand");

        issue(agency, Kind.INSTITUTION, did(office));
        assertThat(chain()).containsExactly("chain.not-at-hand");

        issue(agency, Kind.ACCREDITING_BODY, did(office));
        assertThat(chain()).containsExactly("chain.link", "chain.link", "chain.anchored");
    }

    @Test
    void bodiesThatLetEachOtherAccreditHaveNoStanding() {
        issue(agency, Kind.ACCREDITING_BODY, did(office));
        issue(office, Kind.ACCREDITING_BODY, did(agency));
        issue(office, Kind.INSTITUTION, did(awarding));

        assertThat(chain()).containsExactly("chain.not-at-hand");
    }

    @Test
    void whoIsListedForAnotherTimeOrWhoseKeyOthersHaveAnchorsNothing() throws IOException {
        list(
                agency,
                "\"mayAward\": {\"kinds\": [\"accreditation\"]}, \"validUntil\": \"2001-01-01\"");
        issue(agency, Kind.INSTITUTION, did(awarding));
        assertThat(chain()).containsExactly("chain.link", "chain.anchor-outside-period");

        list(
                agency,
                "\"mayAward\": {\"kinds\": [\"accreditation\"]}, \"compromisedKeys\": [{\"publicKeyMultibase\": \"%s\", \"since\": \"2026-01-01T00:00:00Z\"}]"
                        .formatted(did(agency).substring("did:key:".length())));
        assertThat(chain()).containsExactly("chain.link", "chain.anchor-key-compromised");
    }

    @Test
    void aWithdrawnOneHeldUntilThatDayAndBreaksTheChainFromItOn() throws IOException {
        list(agency, "\"mayAward\": {\"kinds\": [\"accreditation\"]}");
        var one = issue(agency, Kind.INSTITUTION, did(awarding));
        var before = published(one);

        accepted(issued.withdraw(agency, Optional.empty(), one.id(), "  " + WHY));

        assertThat(published(one)).isNotEqualTo(before);
        assertThat(chain()).containsExactly("chain.link-withdrawn-later", "chain.anchored");
        assertThat(evidence("chain.link-withdrawn-later"))
                .contains(issued.today(agency).toString(), WHY);
        backdate(one, day);
        assertThat(chain()).containsExactly("chain.link-withdrawn");
        assertThat(evidence("chain.link-withdrawn")).contains(day.toString());
        assertThat(verdict().code()).isEqualTo("genuine");
        assertThat(SERVER.visitor().get("/v/" + awarded.shortCode()).body())
                .contains("and withdrew it on " + VerdictWords.ENGLISH.day(day), WHY);
        assertThat(SERVER.bean(Journal.class).verify())
                .isInstanceOf(Journal.Verification.Intact.class);
    }

    @Test
    void whoVerifiesElsewhereReadsTheListAndTheDayOverTheNetwork() {
        var one = issue(agency, Kind.INSTITUTION, did(awarding));
        assertThat(elsewhere(one)).containsExactly("chain.link", "chain.anchored");

        accepted(issued.withdraw(agency, Optional.empty(), one.id(), WHY));
        assertThat(elsewhere(one)).containsExactly("chain.link-withdrawn-later", "chain.anchored");

        backdate(one, day);
        assertThat(elsewhere(one)).containsExactly("chain.link-withdrawn");
    }

    @Test
    void whyItWasWithdrawnIsToldToWhoeverHasIt() {
        var one = issue(agency, Kind.INSTITUTION, did(awarding));
        var other = issue(agency, Kind.INSTITUTION, "https://other.example/");
        var place = "/status/borgofiume/accreditations/%d/%d".formatted(one.list(), one.index());
        var visitor = SERVER.visitor();
        assertThat(visitor.get(place + "?credential=" + one.identifier()).statusCode())
                .isEqualTo(404);

        accepted(issued.withdraw(agency, Optional.empty(), one.id(), WHY));

        assertThat(visitor.get(place + "?credential=" + one.identifier()).body())
                .contains(WHY, "\"on\":\"" + issued.today(agency));
        for (var wrong :
                List.of("", "?credential=", "?credential=" + other.identifier(), "?credential=x")) {
            assertThat(visitor.get(place + wrong).statusCode()).as(wrong).isEqualTo(404);
        }
        for (var wrong : List.of("/7", "/x", "/tokens", "/-1", "/99999999999")) {
            assertThat(visitor.get("/status/borgofiume/accreditations" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/status/borgofiume/%d".formatted(one.list())).body())
                .doesNotContain("/accreditations/");
    }

    @Test
    void aListIsOfOneKeyAndItsPlacesAreNotCountedUp() {
        var places =
                Stream.of("a", "b", "c", "d")
                        .map(
                                host ->
                                        issue(
                                                office,
                                                Kind.INSTITUTION,
                                                "https://%s.example/".formatted(host)))
                        .toList();
        assertThat(places.stream().map(IssuedAccreditation::list)).containsOnly(0);
        assertThat(places.stream().map(IssuedAccreditation::index).sorted().toList())
                .doesNotHaveDuplicates()
                .isNotEqualTo(List.of(0, 1, 2, 3));

        SERVER.bean(Keys.class).rotate(office);
        var next = issue(office, Kind.INSTITUTION, "https://e.example/");
        assertThat(next.list()).isEqualTo(1);
        for (var one : List.of(places.getFirst(), next)) {
            assertThat(published(one)).contains(read(one).issuer());
        }
    }

    @Test
    void theSameIsIssuedOnceAndAgainOnlyAfterItWasWithdrawn() {
        var first = issue(agency, Kind.INSTITUTION, "did:web:host.example");
        assertThat(refused(agency, wanted(Kind.INSTITUTION, "did:web:host.example")))
                .containsExactly("accreditation.issued-before");

        accepted(issued.withdraw(agency, Optional.empty(), first.id(), WHY));
        assertThat(codes(issued.withdraw(agency, Optional.empty(), first.id(), WHY)))
                .containsExactly("accreditation.withdrawn-before");

        assertThat(issue(agency, Kind.INSTITUTION, "did:web:host.example").id())
                .isNotEqualTo(first.id());
    }

    @Test
    void manyWhoIssueAtOnceTakeOnePlaceEachAndTheSameOnce() throws Exception {
        var same = wanted(Kind.INSTITUTION, "urn:body:same");
        var answers = new ArrayList<Future<Decided<IssuedAccreditation>>>();
        try (var all = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                var other = wanted(Kind.INSTITUTION, "urn:body:" + i);
                answers.add(all.submit(() -> issued.issue(agency, Optional.empty(), same)));
                answers.add(all.submit(() -> issued.issue(agency, Optional.empty(), other)));
            }
        }

        assertThat(answers.stream().filter(one -> one.resultNow() instanceof Decided.Refused))
                .hasSize(7);
        assertThat(issued.of(agency, Optional.empty(), 50)).hasSize(9);
    }

    @Test
    void nobodyAccreditsItself() {
        var own = SERVER.base() + "/catalogue/borgofiume/X-1/1";
        var others = SERVER.base() + "/catalogue/lough-ree/X-1/1";

        for (var subject : List.of(did(agency), agency.url())) {
            assertThat(refused(agency, wanted(Kind.INSTITUTION, subject)))
                    .containsExactly("accreditation.of-itself");
        }
        assertThat(refused(agency, wanted(Kind.COURSE, own)))
                .containsExactly("accreditation.of-itself");
        assertThat(read(issue(agency, Kind.COURSE, others)).subject()).isEqualTo(others);
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlace() {
        var faults =
                issued.issue(
                                agency,
                                Optional.empty(),
                                new AccreditationWanted(
                                        "diploma",
                                        "no identifier",
                                        " ",
                                        List.of("6", "9"),
                                        "1066-10-14",
                                        "tomorrow"))
                        .reasons();

        assertThat(faults.stream().map(one -> one.place() + " " + one.code()))
                .containsExactlyInAnyOrder(
                        "kind accreditation.kind-unknown",
                        "subject accreditation.subject-malformed",
                        "name accreditation.name-missing",
                        "levels accreditation.level-unknown",
                        "from accreditation.from-out-of-range",
                        "until accreditation.day-malformed");
        for (var subject : List.of("", "did:", "did:key", "did:web:a#b", "university", "a b:c")) {
            assertThat(refused(agency, wanted(Kind.INSTITUTION, subject)))
                    .as(subject)
                    .containsExactly("accreditation.subject-malformed");
        }
        for (var address : List.of("did:web:a.example", "https:", "ftp://a.example/c", "")) {
            assertThat(refused(agency, wanted(Kind.COURSE, address)))
                    .as(address)
                    .containsExactly("accreditation.course-address-malformed");
        }
        assertThat(refused(agency, wanted("x".repeat(201), "2026-01-01", "2025-12-31")))
                .containsExactly(
                        "accreditation.name-too-long", "accreditation.ends-before-it-begins");
        assertThat(refused(agency, wanted("a\nb", "2026-01-01", "3000-01-01")))
                .containsExactly(
                        "accreditation.name-of-several-lines", "accreditation.until-out-of-range");
        assertThat(
                        refused(
                                agency,
                                wanted(Kind.INSTITUTION, "https://a.example/" + "x".repeat(500))))
                .containsExactly("accreditation.subject-too-long");
        var one = issue(agency, Kind.INSTITUTION, "urn:body:1");
        assertThat(codes(issued.withdraw(agency, Optional.empty(), one.id(), " ")))
                .containsExactly("accreditation.reason-missing");
        assertThat(codes(issued.withdraw(agency, Optional.empty(), one.id(), "x".repeat(501))))
                .containsExactly("accreditation.reason-too-long");
    }

    private IssuedAccreditation issue(Organisation by, Kind kind, String subject) {
        return accepted(issued.issue(by, Optional.empty(), wanted(kind, subject)));
    }

    private static AccreditationWanted wanted(Kind kind, String subject) {
        return new AccreditationWanted(
                kind.code(), subject, "A body", List.of(), "2001-01-01", "2999-12-31");
    }

    private static AccreditationWanted wanted(String name, String from, String until) {
        return new AccreditationWanted(
                Kind.INSTITUTION.code(), "urn:body:1", name, List.of(), from, until);
    }

    private List<String> refused(Organisation by, AccreditationWanted wanted) {
        return codes(issued.issue(by, Optional.empty(), wanted));
    }

    private String did(Organisation organisation) {
        return SERVER.bean(Keys.class).inUse(organisation).did();
    }

    private static Accreditation read(IssuedAccreditation one) {
        return accepted(Accreditation.read(one.token().getBytes(StandardCharsets.UTF_8)));
    }

    private static String published(IssuedAccreditation one) {
        var address = read(one).status().getFirst().list();
        return SERVER.visitor().get(address.substring(SERVER.base().length())).body();
    }

    private static void backdate(IssuedAccreditation one, LocalDate day) {
        SERVER.bean(JdbcClient.class)
                .sql("UPDATE issued_accreditation SET withdrawn_at = :at WHERE id = :id")
                .param("at", java.sql.Timestamp.valueOf(day.atTime(12, 0)))
                .param("id", one.id())
                .update();
    }

    /** Has a list at hand that names a body, with what it says of it beside its name. */
    private void list(Organisation body, String members) throws IOException {
        var lists = SERVER.bean(TrustLists.class);
        lists.remove(LIST);
        lists.unpin("Accreditors");
        var publisher =
                KeystoreSigner.create(
                        folder.resolve(System.nanoTime() + ".p12"),
                        "secret".toCharArray(),
                        "key",
                        Algorithm.ED25519,
                        "Accreditors",
                        Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(lists.pin("Accreditors", publisher.controller())).isEmpty();
        var payload =
                """
                {"id": "%s", "name": "Accreditors", "date": "2026-01-01", "nextUpdate": "2990-01-01",
                 "entries": [{"ids": ["%s"], "legalName": "%s", "country": "%s", %s,
                              "source": "Ministry", "validFrom": "2000-01-01"}]}
                """
                        .formatted(LIST, did(body), body.name(), body.country().code(), members);
        accepted(
                lists.add(
                        TrustList.sign(payload.strip(), publisher)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private Verdict verdict() {
        return SERVER.bean(Verifications.class).verify(awarded.signed());
    }

    private List<String> chain() {
        return chain(verdict());
    }

    private static List<String> chain(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == Check.Kind.CHAIN)
                .map(Check::code)
                .toList();
    }

    private List<String> evidence(String code) {
        return verdict().checks().stream()
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElseThrow()
                .evidence();
    }

    /**
     * As somebody verifies who has the trust file and the accreditation, and lists who issued it.
     */
    private List<String> elsewhere(IssuedAccreditation one) {
        var json = SERVER.visitor().get("/trust.json").body();
        var trust = accepted(TrustFile.read(json.getBytes(StandardCharsets.UTF_8)));
        var prefixes =
                trust.issuers().stream()
                        .flatMap(issuer -> issuer.statusListPrefix().stream())
                        .collect(Collectors.toList());
        var clock = Clock.systemUTC();
        var web = new PublicWeb(FetchRules.open().and(prefixes), clock);
        return chain(
                new Verifier(
                                new AtHand(trust, read(one)),
                                new FetchedStatusLists(new CachedWeb(web, clock)))
                        .verify(awarded.signed(), clock.instant()));
    }

    /** A registry that lists the issuer of an accreditation as accrediting. */
    private record AtHand(TrustRegistry known, Accreditation one) implements TrustRegistry {

        @Override
        public String name() {
            return known.name();
        }

        @Override
        public Optional<TrustedIssuer> issuer(String id) {
            return known.issuer(id);
        }

        @Override
        public Optional<TrustedIssuer> accreditor(String id) {
            return known.issuer(id).map(AtHand::accrediting);
        }

        private static TrustedIssuer accrediting(TrustedIssuer body) {
            return new TrustedIssuer(
                    body.ids(),
                    body.legalName(),
                    body.country(),
                    body.place(),
                    body.url(),
                    body.source(),
                    body.validFrom(),
                    body.validUntil(),
                    body.keys(),
                    body.compromised(),
                    body.statusListPrefix(),
                    body.demo(),
                    Optional.of(
                            new eu.cairn.verification.AwardingScope(
                                    java.util.Set.of(), java.util.Set.of("accreditation"))),
                    body.list());
        }

        @Override
        public List<Accreditation> accreditations(Set<String> subjects) {
            return subjects.contains(one.subject()) ? List.of(one) : List.of();
        }
    }

    private static List<String> codes(Decided<?> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }
}
