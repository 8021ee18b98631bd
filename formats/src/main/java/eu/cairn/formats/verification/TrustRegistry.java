package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The awarding bodies that whoever verifies has decided to know. */
public interface TrustRegistry {

    /** What the registry is called where a check names it. */
    String name();

    Optional<TrustedIssuer> issuer(String id);

    /**
     * What is recorded of the quality assurance of an issuer and of its courses.
     *
     * @param known what {@link #issuer} says of it
     */
    default List<QualityRecord> quality(String issuer, Optional<TrustedIssuer> known) {
        return List.of();
    }

    /**
     * The decisions on the course of a credential that the issuer itself made and the registry
     * keeps; they say nothing of the level.
     */
    default List<QualityRecord> decisions(String issuer, MicroCredential credential) {
        return List.of();
    }

    /**
     * What is known of a body as one that accredits, which another source of the registry may say
     * than the one that {@link #issuer} is of.
     */
    default Optional<TrustedIssuer> accreditor(String id) {
        return issuer(id);
    }

    /** The accreditations at hand of any of these bodies and courses, or with an identifier. */
    default List<Accreditation> accreditations(Set<String> subjects) {
        return List.of();
    }

    /** The registry as it stands now, for the verification of one document. */
    default TrustRegistry now() {
        return this;
    }

    /**
     * When a document was signed, as the registry itself recorded it, independently of what the
     * document says.
     *
     * @param issuer who signed
     * @param credential the identifier of the credential
     * @param signature as it is written in the document
     */
    default SigningRecord signed(String issuer, String credential, String signature) {
        return new SigningRecord.NotKept();
    }

    /** What a registry recorded of the signing of one document. */
    sealed interface SigningRecord {

        /** It was signed at {@code moment}. */
        record On(Instant moment) implements SigningRecord {}

        /** The registry records all that this issuer signs, and not this. */
        record Missing() implements SigningRecord {}

        /** The registry keeps no record of what this issuer signs. */
        record NotKept() implements SigningRecord {}
    }

    /** A registry that knows nobody. */
    static TrustRegistry empty() {
        return new TrustRegistry() {
            @Override
            public String name() {
                return "none";
            }

            @Override
            public Optional<TrustedIssuer> issuer(String id) {
                return Optional.empty();
            }
        };
    }
}
