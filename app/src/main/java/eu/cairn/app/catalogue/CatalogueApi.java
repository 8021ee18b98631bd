package eu.cairn.app.catalogue;

import eu.cairn.app.web.Problems;
import eu.cairn.catalogue.CatalogueFacts;
import eu.cairn.catalogue.Price;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search of the catalogue for machines. */
@RestController
@Tag(name = "Courses")
class CatalogueApi {

    private final CatalogueSearch search;

    CatalogueApi(CatalogueSearch search) {
        this.search = search;
    }

    /**
     * What was found.
     *
     * @param meant the words that were looked for instead of those asked for, which stand nowhere
     * @param insteadOf what could be taken out of a question that nothing answers
     */
    record Found(
            int total,
            int page,
            int pages,
            Optional<List<String>> meant,
            List<Course> courses,
            List<Counted> facets,
            List<CatalogueView.Way> insteadOf) {}

    /** A course on offer. */
    record Course(
            String path,
            String organisation,
            String place,
            String code,
            int number,
            MultilingualText title,
            Ects credits,
            LearningHours hours,
            Optional<Integer> eqf,
            String field,
            String language,
            String participation,
            Optional<Next> next) {}

    /** The next run that can be joined. */
    record Next(
            LocalDate from,
            LocalDate joinableUntil,
            LearningHours hoursAWeek,
            Optional<Price> price) {}

    /** A facet with its values, and how many courses each has by what is chosen of the others. */
    record Counted(String facet, List<CatalogueView.Value> values, int beyond) {}

    @GetMapping("/api/v1/catalogue/search")
    @Operation(
            summary = "Courses on offer that fit",
            description =
                    """
                    Parameters, each of which may be left out: q (words), level, credits, field, \
                    language, mode, country, start, hours, skill, price, qualification (each as \
                    often as wanted, with values as the facets of an answer give them), from and to \
                    (days), sort (fit or start), page (from 1; 20 courses each).""")
    ResponseEntity<Object> find(@RequestParam MultiValueMap<String, String> asked) {
        var request = CatalogueRequest.of(asked);
        if (!request.refusals().isEmpty()) {
            return Problems.refused(request.refusals());
        }
        var view = CatalogueView.of(search.find(request));
        var answer = view.answer();
        return ResponseEntity.ok(
                new Found(
                        answer.found().total(),
                        request.page(),
                        answer.pages(),
                        answer.meant(),
                        answer.courses().stream().map(CatalogueApi::course).toList(),
                        view.facets().stream()
                                .map(
                                        group ->
                                                new Counted(
                                                        group.facet().code(),
                                                        group.values(),
                                                        group.beyond()))
                                .toList(),
                        view.ways()));
    }

    private static Course course(CatalogueSearch.Listed one) {
        var offer = one.offer();
        var design = offer.design();
        return new Course(
                offer.path(),
                offer.organisation(),
                offer.place(),
                design.code(),
                offer.version().number(),
                design.title(),
                design.credits(),
                design.hours(),
                design.level().eqf().map(EqfLevel::level),
                design.field().code(),
                design.language().tag(),
                design.participation().code(),
                one.next().map(CatalogueApi::next));
    }

    private static Next next(CatalogueFacts.Run run) {
        return new Next(
                run.from(),
                run.joinableUntil(),
                new LearningHours(run.minutesAWeek()),
                run.price());
    }
}
