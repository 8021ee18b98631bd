package eu.cairn.bench;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.DataIntegrity.Prepared;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.UnsignedToken;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import eu.cairn.verification.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signing, verifying and printing a credential, and what of it no program could save. */
@State(Scope.Benchmark)
public class CredentialBench {

    private final DataIntegrity proofs = new DataIntegrity(Contexts.trusted());
    private final Signer signer = BenchCredential.signer();
    private final MicroCredential credential = BenchCredential.credential(signer);
    private final String unsigned = BenchCredential.unsigned(signer);
    private final Prepared prepared =
            accepted(proofs.prepare(unsigned, signer, BenchCredential.NOW));
    private final byte[] toSign = prepared.bytesToSign();
    private final byte[] signature = signer.sign(toSign);
    private final byte[] signed =
            proofs.complete(prepared, signature).getBytes(StandardCharsets.UTF_8);
    private final String list = list(BenchCredential.NOW);
    private final Verifier verifier =
            new Verifier(BenchCredential.registry(signer), (address, issuer) -> Optional.of(list));

    /** As many lists as no verifier remembers, and one that is asked with another each time. */
    private final List<String> lists =
            IntStream.range(0, 100)
                    .mapToObj(i -> list(BenchCredential.NOW.minusSeconds(i)))
                    .toList();

    private final AtomicInteger asked = new AtomicInteger();
    private final Verifier withOtherLists =
            new Verifier(
                    BenchCredential.registry(signer),
                    (address, issuer) ->
                            Optional.of(lists.get(asked.getAndIncrement() % lists.size())));
    private final Certificate.Presentation presentation =
            new Certificate.Presentation(
                    URI.create("https://cairn.example/v/7K4P-9QXD-2M"),
                    "7K4P-9QXD-2M",
                    Language.ENGLISH,
                    true,
                    "Signed by Kallavesi University.",
                    Optional.empty());

    private final byte[] token =
            CredentialToken.sign(unsigned, signer).getBytes(StandardCharsets.UTF_8);

    /** More than any verifier remembers; one of them is new when its turn comes again. */
    private final List<byte[]> documents = SignedDocuments.proofs(signer);

    private final List<byte[]> tokens = SignedDocuments.tokens(signer);

    private final byte[] tokenToSign =
            UnsignedToken.of(CredentialToken.MEDIA_TYPE, unsigned, signer).bytesToSign();
    private final byte[] tokenSignature = signer.sign(tokenToSign);

    private String list(Instant made) {
        var unsignedList =
                StatusList.of(Publication.Purpose.REVOCATION, new BitSet())
                        .write(
                                BenchCredential.statusList(),
                                signer.controller(),
                                made,
                                Duration.ofMinutes(5));
        return accepted(proofs.sign(unsignedList, signer, made));
    }

    String unsigned() {
        return unsigned;
    }

    /** A signed credential from the award itself. */
    String issue() {
        var text = BenchCredential.unsigned(signer);
        var ready = accepted(proofs.prepare(text, signer, BenchCredential.NOW));
        return proofs.complete(ready, signer.sign(ready.bytesToSign()));
    }

    /** The same as a signed token. */
    String signToken() {
        return CredentialToken.sign(unsigned, signer);
    }

    /** The floor of signing a token: the signature alone, over the same bytes. */
    byte[] tokenSignatureAlone() {
        return signer.sign(tokenToSign);
    }

    /** The whole verdict on one that was not seen before, with the status list checked. */
    Verdict verifyToken() {
        return genuine(verifier, next(tokens));
    }

    /** The same for one that was seen before. */
    Verdict verifyTokenAgain() {
        return genuine(verifier, token);
    }

    /** The floor of it: the signature alone, over the same bytes. */
    boolean tokenSignatureCheckAlone() {
        return isSigned(tokenToSign, tokenSignature);
    }

    /** The whole verdict, with a status list that was not seen before either. */
    Verdict verifyWithAnotherList() {
        return genuine(withOtherLists, next(documents));
    }

    /** The whole verdict on a document that was seen before. */
    @Benchmark
    public Verdict verifyAgain() {
        return genuine(verifier, signed);
    }

    private byte[] next(List<byte[]> all) {
        return all.get(asked.getAndIncrement() % all.size());
    }

    /** A signed credential from an unsigned one, as an award makes it. */
    @Benchmark
    public String sign() {
        var ready = accepted(proofs.prepare(unsigned, signer, BenchCredential.NOW));
        return proofs.complete(ready, signer.sign(ready.bytesToSign()));
    }

    /** The floor of signing: the signature alone, over the same bytes. */
    @Benchmark
    public byte[] signatureAlone() {
        return signer.sign(toSign);
    }

    /** The whole verdict on a document that was not seen before, with the status list checked. */
    @Benchmark
    public Verdict verify() {
        return genuine(verifier, next(documents));
    }

    private static Verdict genuine(Verifier verifier, byte[] document) {
        var verdict = verifier.verify(document, BenchCredential.NOW.plusSeconds(60));
        if (!(verdict instanceof Verdict.Genuine)) {
            throw new IllegalStateException(verdict.checks().toString());
        }
        return verdict;
    }

    /** The floor of verifying: the signature of the credential. */
    @Benchmark
    public boolean signatureCheckAlone() {
        return isSigned(toSign, signature);
    }

    /** By the library itself: Cairn remembers which signatures it found to be good. */
    private boolean isSigned(byte[] message, byte[] by) {
        var check = new Ed25519Signer();
        check.init(false, new Ed25519PublicKeyParameters(signer.publicKey().bytes()));
        check.update(message, 0, message.length);
        return check.verifySignature(by);
    }

    /** Reading the same document, without asking whether it is genuine. */
    @Benchmark
    public Object parse() {
        return accepted(StrictJson.parse(signed));
    }

    /** The certificate, with the signed credential inside. */
    @Benchmark
    public byte[] certificate() {
        return accepted(Certificate.write(credential, presentation, signed));
    }

    private static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T> refused ->
                    throw new IllegalStateException(refused.reasons().toString());
        };
    }
}
