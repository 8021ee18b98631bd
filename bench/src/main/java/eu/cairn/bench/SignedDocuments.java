package eu.cairn.bench;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * So many different credentials of one issuer that none is remembered until its turn comes again.
 */
final class SignedDocuments {

    /** A verifier remembers 4,096. */
    private static final int COUNT = 5_000;

    private SignedDocuments() {}

    /** With a proof inside, made with {@code eddsa-rdfc-2022}. */
    static List<byte[]> proofs(Signer signer) {
        var integrity = new DataIntegrity(Contexts.trusted());
        return each(signer, unsigned -> signed(integrity, unsigned, signer));
    }

    /** As tokens. */
    static List<byte[]> tokens(Signer signer) {
        return each(signer, unsigned -> CredentialToken.sign(unsigned, signer));
    }

    private static List<byte[]> each(Signer signer, UnaryOperator<String> sign) {
        return IntStream.rangeClosed(1, COUNT)
                .parallel()
                .mapToObj(number -> sign.apply(BenchCredential.unsigned(signer, number)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String signed(DataIntegrity integrity, String unsigned, Signer signer) {
        return switch (integrity.sign(unsigned, signer, BenchCredential.NOW)) {
            case Decided.Accepted<String>(var text) -> text;
            case Decided.Refused<String> refused ->
                    throw new IllegalStateException(refused.reasons().toString());
        };
    }
}
