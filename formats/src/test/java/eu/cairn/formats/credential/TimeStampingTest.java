package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.formats.credential.elm.JadesCheck;
import eu.cairn.formats.credential.elm.JadesSeal;
import eu.cairn.formats.credential.elm.SealCertificate;
import eu.cairn.formats.credential.elm.SealStamp;
import eu.cairn.formats.credential.elm.TestTimeAuthority;
import eu.cairn.formats.credential.elm.TimeStamping;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A seal with the time at which an authority saw it, and what an authority may answer wrongly. */
class TimeStampingTest {

    private static final Instant AT = Samples.NOW.plusSeconds(5);

    private final TestTimeAuthority authority = new TestTimeAuthority(AT);

    static Signer[] signers() {
        return new Signer[] {Samples.signer(1), PointSigner.p256(7), PointSigner.p384(7)};
    }

    @ParameterizedTest
    @MethodSource("signers")
    void aStampedSealStaysIntactAndSaysWhen(Signer signer) {
        var sealed = sealed(signer);

        var stamped = accepted(TimeStamping.stamped(sealed, authority));

        assertThat(json(stamped).getString("payload")).isEqualTo(json(sealed).getString("payload"));
        assertThat(intact(sealed).stamp()).isEmpty();
        assertThat(intact(stamped).stamp()).contains(new SealStamp.Intact(AT, "O=Test Clock"));
        assertThat(intact(stamped).certificate()).isEqualTo(intact(sealed).certificate());
    }

    @Test
    void theStampOfAnotherSealIsBroken() {
        var one = accepted(TimeStamping.stamped(sealed(PointSigner.p256(7)), authority));
        var other = accepted(TimeStamping.stamped(sealed(PointSigner.p256(8)), authority));

        var moved = one.replace(stamp(one), stamp(other));

        assertThat(moved).isNotEqualTo(one);
        assertThat(intact(moved).stamp()).containsInstanceOf(SealStamp.Broken.class);
    }

    @Test
    void anAnswerThatIsNotRightLeavesNothing() {
        var sealed = sealed(PointSigner.p256(7));
        var kept = new ArrayList<byte[]>();
        TimeStamping.stamped(
                sealed,
                request -> {
                    kept.add(authority.answer(request));
                    return kept.getFirst();
                });

        for (var wrong :
                new TimeStamping.Authority[] {
                    request -> {
                        throw new IOException("connection refused");
                    },
                    request -> new byte[0],
                    request -> new byte[] {1, 2, 3},
                    request ->
                            "<html>".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    request -> kept.getFirst(), // of another request
                    request -> {
                        var answer = authority.answer(request);
                        answer[answer.length - 1] ^= 1;
                        return answer;
                    }
                }) {
            assertThat(TimeStamping.stamped(sealed, wrong)).isInstanceOf(Decided.Refused.class);
            assertThat(TimeStamping.stamped(sealed, wrong).reasons())
                    .extracting("code")
                    .containsExactly("credential.no-time-stamp");
        }
    }

    @Test
    void aStampWithoutTheCertificateOfItsAuthorityIsNotBroken() {
        var one = authority.stampedWithoutCertificate(sealed(PointSigner.p256(7)));
        var other = authority.stampedWithoutCertificate(sealed(PointSigner.p256(8)));

        assertThat(intact(one).stamp()).contains(new SealStamp.Anonymous(AT));
        assertThat(intact(one.replace(stamp(one), stamp(other))).stamp())
                .containsInstanceOf(SealStamp.Broken.class);
    }

    private static String stamp(String sealed) {
        return json(sealed)
                .getJsonArray("signatures")
                .getJsonObject(0)
                .getJsonObject("header")
                .getJsonArray("etsiU")
                .getString(0);
    }

    private static JadesCheck.Intact intact(String sealed) {
        return (JadesCheck.Intact) JadesCheck.of(json(sealed));
    }

    private static String sealed(Signer signer) {
        var credential = Samples.credential(signer);
        return accepted(
                JadesSeal.seal(
                        EuropeanCredential.write(credential, Samples.publication()),
                        SealCertificate.selfMade(signer, credential.awardingBody(), Samples.ISSUED),
                        signer,
                        Samples.NOW));
    }
}
