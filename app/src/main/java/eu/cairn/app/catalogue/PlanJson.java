package eu.cairn.app.catalogue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eu.cairn.catalogue.CoursePlan;
import eu.cairn.catalogue.DraftPlan;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the plan of a draft or design may leave out as JSON: whoever states nothing, leaves it. */
@Configuration(proxyBeanMethods = false)
class PlanJson {

    @Bean
    static JsonMapperBuilderCustomizer whatAPlanMayLeaveOut() {
        return builder ->
                builder.addMixIn(DraftPlan.class, TypedPlan.class)
                        .addMixIn(DraftPlan.Relevance.class, TypedRelevance.class)
                        .addMixIn(DraftPlan.Stakeholder.class, TypedStakeholder.class)
                        .addMixIn(DraftPlan.Evidence.class, TypedEvidence.class)
                        .addMixIn(DraftPlan.Occupation.class, TypedOccupation.class)
                        .addMixIn(DraftPlan.Place.class, TypedPlace.class)
                        .addMixIn(DraftPlan.Programme.class, TypedProgramme.class)
                        .addMixIn(DraftPlan.LevelGrounds.class, TypedLevelGrounds.class)
                        .addMixIn(DraftPlan.Time.class, TypedTime.class)
                        .addMixIn(DraftPlan.Rate.class, TypedRate.class)
                        .addMixIn(DraftPlan.Choices.class, TypedChoices.class)
                        .addMixIn(DraftPlan.Alternative.class, TypedAlternative.class)
                        .addMixIn(DraftPlan.Before.class, TypedBefore.class)
                        .addMixIn(CoursePlan.class, DesignedPlan.class)
                        .addMixIn(CoursePlan.Relevance.class, DesignedRelevance.class)
                        .addMixIn(CoursePlan.Place.class, DesignedPlace.class)
                        .addMixIn(CoursePlan.Programme.class, DesignedProgramme.class)
                        .addMixIn(CoursePlan.Time.class, DesignedTime.class)
                        .addMixIn(CoursePlan.Choices.class, DesignedChoices.class);
    }

    private interface TypedPlan {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        DraftPlan.Relevance relevance();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        DraftPlan.Place place();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        DraftPlan.LevelGrounds level();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        DraftPlan.Time time();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        DraftPlan.Choices choices();
    }

    private interface TypedRelevance {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String targetGroup();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<DraftPlan.Stakeholder> stakeholders();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<DraftPlan.Evidence> evidence();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<DraftPlan.Occupation> occupations();
    }

    private interface TypedStakeholder {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String kind();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String name();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String askedOn();
    }

    private interface TypedEvidence {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String kind();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String source();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String link();
    }

    private interface TypedOccupation {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String label();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String uri();
    }

    private interface TypedPlace {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String legalStatus();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<DraftPlan.Programme> programmes();
    }

    private interface TypedProgramme {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String qualification();
    }

    private interface TypedLevelGrounds {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String knowledge();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String skills();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String responsibility();
    }

    private interface TypedTime {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String contactMinimum();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String reason();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<DraftPlan.Rate> rates();
    }

    private interface TypedRate {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String method();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String low();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String likely();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String high();
    }

    private interface TypedChoices {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String passMark();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<DraftPlan.Alternative> alternatives();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String pace();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String priorLearning();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String priorLearningHow();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<DraftPlan.Before> before();
    }

    private interface TypedAlternative {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String group();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String take();
    }

    private interface TypedBefore {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String course();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String kind();
    }

    private interface DesignedPlan {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        CoursePlan.Relevance relevance();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        CoursePlan.Place place();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        CoursePlan.LevelGrounds level();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        CoursePlan.Time time();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        CoursePlan.Choices choices();
    }

    private interface DesignedRelevance {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CoursePlan.Stakeholder> stakeholders();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CoursePlan.Evidence> evidence();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CoursePlan.Occupation> occupations();
    }

    private interface DesignedPlace {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CoursePlan.Programme> programmes();
    }

    private interface DesignedProgramme {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<String> requirements();
    }

    private interface DesignedTime {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CoursePlan.Rate> rates();
    }

    private interface DesignedChoices {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CoursePlan.Alternative> alternatives();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CoursePlan.Before> before();
    }
}
