package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DataIntegrity.Proven;
import eu.cairn.framework.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the signature of a document proves, whatever form it has. */
sealed interface Seal {

    /**
     * Nothing was changed since {@code key} signed.
     *
     * @param method the name that the document gives the key
     * @param algorithm how it was signed
     * @param signature as it is written in the document
     * @param stated when the signer says that it signed
     * @param starts when the seal itself begins to hold, which is not before it was made
     * @param expires when the seal itself ceases to hold
     * @param others the further seals on the same document that are intact
     */
    record Intact(
            String method,
            IssuerKey key,
            String algorithm,
            String signature,
            Optional<Instant> stated,
            Optional<Instant> starts,
            Optional<Instant> expires,
            List<Intact> others)
            implements Seal {

        public Intact {
            others = List.copyOf(others);
        }

        Intact(
                String method,
                IssuerKey key,
                String algorithm,
                String signature,
                Optional<Instant> stated,
                Optional<Instant> starts,
                Optional<Instant> expires) {
            this(method, key, algorithm, signature, stated, starts, expires, List.of());
        }

        private Intact beside(List<Intact> rest) {
            return new Intact(method, key, algorithm, signature, stated, starts, expires, rest);
        }

        /** The same seals, the first of those that {@code wanted} admits before the others. */
        Intact ledBy(Predicate<IssuerKey> wanted) {
            if (wanted.test(key)) {
                return this;
            }
            var first = others.stream().filter(other -> wanted.test(other.key)).findFirst();
            if (first.isEmpty()) {
                return this;
            }
            var rest = new ArrayList<>(others);
            rest.set(others.indexOf(first.get()), beside(List.of()));
            return first.get().beside(rest);
        }
    }

    record Broken(Refusal reason) implements Seal {}

    record NotChecked(Refusal reason) implements Seal {}

    private static Intact single(Proven.Intact proof) {
        return new Intact(
                proof.verificationMethod(),
                IssuerKey.of(proof.key()),
                proof.cryptosuite(),
                proof.proofValue(),
                proof.created(),
                proof.created(),
                proof.expires());
    }

    static Seal of(Proven proven) {
        return switch (proven) {
            case Proven.Intact proof ->
                    new Intact(
                            proof.verificationMethod(),
                            IssuerKey.of(proof.key()),
                            proof.cryptosuite(),
                            proof.proofValue(),
                            proof.created(),
                            proof.created(),
                            proof.expires(),
                            proof.others().stream().map(Seal::single).toList());
            case Proven.Broken broken -> new Broken(broken.reason());
            case Proven.NotChecked open -> new NotChecked(open.reason());
        };
    }
}
