package eu.cairn.bench;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.Learner;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.Workload;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.verification.TrustFile;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An ordinary micro-credential of an invented university, with a key of its own. */
final class BenchCredential {

    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static final String STATUS = "https://cairn.example/status/kallavesi/";

    private BenchCredential() {}

    static Signer signer() {
        try {
            var folder = Files.createTempDirectory("bench");
            var file = folder.resolve("key.p12");
            var signer =
                    KeystoreSigner.create(
                            file, "bench".toCharArray(), "key", "Kallavesi University", NOW);
            Files.delete(file);
            Files.delete(folder);
            return signer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TrustFile registry(Signer signer) {
        return new TrustFile(
                "Bench",
                List.of(
                        new TrustedIssuer(
                                Set.of(signer.controller()),
                                "Kallavesi University",
                                new Country("FI"),
                                Optional.empty(),
                                Optional.empty(),
                                "the bench",
                                LocalDate.EPOCH,
                                Optional.empty(),
                                Map.of(),
                                Optional.of(STATUS),
                                true)));
    }

    /** The unsigned document, with a place in a status list. */
    static String unsigned(Signer signer) {
        return unsigned(signer, 0);
    }

    /** The unsigned document of another award, whose number is {@code number}. */
    static String unsigned(Signer signer, int number) {
        return OpenBadge.write(
                credential(signer, number),
                new Publication(
                        Optional.of("7K4P-9QXD-2M"),
                        Optional.of("https://cairn.example/v/7K4P-9QXD-2M"),
                        Optional.of(
                                new Publication.StatusEntry(
                                        STATUS + "0", 417, Publication.Purpose.REVOCATION)),
                        Optional.empty()));
    }

    static String statusList() {
        return STATUS + "0";
    }

    static MicroCredential credential(Signer signer) {
        return credential(signer, 0);
    }

    private static MicroCredential credential(Signer signer, int number) {
        return new MicroCredential(
                "urn:uuid:5b6a6f4e-7f0c-4b59-9d0a-%012x".formatted(number),
                MultilingualText.of(new Language("fi"), "Tutkimusaineistojen hallinta")
                        .and(Language.ENGLISH, "Research Data Management"),
                Optional.of(Learner.named("Nora Lindqvist")),
                new AwardingBody(
                        signer.controller(),
                        "Kallavesi University",
                        Optional.of(new Country("FI")),
                        Optional.of("Kuopio"),
                        Optional.empty()),
                Optional.of(LocalDate.of(2026, 11, 20)),
                NOW,
                Optional.empty(),
                outcomes(),
                Optional.of(Workload.of(Ects.of(5), LearningHours.of(135))),
                Optional.of(
                        new Level(
                                Optional.of(new EqfLevel(7)),
                                Optional.of(Cycle.SECOND),
                                Optional.empty())),
                List.of(
                        new Assessment(
                                "Written plan",
                                Optional.of(AssessmentType.MARKED_ASSIGNMENT),
                                Optional.of(100),
                                Optional.empty())),
                Optional.of(FormOfParticipation.ONLINE),
                List.of(
                        new QualityAssurance(
                                QualityAssurance.Kind.INTERNAL,
                                "Kallavesi University",
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 6, 4)),
                                Optional.empty(),
                                Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Language.ENGLISH),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static List<LearningOutcome> outcomes() {
        return List.of(
                outcome("LO1", "plan the care of research data over a whole project"),
                outcome("LO2", "evaluate repositories and licences against the FAIR principles"),
                outcome("LO3", "design and defend a plan for sensitive data"));
    }

    private static LearningOutcome outcome(String code, String sentence) {
        return new LearningOutcome(code, MultilingualText.english(sentence));
    }
}
