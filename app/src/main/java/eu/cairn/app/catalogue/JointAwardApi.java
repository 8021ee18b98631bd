package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Problems;
import eu.cairn.catalogue.JointAgreement;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Joint awards for machines. */
@RestController
@Tag(name = "Courses")
class JointAwardApi {

    private final JointAwards awards;
    private final JointAwardStore store;

    JointAwardApi(JointAwards awards, JointAwardStore store) {
        this.awards = awards;
        this.store = store;
    }

    /**
     * Whether the organisation awards jointly.
     *
     * @param reason needed where it does not
     */
    record Decision(boolean agrees, Optional<String> reason) {}

    @GetMapping("/api/v1/joint-awards")
    @Operation(summary = "The course versions that your organisation is asked to award jointly")
    List<JointAwardStore.Asked> list(Acting acting) {
        return store.asked(acting);
    }

    @PostMapping("/api/v1/joint-awards/{course}/{number}")
    @Operation(summary = "Agree to award a course version jointly, or refuse with a reason")
    ResponseEntity<Object> decide(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestBody Decision decision) {
        return switch (awards.decide(
                acting, course, number, decision.agrees(), decision.reason().orElse(""))) {
            case Decided.Refused<JointAgreement> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<JointAgreement>(var agreement) -> ResponseEntity.ok(agreement);
        };
    }
}
