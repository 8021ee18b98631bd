package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.Copies;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.web.Words;
import eu.cairn.credential.CredentialPart;
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.credential.CredentialFormat.Carriage;
import eu.cairn.formats.credential.CredentialFormat.Loss;
import eu.cairn.formats.credential.EdubadgesFormat;
import eu.cairn.formats.credential.LearningCredentialFormat;
import eu.cairn.formats.credential.OpenBadgeFormat;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One award is offered in every format, each with what it does not carry. */
class FormatsTest {

    private static final TestServer SERVER = TestServer.shared();

    private static final String WALLET =
            """
            {"kty": "EC", "crv": "P-256",
             "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
            """;

    private final TestServer.Visitor anybody = SERVER.visitor();

    private final AwardedCredential awarded = SERVER.inForce();

    @Test
    void thePageOffersEveryFormatInWords() {
        var page = anybody.get("/v/" + awarded.shortCode() + "/formats");

        for (var format : CredentialFormat.all()) {
            assertThat(page.body())
                    .contains(Words.name("credential", "format." + format.code()))
                    .contains(Words.name("credential", "format." + format.code() + ".for"));
        }
        assertThat(page.body()).doesNotContain(">format.").doesNotContain("part.");
    }

    @Test
    void thePageSaysWhatOtherSoftwareGetsInEachFormat() {
        var content = Copies.content(awarded);
        var page = anybody.get("/v/" + awarded.shortCode() + "/formats").body();

        for (var format : CredentialFormat.all()) {
            var losses = format.losses(content);
            if (fits(awarded, format)) {
                assertThat(losses).as(format.code()).isNotEmpty();
                assertThat(page).contains(count(losses));
            }
        }
        assertThat(page).contains("Only Cairn reads", "supervision and identity check");
    }

    private static String count(List<Loss> losses) {
        var own =
                losses.stream()
                        .filter(loss -> loss.carriage() instanceof Carriage.OwnTerms)
                        .count();
        return own == 0 ? "" : own + " only Cairn reads";
    }

    @Test
    void theReportIsKeptWithTheDocument() {
        anybody.get("/v/" + awarded.shortCode() + "/formats/elmo-1.7");

        assertThat(keptReport("elmo-1.7"))
                .contains("\"part\": \"assessments\"", "\"own-terms\"", "extension/assessment");
    }

    private String keptReport(String format) {
        return SERVER.bean(JdbcClient.class)
                .sql(
                        "SELECT losses::text FROM signed_copy WHERE award_id = :award AND format = :format")
                .param("award", awarded.award())
                .param("format", format)
                .query(String.class)
                .single();
    }

    @Test
    void everyPartHasAName() {
        for (var part : CredentialPart.values()) {
            assertThat(Words.name("credential", "part." + part.code()))
                    .isNotEqualTo("part." + part.code());
        }
    }

    @Test
    void everyFormatIsSignedOnceAndKeptAndFoundIntact() {
        for (var format : CredentialFormat.all()) {
            if (format instanceof LearningCredentialFormat || !fits(awarded, format)) {
                continue; // only for a wallet, or tried where it fits
            }
            var address = "/v/" + awarded.shortCode() + "/formats/" + format.code();
            var first = anybody.get(address);
            var again = anybody.get(address);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(first.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(format.mediaType());
            assertIntact(first.body(), format.code());
        }
    }

    private static boolean fits(AwardedCredential awarded, CredentialFormat format) {
        var content = Copies.content(awarded);
        return format.lacking(content).isEmpty() && format.unfit(content).isEmpty();
    }

    private static AwardedCredential thatFitsEdubadges(boolean fits) {
        var store = SERVER.bean(CredentialStore.class);
        return store.sample(1000).stream()
                .map(one -> store.byShortCode(one.shortCode()).orElseThrow())
                .filter(one -> one.revocation().isEmpty() && one.suspension().isEmpty())
                .filter(one -> fits(one, new EdubadgesFormat()) == fits)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAwardThatFitsIsHadAsEdubadge() {
        var fitting = thatFitsEdubadges(true);
        var address = "/v/" + fitting.shortCode() + "/formats";

        var document = anybody.get(address + "/edubadges");

        assertThat(anybody.get(address).body()).contains(address + "/edubadges");
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body())
                .contains("EducredentialAchievement")
                .doesNotContain("w3id.org/cairn/v1\"");
        var verdict =
                SERVER.bean(Verifications.class)
                        .verify(document.body().getBytes(StandardCharsets.UTF_8));
        assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict.credential().orElseThrow().id()).isEqualTo(Copies.content(fitting).id());
        assertThat(verdict.checks())
                .filteredOn(check -> check.result() == Check.Result.FAILED)
                .extracting(Check::code)
                .containsExactly("completeness.missing");
    }

    @Test
    void anAwardThatDoesNotFitSaysWhy() {
        var other = thatFitsEdubadges(false);
        var address = "/v/" + other.shortCode() + "/formats";
        var reason = new EdubadgesFormat().unfit(Copies.content(other)).getFirst();

        var page = anybody.get(address).body();
        var answer = anybody.get(address + "/edubadges");

        assertThat(page).contains(Words.of(reason)).doesNotContain(address + "/edubadges");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(reason.code());
        assertThat(anybody.get("/api/v1/awards/" + other.shortCode() + "/formats").body())
                .contains("\"unfit\":[{\"code\":\"" + reason.code() + "\"");
    }

    @Test
    void aLearnerTakesACredentialToAWalletAndNobodyElseDoes() {
        var learner = SERVER.as(TestServer.LEARNER);
        var held =
                SERVER.bean(CredentialStore.class).heldBy(TestServer.LEARNER).stream()
                        .filter(one -> one.document().isPresent())
                        .filter(one -> one.revocation().isEmpty() && one.suspension().isEmpty())
                        .findFirst()
                        .orElseThrow();
        var address = "/credentials/" + held.shortCode() + "/wallet";
        var key = Map.of("holderKey", WALLET);

        var token = learner.post(address, key);

        assertThat(token.statusCode()).isEqualTo(200);
        assertThat(token.body()).endsWith("~");
        assertIntact(token.body(), "SD-JWT VC");
        assertThat(learner.post(address, key).body()).isEqualTo(token.body());
        assertThat(learner.post(address, Map.of("holderKey", "{}")).statusCode()).isEqualTo(422);
        assertThat(learner.post(address, Map.of("holderKey", "")).body())
                .contains("aria-invalid=\"true\"");
        assertThat(SERVER.as(TestServer.REGISTRAR).post(address, key).statusCode()).isEqualTo(404);
    }

    private static void assertIntact(String document, String name) {
        var verdict =
                SERVER.bean(Verifications.class).verify(document.getBytes(StandardCharsets.UTF_8));
        System.out.println(name + ": " + VerdictWords.ENGLISH.headline(verdict));
        assertThat(verdict.checks())
                .as("%s: %s", name, verdict.checks())
                .noneMatch(
                        check ->
                                check.result() == Check.Result.FAILED
                                        && check.kind() != Check.Kind.ASSURANCE // of its issuer
                                        && !(name.equals("edubadges") // states not all elements
                                                && check.kind() == Check.Kind.COMPLETENESS))
                .anyMatch(
                        check ->
                                check.kind() == Check.Kind.INTEGRITY
                                        && check.result() == Check.Result.PASSED)
                .anyMatch(
                        check ->
                                check.kind() == Check.Kind.STATUS
                                        && check.result() == Check.Result.PASSED);
    }

    @Test
    void picturesAndPapersHoldTheCredential() throws IOException {
        for (var file : List.of("badge.png", "badge.svg", "certificate.pdf", "supplement.pdf")) {
            var address = SERVER.base() + "/v/" + awarded.shortCode() + "/" + file;
            try (var bytes = URI.create(address).toURL().openStream()) {
                var verdict = SERVER.bean(Verifications.class).verify(bytes.readAllBytes());

                assertThat(verdict).as(file).isInstanceOf(Verdict.Genuine.class);
            }
        }
    }

    @Test
    void whatWasRevokedIsNotSignedInOtherFormats() {
        var store = SERVER.bean(CredentialStore.class);
        var revoked =
                store.sample(1000).stream()
                        .map(one -> store.byShortCode(one.shortCode()).orElseThrow())
                        .filter(one -> one.revocation().isPresent())
                        .findFirst()
                        .orElseThrow();
        var address = "/v/" + revoked.shortCode() + "/formats";

        assertThat(anybody.get(address).body())
                .contains("the award was revoked", address + "/open-badge-3.0")
                .doesNotContain(address + "/elmo-1.7");
        assertThat(anybody.get(address + "/elmo-1.7").statusCode()).isEqualTo(409);
        assertThat(anybody.get(address + "/open-badge-3.0").statusCode()).isEqualTo(200);
    }

    @Test
    void theAwardItselfIsTheOpenBadge() {
        assertThat(anybody.get("/v/" + awarded.shortCode() + "/formats/open-badge-3.0").body())
                .isEqualTo(new String(awarded.signed(), StandardCharsets.UTF_8));
    }

    @Test
    void whatDoesNotExistIsNotThere() {
        assertThat(anybody.get("/v/" + awarded.shortCode() + "/formats/papyrus").statusCode())
                .isEqualTo(404);
        assertThat(anybody.get("/v/AAAA-AAAA-AA/formats").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiSaysTheSame() {
        var answer = anybody.get("/api/v1/awards/" + awarded.shortCode() + "/formats");

        assertThat(answer.body())
                .contains("\"code\":\"" + new OpenBadgeFormat().code() + "\"")
                .contains("\"carried\":\"own-terms\"", "\"carried\":\"as-text\"")
                .contains("\"where\":\"criteria.narrative\",\"exactly\":\"notionalHours\"");
    }
}
