package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.credential.CoursesToReport;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Several credentials of a learner, or what counts in a stack, as one signed learner record. */
@Controller
@Tag(name = "Portfolio")
class LearnerRecordPages {

    private final LearnerRecords records;
    private final Stacks stacks;
    private final Holdings holdings;
    private final CoursesToReport courses;

    LearnerRecordPages(
            LearnerRecords records, Stacks stacks, Holdings holdings, CoursesToReport courses) {
        this.records = records;
        this.stacks = stacks;
        this.holdings = holdings;
        this.courses = courses;
    }

    @PostMapping("/credentials/record")
    Object ofChosen(
            Page page,
            Person person,
            @RequestParam(name = "credential", defaultValue = "") List<String> chosen) {
        return answer(page, person, records.of(person, chosen), chosen);
    }

    @PostMapping("/stacks/{rulebook}/record")
    Object ofStack(Page page, Person person, @PathVariable String rulebook) {
        return answer(page, person, records.of(person, stack(person, rulebook)), List.of());
    }

    private Object answer(Page page, Person person, Decided<byte[]> record, List<String> chosen) {
        return switch (record) {
            case Decided.Accepted<byte[]>(var document) -> download(document);
            case Decided.Refused<byte[]> refused ->
                    Html.refused(
                            Html.PAGES.credentials(
                                    page.titled("Credentials"),
                                    PortfolioView.of(holdings.of(person)),
                                    refused.reasons(),
                                    chosen,
                                    courses.of(person)));
        };
    }

    /**
     * Credentials for one record.
     *
     * @param credentials their short codes, 20 at most
     */
    public record Chosen(List<String> credentials) {
        public Chosen {
            credentials = List.copyOf(credentials);
        }
    }

    @PostMapping("/api/v1/credentials/record")
    @Operation(summary = "Several of your credentials as one signed learner record (CLR 2.0)")
    @ResponseBody
    ResponseEntity<Object> ofChosen(Person person, @RequestBody Chosen chosen) {
        return answer(records.of(person, chosen.credentials()));
    }

    @PostMapping("/api/v1/stacks/{rulebook}/record")
    @Operation(summary = "What counts in a stack as one signed learner record (CLR 2.0)")
    @ResponseBody
    ResponseEntity<Object> ofStack(Person person, @PathVariable String rulebook) {
        return answer(records.of(person, stack(person, rulebook)));
    }

    private Stack stack(Person person, String rulebook) {
        return stacks.of(person, rulebook).orElseThrow(NotThere::new);
    }

    private static ResponseEntity<Object> answer(Decided<byte[]> record) {
        return switch (record) {
            case Decided.Accepted<byte[]>(var document) -> download(document);
            case Decided.Refused<byte[]> refused -> Problems.refused(refused.reasons());
        };
    }

    private static ResponseEntity<Object> download(byte[] document) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/vc")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"learner-record.json\"")
                .body(document);
    }
}
