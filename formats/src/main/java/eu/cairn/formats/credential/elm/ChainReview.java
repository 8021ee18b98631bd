package eu.cairn.formats.credential.elm;

import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Whether certificates that somebody brings are a chain for a key (RFC 5280, section 6): the key's
 * own first, each signed by the next. Whether the last is known to receivers is not decided here.
 */
public final class ChainReview {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int MAX_BYTES = 1 << 16;
    private static final int MAX_LENGTH = 6;

    private final List<X509Certificate> chain;
    private final List<Refusal> reasons = new ArrayList<>();

    private ChainReview(List<X509Certificate> chain) {
        this.chain = List.copyOf(chain);
    }

    /**
     * The chain that {@code file} (PEM) holds for {@code key}, or every reason why it is none:
     * {@code key.certificate-…}.
     */
    public static Decided<SealCertificate> of(byte[] file, VerificationKey key, Instant now) {
        var text = new String(file, StandardCharsets.UTF_8);
        if (file.length > MAX_BYTES) {
            return tooLarge();
        }
        if (text.contains("PRIVATE KEY-----")) {
            return Decided.refused(Refusal.of("key.certificate-with-private-key", ""));
        }
        try {
            var chain = SealCertificate.certificates(text);
            if (chain.isEmpty()) {
                return notRead();
            }
            return chain.size() > MAX_LENGTH ? tooLarge() : new ChainReview(chain).review(key, now);
        } catch (RuntimeException e) { // the library was given something that it did not expect
            return notRead();
        }
    }

    private static Decided<SealCertificate> tooLarge() {
        return Decided.refused(Refusal.of("key.certificate-too-large", "", MAX_LENGTH));
    }

    private static Decided<SealCertificate> notRead() {
        return Decided.refused(Refusal.of("key.certificate-not-read", ""));
    }

    private Decided<SealCertificate> review(VerificationKey key, Instant now) {
        var own = chain.getFirst();
        if (!VerificationKey.of(own.getPublicKey()).equals(Optional.of(key))) {
            refuse("key.certificate-of-another", own);
        }
        if (!signs(own)) {
            refuse("key.certificate-not-for-signing", own);
        }
        for (var one : chain) {
            if (now.isBefore(one.getNotBefore().toInstant())) {
                refuse("key.certificate-not-yet", one, one.getNotBefore().toInstant());
            }
            if (now.isAfter(one.getNotAfter().toInstant())) {
                refuse("key.certificate-expired", one, one.getNotAfter().toInstant());
            }
        }
        for (int place = 1; place < chain.size(); place++) {
            link(chain.get(place - 1), chain.get(place));
        }
        return reasons.isEmpty()
                ? Decided.accepted(new SealCertificate(chain))
                : Decided.refused(reasons);
    }

    private void link(X509Certificate certificate, X509Certificate issuer) {
        if (!isSignedBy(certificate, issuer)) {
            refuse("key.certificate-order", certificate, name(issuer));
        } else if (issuer.getBasicConstraints() < 0) {
            refuse("key.certificate-no-authority", issuer);
        }
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), PROVIDER);
            return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Where a certificate says what its key is for, it is for signatures or seals. */
    private static boolean signs(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return usage == null || usage[0] || usage[1];
    }

    private void refuse(String code, X509Certificate certificate, Object... more) {
        var parameters = new ArrayList<Object>(List.of(name(certificate)));
        parameters.addAll(List.of(more));
        reasons.add(Refusal.of(code, "", parameters.toArray()));
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
