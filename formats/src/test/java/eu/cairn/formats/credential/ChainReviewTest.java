package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.elm.ChainReview;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elm.JadesCheck;
import eu.cairn.formats.credential.elm.JadesSeal;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.credential.elm.TestAuthority;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The certificates that an operator brings for a key. */
class ChainReviewTest {

    private static final Instant NOW = Samples.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofDays(365));

    private final TestAuthority authority = new TestAuthority(NOW);

    static Signer[] signers() {
        return new Signer[] {Samples.signer(1), PointSigner.p256(7), PointSigner.p384(7)};
    }

    @ParameterizedTest
    @MethodSource("signers")
    void whatAnAuthorityAnswersToARequestIsTheChainOfTheKey(Signer signer) {
        var chain = chain(signer);

        var reviewed = review(signer, chain);

        assertThat(reviewed).isEqualTo(Decided.accepted(new SealCertificate(chain)));
        var certificate = new SealCertificate(chain);
        assertThat(certificate.ofTestSeal()).isFalse();
        assertThat(certificate.holder()).isEqualTo("Università della Laguna");
        assertThat(certificate.issuer()).contains("Test Authority");
        assertThat(certificate.isValid(NOW)).isTrue();
        assertThat(certificate.isValid(LATER.plusSeconds(1))).isFalse();
        assertThat(SealCertificate.ofPem(certificate.pem())).isEqualTo(certificate);
    }

    @Test
    void theHolderIsFoundAmongSeveralAttributesThatStandTogether() {
        var holder = new X500Name("C=IT,CN=Rectorate+O=Laguna+2.5.4.97=VATIT-1");

        var certificate = new SealCertificate(List.of(authority.of(holder)));

        assertThat(certificate.holder()).isEqualTo("Laguna");
        assertThat(certificate.organisationIdentifier()).contains("VATIT-1");
    }

    @Test
    void aSealCarriesTheWholeChain() {
        var signer = PointSigner.p256(7);
        var credential = Samples.credential(signer);
        var sealed =
                JadesSeal.seal(
                        EuropeanCredential.write(credential, Samples.publication()),
                        new SealCertificate(chain(signer)),
                        signer,
                        NOW);

        assertThat(sealed.map(text -> JadesCheck.of(Samples.json(text))))
                .isInstanceOfSatisfying(
                        Decided.Accepted.class,
                        found -> assertThat(found.value()).isInstanceOf(JadesCheck.Intact.class));
        var header =
                Samples.json(
                        new String(
                                java.util.Base64.getUrlDecoder()
                                        .decode(
                                                Samples.json(Samples.accepted(sealed))
                                                        .getJsonArray("signatures")
                                                        .getJsonObject(0)
                                                        .getString("protected")),
                                StandardCharsets.UTF_8));
        assertThat(header.getJsonArray("x5c")).hasSize(3);
    }

    @Test
    void whatIsNoChainOfTheKeyIsRefusedWithEveryReason() {
        var signer = PointSigner.p256(7);
        var own = chain(signer).getFirst();

        assertThat(codes(review(PointSigner.p256(8), chain(signer))))
                .containsExactly("key.certificate-of-another");
        assertThat(codes(review(signer, List.of(own, authority.root(), authority.authority()))))
                .containsExactly("key.certificate-order", "key.certificate-order");
        assertThat(codes(review(signer, List.of(authority.authority(), authority.root(), own))))
                .containsExactly(
                        "key.certificate-of-another",
                        "key.certificate-not-for-signing",
                        "key.certificate-order");
        assertThat(codes(review(signer, List.of(own, own)))).isNotEmpty();
        assertThat(
                        codes(
                                ChainReview.of(
                                        pem(chain(signer)),
                                        signer.publicKey(),
                                        LATER.plusSeconds(1))))
                .containsExactly("key.certificate-expired");
        assertThat(
                        codes(
                                ChainReview.of(
                                        pem(chain(signer)),
                                        signer.publicKey(),
                                        NOW.minus(Duration.ofDays(2)))))
                .containsOnly("key.certificate-not-yet")
                .hasSize(3);
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        for (var text : List.of("", "none", "-----BEGIN CERTIFICATE-----\nAAAA\n", "\0\1\2")) {
            assertThat(codes(of(text))).as(text).containsExactly("key.certificate-not-read");
        }
        assertThat(codes(of("-----BEGIN PRIVATE KEY-----\n")))
                .containsExactly("key.certificate-with-private-key");
        assertThat(codes(of("x".repeat(100_000)))).containsExactly("key.certificate-too-large");
        var many = new SealCertificate(java.util.Collections.nCopies(20, authority.root())).pem();
        assertThat(codes(of(many))).containsExactly("key.certificate-too-large");
    }

    private static Decided<SealCertificate> of(String text) {
        return ChainReview.of(
                text.getBytes(StandardCharsets.UTF_8), PointSigner.p256(7).publicKey(), NOW);
    }

    private List<X509Certificate> chain(Signer signer) {
        var body = Samples.credential(signer).awardingBody();
        return authority.answer(SealCertificate.request(signer, body), LATER);
    }

    private static Decided<SealCertificate> review(Signer signer, List<X509Certificate> chain) {
        return ChainReview.of(pem(chain), signer.publicKey(), NOW);
    }

    private static byte[] pem(List<X509Certificate> chain) {
        return new SealCertificate(chain).pem().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> codes(Decided<SealCertificate> decided) {
        return decided.reasons().stream().map(Refusal::code).toList();
    }
}
