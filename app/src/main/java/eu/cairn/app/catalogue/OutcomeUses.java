package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.OutcomeUse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where the outcomes of a course are used, before one is changed: page and endpoint. */
@Controller
@Tag(name = "Courses")
public class OutcomeUses {

    private final CourseStore store;
    private final QualificationsServed qualifications;

    OutcomeUses(CourseStore store, QualificationsServed qualifications) {
        this.store = store;
        this.qualifications = qualifications;
    }

    /**
     * The uses of the outcomes of a course.
     *
     * @param awards for each version the number of awards in force, which certify its outcomes
     * @param qualifications those of which a requirement takes the credential of the newest version
     *     that is on offer
     */
    public record Uses(
            UUID course,
            String title,
            List<OutcomeUse> outcomes,
            Map<Integer, Integer> awards,
            List<QualificationsServed.Served> qualifications) {

        /** How many awards in force certify an outcome. */
        public int awards(OutcomeUse outcome) {
            return outcome.versions().stream()
                    .mapToInt(one -> awards.getOrDefault(one.version(), 0))
                    .sum();
        }
    }

    @GetMapping("/courses/{course}/uses")
    Html page(Page page, Acting acting, @PathVariable UUID course) {
        return Html.ok(
                Html.PAGES.outcomeUses(
                        page.titled("Where the outcomes are used"), uses(acting, course)));
    }

    @GetMapping("/api/v1/courses/{course}/uses")
    @ResponseBody
    @Operation(summary = "The versions, tasks, awards and qualifications that use each outcome")
    Uses uses(Acting acting, @PathVariable UUID course) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        var versions = store.versions(acting, course);
        var served =
                versions.reversed().stream()
                        .filter(
                                one ->
                                        store.state(course, one.number())
                                                .filter(state -> state == CourseState.PUBLISHED)
                                                .isPresent())
                        .findFirst()
                        .map(
                                one ->
                                        new OfferStore.Offer(
                                                acting.organisation().slug(),
                                                acting.organisation().name(),
                                                acting.organisation().place(),
                                                one))
                        .map(PublishedCourses::onOffer)
                        .map(qualifications::by)
                        .orElse(List.of());
        return new Uses(
                course,
                saved.draft().title(),
                OutcomeUse.of(versions, saved.draft()),
                store.awardsInForce(acting, course),
                served);
    }
}
