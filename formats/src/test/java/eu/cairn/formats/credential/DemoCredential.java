package eu.cairn.formats.credential;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.AwardingBody;
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
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An ordinary micro-credential of an invented university. */
final class DemoCredential {

    private DemoCredential() {}

    static MicroCredential awardedTo(String name) {
        return credential(Learner.named(name), 3);
    }

    /** What somebody else awarded and said next to nothing about. */
    static MicroCredential sparse() {
        return new MicroCredential(
                "urn:uuid:5b6a6f4e-7f0c-4b59-9d0a-1c1f5f7f1a12",
                MultilingualText.of(new Language("es"), "Metadatos para archivos"),
                Optional.empty(),
                new AwardingBody(
                        "did:key:z6MkOther",
                        "Academia Lindero",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Instant.parse("2025-01-31T23:30:00Z"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static MicroCredential credential(Learner learner, int outcomes) {
        return credential("did:key:z6MkExample", learner, outcomes);
    }

    static MicroCredential credential(String issuer, Learner learner, int outcomes) {
        var sentences =
                List.of(
                        "plan the care of research data over the whole life of a project",
                        "evaluate repositories and licences against the FAIR principles",
                        "design and defend a data management plan for sensitive data");
        return new MicroCredential(
                "urn:uuid:5b6a6f4e-7f0c-4b59-9d0a-1c1f5f7f1a11",
                MultilingualText.of(new Language("fi"), "Tutkimusaineistojen hallinta")
                        .and(Language.ENGLISH, "Research Data Management"),
                Optional.of(learner),
                new AwardingBody(
                        issuer,
                        "Kallavesi University",
                        Optional.of(new Country("FI")),
                        Optional.of("Kuopio"),
                        Optional.empty()),
                Optional.of(LocalDate.of(2024, 12, 13)),
                Instant.parse("2024-12-13T09:00:00Z"),
                Optional.empty(),
                IntStream.range(0, outcomes)
                        .mapToObj(
                                i ->
                                        new LearningOutcome(
                                                "LO" + (i + 1),
                                                MultilingualText.english(sentences.get(i % 3))))
                        .toList(),
                Optional.of(Workload.of(Ects.of(5), LearningHours.of(135))),
                Optional.of(
                        new Level(
                                Optional.of(new EqfLevel(7)),
                                Optional.of(Cycle.SECOND),
                                Optional.empty())),
                List.of(
                        assessment("Written plan", AssessmentType.MARKED_ASSIGNMENT, 70),
                        assessment("Oral defence", AssessmentType.ORAL_EXAMINATION, 30)),
                Optional.of(FormOfParticipation.ONLINE),
                List.of(
                        new QualityAssurance(
                                QualityAssurance.Kind.INTERNAL,
                                "Kallavesi University",
                                Optional.empty(),
                                Optional.of(LocalDate.of(2024, 6, 4)),
                                Optional.empty(),
                                Optional.empty()),
                        new QualityAssurance(
                                QualityAssurance.Kind.EXTERNAL,
                                "Pohja Quality Agency",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2029, 12, 31)),
                                Optional.of("ESG 2015"))),
                Optional.of(new Grade("4 of 5", "pass from 1")),
                Optional.of("Bachelor’s degree (EQF 6) or recognised prior learning"),
                Optional.of(new Stackability(FormalStatus.STAND_ALONE, Optional.of("stackable"))),
                Optional.empty(),
                Optional.of(Language.ENGLISH),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Assessment assessment(String title, AssessmentType type, int percent) {
        return new Assessment(
                title,
                Optional.of(type),
                Optional.of(percent),
                Optional.of(Supervision.ONLINE_WITH_IDENTITY_CHECK));
    }
}
