package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import eu.cairn.formats.credential.Changed;
import eu.cairn.formats.credential.EllipticSigner;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.TokenStatusList;
import eu.cairn.formats.credential.UnsignedToken;
import eu.cairn.formats.credential.sdjwt.LearningCredential;
import eu.cairn.formats.credential.sdjwt.Wallet;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Verdict;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdJwtVerifierTest {

    private static final Signer SIGNER = EllipticSigner.make();
    private static final Wallet WALLET = Wallet.make();
    private static final String LIST = "https://lagoonside.example/status/1";
    private static final int PLACE = 94_567;
    private static final Instant NOW = Samples.NOW;
    private static final Challenge CHALLENGE = new Challenge("https://verifier.example", "n-1");

    private static final String SD_JWT =
            WALLET.receive(Samples.credential(SIGNER), Publication.NONE, SIGNER);
    private static final String WITH_STATUS =
            WALLET.receive(Samples.credential(SIGNER), Samples.publication(), SIGNER);

    @Test
    void aCredentialOfAKnownIssuerIsGenuineWithEachKindOfKey() {
        var ed25519 = Samples.signer(1);
        var byEd25519 = WALLET.receive(Samples.credential(ed25519), Publication.NONE, ed25519);

        assertThat(reason(verify(SD_JWT))).isEqualTo("genuine");
        assertThat(verify(SD_JWT).credential()).contains(Samples.credential(SIGNER));
        assertThat(
                        reason(
                                new Verifier(Registries.knowing(ed25519), StatusLists.unreachable())
                                        .verify(bytes(byEd25519), NOW)))
                .isEqualTo("genuine");
        assertThat(code(verify(SD_JWT), Kind.FORMAT)).isEqualTo("format.sd-jwt-vc");
        assertThat(code(verify(SD_JWT), Kind.STATUS)).isEqualTo("status.none");
        assertThat(code(verify(SD_JWT), Kind.HOLDER)).isEqualTo("holder.not-checked");
        assertThat(code(verify(SD_JWT), Kind.COMPLETENESS)).isEqualTo("completeness.complete");
    }

    @Test
    void anIssuerThatNobodyKnowsIsNotKnown() {
        var verifier = new Verifier(TrustRegistry.empty(), StatusLists.unreachable());

        assertThat(reason(verifier.verify(bytes(SD_JWT), NOW)))
                .isEqualTo("could-not-finish trust.issuer-unknown");
    }

    @Test
    void whatIsNotDisclosedIsNeitherReadNorMissing() {
        var verdict = verify(Wallet.disclosing(SD_JWT, "family_name"::equals));

        assertThat(reason(verdict)).isEqualTo("genuine");
        assertThat(code(verdict, Kind.COMPLETENESS)).isEqualTo("completeness.withheld");
        assertThat(verdict.credential().orElseThrow().grade()).isEmpty();
        assertThat(verdict.credential().orElseThrow().learner().orElseThrow().fullName())
                .isEqualTo("Ó Briain");
    }

    @Test
    void theHolderIsProvenByAnAnswerToTheChallengeOnly() {
        var shown = Wallet.disclosing(SD_JWT, "family_name"::equals);
        var bound = WALLET.bound(shown, CHALLENGE.audience(), CHALLENGE.nonce(), NOW);

        assertThat(holder(bound)).isEqualTo("holder.key-proven");
        assertThat(reason(asked(bound))).isEqualTo("genuine");
        assertThat(holder(shown)).isEqualTo("holder.key-not-proven");
        assertThat(holder(WALLET.bound(shown, "https://other.example", CHALLENGE.nonce(), NOW)))
                .isEqualTo("holder.key-not-proven");
        assertThat(holder(WALLET.bound(shown, CHALLENGE.audience(), "n-2", NOW)))
                .isEqualTo("holder.key-not-proven");
        assertThat(code(verify(bound), Kind.HOLDER)).isEqualTo("holder.binding-unasked");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, holder.key-proven",
        "PT-9M, holder.key-proven",
        "PT-11M, holder.key-not-proven",
        "PT4M, holder.key-proven",
        "PT6M, holder.key-not-proven"
    })
    void anAnswerIsOfTheseMinutes(Duration away, String code) {
        var made = NOW.plus(away);

        assertThat(holder(WALLET.bound(SD_JWT, CHALLENGE.audience(), CHALLENGE.nonce(), made)))
                .isEqualTo(code);
    }

    @Test
    void aProofOfAnotherKeyOrAboutAnotherDocumentBreaksTheDocument() {
        var shown = Wallet.disclosing(SD_JWT, "family_name"::equals);
        var bound = WALLET.bound(shown, CHALLENGE.audience(), CHALLENGE.nonce(), NOW);
        var proof = bound.substring(shown.length());
        var broken = "not-genuine integrity.key-binding-broken";

        assertThat(reason(verify(SD_JWT + proof))).isEqualTo(broken);
        assertThat(
                        reason(
                                verify(
                                        Wallet.make()
                                                .bound(
                                                        shown,
                                                        CHALLENGE.audience(),
                                                        CHALLENGE.nonce(),
                                                        NOW))))
                .isEqualTo(broken);
        assertThat(reason(verify(shown + "e30.e30.AA"))).isEqualTo(broken);
        assertThat(reason(verify(shown + "x"))).isEqualTo(broken);
    }

    @Test
    void theStatusIsThatOfTheIssuersList() {
        var nothing = new BitSet();
        var here = new BitSet();
        here.set(PLACE);
        var elsewhere = new BitSet();
        elsewhere.set(PLACE + 1);

        assertThat(status(list(elsewhere, elsewhere), SIGNER)).isEqualTo("genuine");
        assertThat(status(list(here, nothing), SIGNER)).isEqualTo("not-genuine status.revoked");
        assertThat(status(list(nothing, here), SIGNER)).isEqualTo("not-genuine status.suspended");
        assertThat(status(list(here, here), SIGNER)).isEqualTo("not-genuine status.revoked");
    }

    @Test
    void aListThatIsNotToBeReliedOnLeavesTheStatusOpen() {
        var list = list(new BitSet(), new BitSet());
        var ttl = Duration.ofHours(12);

        assertThat(reason(verify(WITH_STATUS)))
                .isEqualTo("could-not-finish status.list-unreachable");
        assertThat(status(list, EllipticSigner.make()))
                .isEqualTo("could-not-finish status.list-not-intact");
        assertThat(status(signed(list, LIST, NOW.minus(Duration.ofDays(2)), ttl, SIGNER)))
                .isEqualTo("could-not-finish status.list-out-of-date");
        assertThat(status(signed(list, LIST, NOW.plus(Duration.ofHours(1)), ttl, SIGNER)))
                .isEqualTo("could-not-finish status.list-out-of-date");
        assertThat(status(signed(list, LIST + "0", NOW, ttl, SIGNER)))
                .isEqualTo("could-not-finish status.list-of-another-address");
        assertThat(status("{}")).isEqualTo("could-not-finish status.list-malformed");
        assertThat(status(SD_JWT.substring(0, SD_JWT.indexOf('~'))))
                .isEqualTo("could-not-finish status.list-malformed");
    }

    @Test
    void whatHasExpiredOrDoesNotHoldYetIsNotGenuine() {
        assertThat(reason(verifier().verify(bytes(SD_JWT), Instant.parse("2030-06-19T00:00:00Z"))))
                .isEqualTo("not-genuine validity.expired");
        assertThat(reason(verifier().verify(bytes(SD_JWT), Instant.parse("2030-06-18T23:59:59Z"))))
                .isEqualTo("genuine");
        assertThat(reason(verifier().verify(bytes(SD_JWT), Samples.ISSUED.minusSeconds(600))))
                .isEqualTo("not-genuine validity.not-yet");
    }

    @Test
    void aChangedCharacterIsFoundWhereverItStands() {
        var token = SD_JWT.substring(0, SD_JWT.indexOf('~'));
        var parts = token.split("\\.");
        var changed =
                parts[0]
                        + "."
                        + Base64URL.encode(
                                new Base64URL(parts[1])
                                        .decodeToString()
                                        .replace("\"IT\"", "\"FI\""))
                        + "."
                        + parts[2];

        assertThat(reason(verify(SD_JWT.replace(token, changed))))
                .isEqualTo("not-genuine integrity.changed");
    }

    @Test
    void aKeyThatTheDocumentBringsIsNotTheIssuers() throws JOSEException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dc+sd-jwt"))
                        .jwk(WALLET.key().toPublicJWK())
                        .build();
        var forged = new JWSObject(header, payload());
        forged.sign(new ECDSASigner(WALLET.key()));

        assertThat(reason(verify(forged.serialize() + "~")))
                .isEqualTo("not-genuine integrity.changed");
    }

    @Test
    void aPublicKeyIsNoSecret() throws JOSEException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("dc+sd-jwt"))
                        .build();
        var forged = new JWSObject(header, payload());
        forged.sign(new MACSigner(SIGNER.publicKey().hex()));

        assertThat(reason(verify(forged.serialize() + "~")))
                .isEqualTo("not-genuine integrity.algorithm-forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alg\":\"none\",\"typ\":\"dc+sd-jwt\"} | not-genuine integrity.algorithm-forbidden",
                "{\"alg\":\"ES256\",\"typ\":\"JWT\"} | not-genuine format.media-type-wrong",
                "{\"alg\":\"ES256\",\"typ\":[\"dc+sd-jwt\"]} | not-genuine format.media-type-wrong",
                "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\",\"crit\":[\"x\"]} | not-genuine format.extension-critical",
                "{\"alg\":\"ES256\",\"alg\":\"none\"} | not-genuine format.duplicate-member"
            })
    void aHeaderThatAllowsNoReadingIsRefused(String header, String reason) {
        var token = SD_JWT.replaceFirst("^[^.]+", Base64URL.encode(header).toString());

        assertThat(reason(verify(token))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"vct\":7} | format.member-missing",
                "{\"vct\":\"x\",\"iss\":7} | format.issuer-malformed",
                "{\"vct\":\"x\",\"iat\":\"1\"} | format.claims-unreadable",
                "{\"vct\":\"x\",\"nbf\":null} | format.claims-unreadable",
                "{\"vct\":\"x\",\"exp\":1e300} | format.claims-unreadable",
                "{\"vct\":\"x\",\"_sd\":\"x\"} | format.sd-jwt-malformed",
                "{\"vct\":\"x\",\"_sd\":[7]} | format.sd-jwt-malformed",
                "{\"vct\":\"x\",\"_sd_alg\":7} | format.sd-jwt-malformed",
                "{\"vct\":\"x\",\"_sd\":[\"a\",\"a\"]} | format.sd-jwt-malformed",
                "{\"vct\":\"x\",\"...\":\"a\"} | format.sd-jwt-malformed",
                "{\"vct\":\"x\",\"l\":[{\"...\":\"a\",\"b\":1}]} | format.sd-jwt-malformed",
                "{\"vct\":\"x\",\"l\":[{\"...\":7}]} | format.sd-jwt-malformed"
            })
    void aPayloadThatAllowsNoReadingIsRefused(String payload, String code) {
        var token =
                Base64URL.encode("{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}")
                        + "."
                        + Base64URL.encode(payload)
                        + ".AA~";

        assertThat(reason(verify(token))).isEqualTo("not-genuine " + code);
    }

    @Test
    void whatIsTooLargeOrTooDeepIsGivenUpQuickly() throws Exception {
        var many = IntStream.range(0, 501).mapToObj(i -> "W10~").collect(Collectors.joining());
        var inner = Base64URL.encode("[\"s\",\"a\",1]").toString();
        var chain = new StringBuilder(inner).append('~');
        for (int i = 0; i < 200; i++) {
            inner =
                    Base64URL.encode("[\"s\",\"a\",{\"_sd\":[\"" + digest(inner) + "\"]}]")
                            .toString();
            chain.append(inner).append('~');
        }
        var payload = "{\"vct\":\"x\",\"_sd\":[\"" + digest(inner) + "\"]}";
        var header = Base64URL.encode("{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}");
        var deep = header + "." + Base64URL.encode(payload) + ".AA~" + chain;
        var started = System.nanoTime();

        assertThat(reason(verify(SD_JWT + many)))
                .isEqualTo("could-not-finish format.too-many-disclosures");
        assertThat(reason(verify(deep))).isEqualTo("could-not-finish format.too-deep");
        assertThat(reason(verify("~".repeat(100))))
                .isEqualTo("could-not-finish format.not-recognised");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anEndThatIsUnreadableOrMayBeWithheldIsNotNone() {
        var claims =
                Samples.json(
                        LearningCredential.write(
                                Changed.of(
                                        Samples.credential(SIGNER),
                                        Map.of("expiresOn", Optional.empty())),
                                Publication.NONE));
        var unreadable = Json.createObjectBuilder(claims).add("date_of_expiry", 7).build();
        var withheld =
                Json.createObjectBuilder(claims)
                        .remove("exp")
                        .add("_sd", Json.createArrayBuilder().add("A".repeat(43)))
                        .build();

        for (var payload : List.of(unreadable, withheld)) {
            var token = UnsignedToken.of("dc+sd-jwt", payload.toString(), SIGNER);
            var verdict = verify(token.signed(SIGNER.sign(token.bytesToSign())) + "~");

            assertThat(code(verdict, Kind.VALIDITY)).isEqualTo("validity.end-unreadable");
        }
    }

    @Test
    void anEndThatOnlyTheTokenHasIsNotOneOfTheCredential() {
        var endless = Changed.of(Samples.credential(SIGNER), Map.of("expiresOn", Optional.empty()));
        var verdict = verify(WALLET.receive(endless, Publication.NONE, SIGNER));
        var validity =
                verdict.checks().stream()
                        .filter(check -> check.kind() == Kind.VALIDITY)
                        .findFirst()
                        .orElseThrow();

        assertThat(validity.code()).isEqualTo("validity.seal-in-period");
        assertThat(validity.evidence()).containsExactly("2035-06-20");
        assertThat(verdict.credential().orElseThrow().expiresOn()).isEmpty();
    }

    @Test
    void theDayOfTheAwardIsReadAlsoWhereItIsThatOfIssuing() {
        var day = Samples.ISSUED.atOffset(ZoneOffset.UTC).toLocalDate();
        var credential =
                Changed.of(Samples.credential(SIGNER), Map.of("awardedOn", Optional.of(day)));
        var verdict = verify(WALLET.receive(credential, Publication.NONE, SIGNER));

        assertThat(verdict.credential().orElseThrow().awardedOn()).contains(day);
    }

    @Test
    void oddValuesOfTheIssuersOwnBreakNothing() {
        var claims =
                Json.createObjectBuilder(
                                Samples.json(
                                        LearningCredential.write(
                                                Samples.credential(SIGNER), Samples.publication())))
                        .add("nbf", Samples.ISSUED.getEpochSecond())
                        .build();
        var odd =
                Samples.json(
                                """
                                {"odd": [null, true, 7, -1, 1e300, 0.5, "", " ", "2025-02-30", "x",
                                 [], [[]], [null], [7], ["a", "b"], {}, {"id": 7}, [{"id": {}}],
                                 [{"languageTag": "en", "wording": " "}], 253402300800000]}
                                """)
                        .getJsonArray("odd");
        var counts = new TreeMap<String, Integer>();
        for (var claim : claims.keySet()) {
            for (var value : odd) {
                var payload = Json.createObjectBuilder(claims).add(claim, value).build();
                var token = UnsignedToken.of("dc+sd-jwt", payload.toString(), SIGNER);
                var verdict = verify(token.signed(SIGNER.sign(token.bytesToSign())) + "~");
                counts.merge(reason(verdict), 1, Integer::sum);
            }
        }
        System.out.println("odd values: " + counts);

        assertThat(counts.keySet()).doesNotContain("not-genuine integrity.changed");
        assertThat(counts).containsKey("not-genuine format.claims-unreadable");
    }

    private static String digest(String text) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256");
        return Base64URL.encode(hash.digest(text.getBytes(StandardCharsets.US_ASCII))).toString();
    }

    private static Payload payload() {
        var token = SD_JWT.substring(0, SD_JWT.indexOf('~'));
        return new Payload(new Base64URL(token.split("\\.")[1]));
    }

    private static TokenStatusList list(BitSet revoked, BitSet suspended) {
        return TokenStatusList.of(revoked, suspended);
    }

    private static String signed(
            TokenStatusList list, String address, Instant issued, Duration ttl, Signer signer) {
        var token = list.token(address, issued, ttl, signer);
        return token.signed(signer.sign(token.bytesToSign()));
    }

    private static String status(TokenStatusList list, Signer signer) {
        return status(signed(list, LIST, NOW, Duration.ofHours(12), signer));
    }

    private static String status(String list) {
        StatusLists lists =
                (address, issuer) -> address.equals(LIST) ? Optional.of(list) : Optional.empty();
        return reason(
                new Verifier(Registries.knowing(SIGNER), lists).verify(bytes(WITH_STATUS), NOW));
    }

    private static Verifier verifier() {
        return new Verifier(Registries.knowing(SIGNER), StatusLists.unreachable());
    }

    private static Verdict verify(String document) {
        return verifier().verify(bytes(document), NOW);
    }

    private static Verdict asked(String document) {
        return verifier().verify(bytes(document), NOW, CHALLENGE);
    }

    private static String holder(String document) {
        return code(asked(document), Kind.HOLDER);
    }

    private static String code(Verdict verdict, Kind kind) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == kind)
                .map(Check::code)
                .collect(Collectors.joining(" "));
    }

    private static String reason(Verdict verdict) {
        return VerifierTest.reason(verdict);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
