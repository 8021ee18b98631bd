package eu.cairn.formats.credential.elmo;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.Learner;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.Stackability;
import eu.cairn.credential.Supervision;
import eu.cairn.credential.Workload;
import eu.cairn.formats.credential.Publication;
import eu.cairn.framework.Country;
import java.util.Optional;

/** Writes what ELMO has no place for into the extensions that its schema allows. */
final class ElmoExtensionWriter {

    private final ElmoOutput out;

    ElmoExtensionWriter(ElmoOutput out) {
        this.out = out;
    }

    void learner(Learner learner) {
        out.own(
                "learner",
                () ->
                        out.own(
                                "fullName",
                                () -> {
                                    if (Elmo.isUndivided(learner)) {
                                        out.attribute("undivided", "true");
                                    }
                                    out.words(learner.fullName());
                                }));
    }

    /**
     * What a node states beyond ELMO.
     *
     * @param countedBelow whether its credits are those of its parts
     * @param top whether its report is about it, so that issuer and date of the report are its own
     */
    void credential(ElmoTree tree, boolean countedBelow, boolean top) {
        var credential = tree.credential();
        out.own(
                "microCredential",
                () -> {
                    awardingBody(credential.awardingBody(), top);
                    if (!top) {
                        out.own("issuedAt", credential.issuedAt().toString());
                    }
                    out.own("expiresOn", credential.expiresOn().map(Object::toString));
                    out.own("reviewOn", credential.reviewOn().map(Object::toString));
                    credential.outcomes().forEach(this::outcome);
                    credential.workload().ifPresent(workload -> workload(workload, countedBelow));
                    out.own(
                            "levelsReferencedOn",
                            credential.level().flatMap(Level::referencedOn).map(Object::toString));
                    credential.assessments().forEach(this::assessment);
                    out.own(
                            "participation",
                            credential.participation().map(FormOfParticipation::uri));
                    credential.qualityAssurance().forEach(this::quality);
                    out.own("prerequisites", credential.prerequisites());
                    credential.stackability().ifPresent(this::stackability);
                    further(credential);
                    publication(tree.publication());
                });
    }

    private void awardingBody(AwardingBody body, boolean top) {
        var country =
                body.country().filter(c -> !top || !Elmo.country(c).equals(Optional.of(c.code())));
        if (top && country.isEmpty() && body.place().isEmpty()) {
            return;
        }
        out.own(
                "awardingBody",
                () -> {
                    if (!top) {
                        out.own("identifier", body.id());
                        out.own("legalName", body.legalName());
                        out.own("url", body.url());
                    }
                    out.own("country", country.map(Country::code));
                    out.own("place", body.place());
                });
    }

    private void outcome(LearningOutcome outcome) {
        out.own(
                "outcome",
                () -> {
                    out.own("code", outcome.code());
                    outcome.text()
                            .byLanguage()
                            .forEach(
                                    (language, text) ->
                                            out.own(
                                                    "text",
                                                    () -> {
                                                        out.language(language.tag());
                                                        out.words(text);
                                                    }));
                    outcome.skills()
                            .forEach(
                                    skill ->
                                            out.own(
                                                    "skill",
                                                    () -> {
                                                        out.attribute("uri", skill.uri());
                                                        out.words(skill.label());
                                                    }));
                });
    }

    private void workload(Workload workload, boolean countedBelow) {
        if (countedBelow) {
            out.own("credits", workload.credits().map(Object::toString));
        }
        workload.hours()
                .ifPresent(hours -> out.own("notionalMinutes", String.valueOf(hours.minutes())));
        for (var activity : workload.activities()) {
            out.own(
                    "activity",
                    () -> {
                        out.attribute("minutes", String.valueOf(activity.hours().minutes()));
                        out.words(activity.activity());
                    });
        }
    }

    private void assessment(Assessment assessment) {
        out.own(
                "assessment",
                () -> {
                    out.attribute("type", assessment.type().map(AssessmentType::uri));
                    out.attribute("weight", assessment.weightPercent().map(String::valueOf));
                    out.attribute("supervision", assessment.supervision().map(Supervision::code));
                    out.words(assessment.title());
                });
    }

    private void quality(QualityAssurance assurance) {
        out.own(
                "qualityAssurance",
                () -> {
                    out.attribute("kind", assurance.kind().code());
                    out.own("decidedBy", assurance.decidedBy());
                    out.own("decision", assurance.decision());
                    out.own("decidedOn", assurance.decidedOn().map(Object::toString));
                    out.own("validUntil", assurance.validUntil().map(Object::toString));
                    out.own("standards", assurance.standards());
                });
    }

    private void stackability(Stackability stackability) {
        out.own(
                "stackability",
                () -> {
                    out.attribute("status", stackability.status().code());
                    out.own("statement", stackability.statement());
                    for (var whole : stackability.partOf()) {
                        out.own(
                                "partOf",
                                () -> {
                                    out.attribute("uri", whole.uri());
                                    out.words(whole.title());
                                });
                    }
                });
    }

    private void further(MicroCredential credential) {
        out.own("fieldLabel", credential.field().map(field -> field.label()));
        out.own(
                "languageOfInstruction",
                credential
                        .languageOfInstruction()
                        .filter(l -> !Elmo.twoLetters(l).equals(Optional.of(l.tag())))
                        .map(l -> l.tag()));
        out.own("courseVersion", credential.course().flatMap(course -> course.version()));
        credential.contributors().forEach(this::contributor);
        out.own("rights", credential.rights());
    }

    private void contributor(Contributor contributor) {
        out.own(
                "contributor",
                () -> {
                    out.attribute("role", contributor.role().code());
                    out.own("legalName", contributor.legalName());
                    out.own("identifier", contributor.id());
                    out.own("country", contributor.country().map(Country::code));
                });
    }

    private void publication(Publication publication) {
        out.own("shortCode", publication.shortCode());
        out.own("verificationPage", publication.verificationPage());
        place("status", publication.status());
        place("suspension", publication.suspension());
        out.own("refresh", publication.refresh());
    }

    private void place(String name, Optional<Publication.StatusEntry> entry) {
        entry.ifPresent(
                place ->
                        out.own(
                                name,
                                () -> {
                                    out.attribute("index", String.valueOf(place.index()));
                                    out.attribute("purpose", place.purpose().code());
                                    out.words(place.list());
                                }));
    }
}
