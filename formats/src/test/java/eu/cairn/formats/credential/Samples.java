package eu.cairn.formats.credential;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.CourseReference;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Learner;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.Stackability;
import eu.cairn.credential.Supervision;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Credentials and keys that tests share. */
public final class Samples {

    public static final Instant ISSUED = Instant.parse("2025-06-20T08:30:00Z");
    public static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private Samples() {}

    /** A signer whose key is made from a number, so that a test says the same each time. */
    public static Signer signer(int number) {
        var seed = new byte[32];
        var digits = BigInteger.valueOf(number).toByteArray();
        System.arraycopy(digits, 0, seed, 0, digits.length);
        return new SeedSigner(new Ed25519PrivateKeyParameters(seed, 0));
    }

    /** A credential with every element, awarded by the holder of {@code signer}'s key. */
    public static MicroCredential credential(Signer signer) {
        return new MicroCredential(
                "https://lagoonside.example/credentials/0197a1c2",
                MultilingualText.of(new Language("it"), "Gestione sostenibile delle lagune")
                        .and(Language.ENGLISH, "Sustainable lagoon management"),
                Optional.of(
                        new Learner(
                                "Zoë Ó Briain",
                                Optional.of("Zoë"),
                                Optional.of("Ó Briain"),
                                Optional.of("s-20417"))),
                new AwardingBody(
                        signer.controller(),
                        "Università della Laguna",
                        Optional.of(new Country("IT")),
                        Optional.of("Chioggia"),
                        Optional.of("https://lagoonside.example/")),
                Optional.of(LocalDate.of(2025, 6, 18)),
                ISSUED,
                Optional.of(LocalDate.of(2030, 6, 18)),
                List.of(
                        outcome("LO1", "assess the ecological state of a coastal lagoon"),
                        outcome("LO2", "design a monitoring plan with local stakeholders")),
                Optional.of(Workload.of(Ects.parse("7.5").orElseThrow(), LearningHours.of(190))),
                Optional.of(
                        new Level(
                                Optional.of(new EqfLevel(7)),
                                Optional.of(Cycle.SECOND),
                                Optional.of(
                                        new Level.NationalLevelClaim("QNQ Italia", "livello 7")))),
                List.of(
                        new Assessment(
                                "Monitoring plan",
                                Optional.of(AssessmentType.PROJECT_WORK),
                                Optional.of(70),
                                Optional.of(Supervision.NONE)),
                        new Assessment(
                                "Defence",
                                Optional.of(AssessmentType.ORAL_EXAMINATION),
                                Optional.of(30),
                                Optional.of(Supervision.ONLINE_WITH_IDENTITY_CHECK))),
                Optional.of(FormOfParticipation.BLENDED),
                List.of(
                        new QualityAssurance(
                                QualityAssurance.Kind.INTERNAL,
                                "Presidio della Qualità",
                                Optional.of("https://lagoonside.example/decisions/14"),
                                Optional.of(LocalDate.of(2024, 9, 1)),
                                Optional.of(LocalDate.of(2029, 8, 31)),
                                Optional.of("ESG 2015"))),
                Optional.of(new Grade("28/30", "0–30, pass from 18")),
                Optional.of("Bachelor's degree or recognised prior learning"),
                Optional.of(
                        new Stackability(
                                FormalStatus.STAND_ALONE, Optional.of("counts towards LM-75"))),
                Optional.of(new FieldOfEducation("0521", "Environmental sciences")),
                Optional.of(new Language("it")),
                Optional.of(
                        new CourseReference(
                                "https://lagoonside.example/courses/sl/3",
                                Optional.of("SL-01"),
                                Optional.of("3"))),
                Optional.of("Field days on the lagoon are part of the course."),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public static Publication publication() {
        return new Publication(
                Optional.of("7K4P-9QXD-2M"),
                Optional.of("https://lagoonside.example/verify/7K4P-9QXD-2M"),
                Optional.of(
                        new Publication.StatusEntry(
                                "https://lagoonside.example/status/1",
                                94_567,
                                Publication.Purpose.REVOCATION)),
                Optional.empty());
    }

    public static String signed(Signer signer) {
        return signed(credential(signer), publication(), signer);
    }

    public static String signed(MicroCredential credential, Publication publication, Signer by) {
        return accepted(
                new DataIntegrity(Contexts.trusted())
                        .sign(OpenBadge.write(credential, publication), by, ISSUED));
    }

    public static JsonObject json(String text) {
        return accepted(StrictJson.parse(text));
    }

    public static <T> T accepted(Decided<T> decided) {
        return switch (decided) {
            case Decided.Accepted<T>(var value) -> value;
            case Decided.Refused<T> refused -> throw new AssertionError(refused.reasons());
        };
    }

    private static LearningOutcome outcome(String code, String text) {
        return new LearningOutcome(code, MultilingualText.english(text));
    }

    private record SeedSigner(Ed25519PrivateKeyParameters key) implements Signer {

        @Override
        public String keyId() {
            return "test";
        }

        @Override
        public VerificationKey publicKey() {
            return VerificationKey.of(
                    VerificationKey.Algorithm.ED25519, key.generatePublicKey().getEncoded());
        }

        @Override
        public byte[] sign(byte[] message) {
            var signer = new Ed25519Signer();
            signer.init(true, key);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }
    }
}
