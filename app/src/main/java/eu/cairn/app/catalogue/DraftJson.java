package eu.cairn.app.catalogue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CoursePlan;
import eu.cairn.catalogue.CredentialTerms;
import eu.cairn.catalogue.DraftPlan;
import eu.cairn.credential.SkillLink;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a draft or design may leave out as JSON: those that were written before there was such a
 * thing to state, and whoever claims nothing, state nothing.
 */
@Configuration(proxyBeanMethods = false)
class DraftJson {

    @Bean
    static JsonMapperBuilderCustomizer whatMayBeLeftOut() {
        return builder ->
                builder.addMixIn(CourseDraft.class, Draft.class)
                        .addMixIn(CourseDraft.Outcome.class, TypedOutcome.class)
                        .addMixIn(CourseDraft.Activity.class, TypedActivity.class)
                        .addMixIn(CourseDraft.Task.class, TypedTask.class)
                        .addMixIn(CourseDesign.Activity.class, DesignedActivity.class)
                        .addMixIn(CourseDesign.Task.class, DesignedTask.class)
                        .addMixIn(CourseDraft.Terms.class, TypedTerms.class)
                        .addMixIn(CourseDraft.Partner.class, TypedPartner.class)
                        .addMixIn(CourseDesign.class, Design.class)
                        .addMixIn(CredentialTerms.class, Terms.class);
    }

    private interface Draft {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        CourseDraft.Terms terms();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CourseDraft.Words> titles();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CourseDraft.Answer> answers();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        DraftPlan plan();
    }

    private interface TypedOutcome {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CourseDraft.Words> translations();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<SkillLink> skills();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String taxonomy();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String kind();
    }

    private interface TypedActivity {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String hours();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String type();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String method();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String amount();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String kind();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String mode();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String teachers();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<String> resources();
    }

    private interface TypedTask {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean mustPass();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String group();
    }

    private interface TypedTerms {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String validMonths();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String reviewMonths();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String ageingReason();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String rights();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String description();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CourseDraft.Partner> partners();
    }

    private interface TypedPartner {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        String country();
    }

    private interface Design {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        CredentialTerms terms();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CourseDesign.Remark> remarks();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CourseDesign.Aim> aims();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        CoursePlan plan();
    }

    private interface DesignedActivity {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<String> resources();
    }

    private interface DesignedTask {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean mustPass();
    }

    private interface Terms {
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<CredentialTerms.Partner> partners();
    }
}
