package eu.cairn.formats.credential.elm;

import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.framework.Ects;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What a credential and a course say alike in the European Learning Model. */
public final class ElmTerms {

    private static final String SHORT_PROGRAMME = "74a4a268e8";

    private ElmTerms() {}

    /** The type of opportunity that a micro-credential belongs to. */
    public static JsonObject shortProgramme() {
        return Concepts.snb("learning-opportunity", SHORT_PROGRAMME, "Short learning programme");
    }

    public static JsonObject credits(Nodes nodes, Ects credits) {
        return nodes.node("CreditPoint")
                .add("framework", Concepts.ects())
                .add("point", credits.toString())
                .build();
    }

    public static JsonObject mode(FormOfParticipation form) {
        return QualificationWriter.mode(form);
    }

    public static JsonObject assessmentType(AssessmentType type) {
        return Concepts.snb(type.uri(), AchievementWriter.label(type));
    }

    /** The outcomes of one document. */
    public static final class Outcomes {

        private final QualificationWriter.Skills skills;

        public Outcomes(Nodes nodes) {
            this.skills = new QualificationWriter.Skills(nodes);
        }

        public JsonObjectBuilder outcome(LearningOutcome outcome) {
            return skills.outcome(outcome);
        }
    }

    public static JsonObject accreditation(
            Nodes nodes, Organisations organisations, QualityAssurance quality) {
        return QualificationWriter.accreditation(nodes, organisations, quality);
    }
}
