package eu.cairn.formats.credential.elm;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority of the tests that stamps times (RFC 3161). */
public final class TestTimeAuthority implements TimeStamping.Authority {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.5");
    private static final ASN1ObjectIdentifier SHA256 =
            new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1");

    private final TestAuthority.Stamping stamping;
    private final Instant at;

    public TestTimeAuthority(Instant at) {
        this.at = at;
        stamping = new TestAuthority(at).stamping();
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        try {
            var generator =
                    new TimeStampTokenGenerator(
                            new JcaSimpleSignerInfoGeneratorBuilder()
                                    .setProvider(new BouncyCastleProvider())
                                    .build(
                                            "SHA256withECDSA",
                                            stamping.key().getPrivate(),
                                            stamping.certificate()),
                            new JcaDigestCalculatorProviderBuilder()
                                    .build()
                                    .get(
                                            new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                                    SHA256)),
                            POLICY);
            generator.addCertificates(
                    new JcaCertStore(List.of(stamping.certificate(), stamping.authority())));
            return new TimeStampResponseGenerator(generator, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), BigInteger.ONE, Date.from(at))
                    .getEncoded();
        } catch (TSPException | OperatorException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
