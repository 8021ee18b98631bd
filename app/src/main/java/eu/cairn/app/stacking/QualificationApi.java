package eu.cairn.app.stacking;

import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.QualificationsServed.Served;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.NotThere;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The published qualifications and their rules for machines. */
@RestController
@Tag(name = "Stacking")
class QualificationApi {

    private final Qualifications qualifications;
    private final CoursesOnOffer courses;
    private final Installation installation;

    QualificationApi(
            Qualifications qualifications, CoursesOnOffer courses, Installation installation) {
        this.qualifications = qualifications;
        this.courses = courses;
        this.installation = installation;
    }

    /** A version of a qualification's rules. */
    record Qualification(
            String rulebook,
            String version,
            String title,
            String awardedBy,
            Country country,
            Optional<EqfLevel> level,
            Optional<Cycle> cycle,
            Optional<Ects> credits,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String page) {}

    /**
     * A version with everything that it says.
     *
     * @param versions every version, the newest first
     * @param content the text that was published
     */
    record Rules(
            Qualification qualification,
            boolean applies,
            RuleSentences rules,
            List<Places> offers,
            List<Qualification> versions,
            String content) {}

    /** The courses on offer whose credentials a requirement takes. */
    record Places(String requirement, String title, String provided, List<Course> courses) {}

    record Course(String code, String title, Ects credits, String offeredBy, String page) {}

    @GetMapping("/api/v1/qualifications")
    @Operation(
            summary = "The qualifications that credentials can be stacked into",
            security = {})
    List<Qualification> list() {
        return qualifications.applying().stream().map(this::qualification).toList();
    }

    @GetMapping("/api/v1/qualifications/{rulebook}/{version}")
    @Operation(
            summary = "A version of a qualification's rules, in sentences and as published",
            security = {})
    Rules rules(@PathVariable String rulebook, @PathVariable String version) {
        var view =
                qualifications.view(
                        qualifications.version(rulebook, version).orElseThrow(NotThere::new));
        return new Rules(
                qualification(view.rulebook()),
                view.appliesNow(),
                view.rules(),
                view.offers().stream().map(this::places).toList(),
                view.versions().stream().map(this::qualification).toList(),
                view.rulebook().content());
    }

    @GetMapping("/api/v1/catalogue/{organisation}/{code}/{number}/qualifications")
    @Operation(
            summary = "The qualifications that the credential of a course on offer can count in",
            security = {})
    List<Served> served(
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number) {
        var path = "/catalogue/%s/%s/%d".formatted(organisation, code, number);
        return courses.published().stream()
                .filter(course -> course.path().equals(path))
                .findFirst()
                .map(qualifications::by)
                .orElseThrow(NotThere::new);
    }

    private Qualification qualification(PublishedRulebook published) {
        var rules = published.rules();
        return new Qualification(
                published.id(),
                rules.version(),
                published.title(),
                published.organisation().name(),
                published.organisation().country(),
                rules.level(),
                rules.cycle(),
                rules.total().flatMap(total -> total.atLeast()),
                published.validFrom(),
                rules.validTo(),
                "%s/qualifications/%s/%s"
                        .formatted(installation.baseUrl(), published.id(), rules.version()));
    }

    private Places places(QualificationView.Offers offers) {
        return new Places(
                offers.requirement(),
                offers.title(),
                offers.provided(),
                offers.courses().stream()
                        .map(
                                course ->
                                        new Course(
                                                course.code(),
                                                course.title().authoritative(),
                                                course.credits(),
                                                course.offeredBy(),
                                                installation.baseUrl() + course.path()))
                        .toList());
    }
}
