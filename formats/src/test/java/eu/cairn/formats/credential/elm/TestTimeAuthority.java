package eu.cairn.formats.credential.elm;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
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

    /** The sealed credential with a stamp that does not bring its certificate along. */
    public String stampedWithoutCertificate(String sealed) {
        var service = new JAdESService(new CommonCertificateVerifier(true));
        service.setTspSource((algorithm, digest) -> new TimestampBinary(bare(algorithm, digest)));
        var document = new InMemoryDocument(sealed.getBytes(StandardCharsets.UTF_8));
        return JadesSeal.text(service.extendDocument(document, TimeStamping.parameters()));
    }

    private byte[] bare(DigestAlgorithm algorithm, byte[] digest) {
        try {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(false);
            var request = generator.generate(new ASN1ObjectIdentifier(algorithm.getOid()), digest);
            return new TimeStampResponse(answer(request.getEncoded()))
                    .getTimeStampToken()
                    .getEncoded();
        } catch (IOException | TSPException e) {
            throw new AssertionError(e);
        }
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
