package eu.cairn.app.stacking;

import eu.cairn.app.web.Problems;
import eu.cairn.formats.stacking.FactsReader;
import eu.cairn.formats.stacking.OffersReader;
import eu.cairn.formats.stacking.PlanJson;
import eu.cairn.framework.Decided;
import eu.cairn.stacking.Offers;
import eu.cairn.stacking.Planner;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans for machines, from facts and offers that anybody sends; nothing of it is kept. */
@RestController
@Tag(name = "Stacking")
public class PlanApi {

    /** Less than on the command line: many may ask at once. */
    private static final long WORK = Planner.WORK / 4;

    private final PublicWork publicWork;

    PlanApi(PublicWork publicWork) {
        this.publicWork = publicWork;
    }

    @PostMapping(path = "/api/v1/plans", consumes = MediaType.ALL_VALUE)
    @Operation(
            summary =
                    "Plan which of the offers given would satisfy a rulebook, with credentials"
                            + " given as plain facts",
            security = {})
    ResponseEntity<Object> plan(
            InputStream body,
            @RequestParam Optional<String> goal,
            @RequestParam Optional<String> ways,
            @RequestParam Optional<String> load,
            @RequestParam Optional<String> maxPrice,
            @RequestParam(defaultValue = "") List<String> language,
            @RequestParam Optional<String> from)
            throws IOException {
        var text = AuditApi.text(body);
        if (text instanceof Decided.Refused<String>(var reasons)) {
            return AuditApi.refused(reasons);
        }
        var options = new PlanOptions(goal, ways, load, maxPrice, language, from).read();
        return publicWork.answer(() -> plan(text, options));
    }

    private static ResponseEntity<Object> plan(
            Decided<String> text, Decided<PlanOptions.Asked> options) {
        var question = text.then(FactsReader::readQuestionBesideOffers);
        var offers = text.then(OffersReader::readWithin);
        if (question instanceof Decided.Accepted<FactsReader.Question>(var facts)
                && offers instanceof Decided.Accepted<Offers>(var catalogue)
                && options instanceof Decided.Accepted<PlanOptions.Asked>(var asked)) {
            var rulebook = facts.rulebook();
            var answer =
                    Planner.under(rulebook)
                            .plans(
                                    facts.portfolio(),
                                    catalogue,
                                    asked.goal(),
                                    asked.constraints(),
                                    asked.ways(),
                                    WORK);
            var json = PlanJson.write(rulebook, asked.goal(), answer, AuditWords.english());
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.getBytes(StandardCharsets.UTF_8));
        }
        var reasons = new ArrayList<>(question.reasons());
        reasons.addAll(offers.reasons());
        reasons.addAll(options.reasons());
        return Problems.refused(reasons.stream().distinct().toList());
    }
}
