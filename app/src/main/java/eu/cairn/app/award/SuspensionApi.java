package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.credential.Suspensions;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Suspending and reinstating credentials, for machines. */
@RestController
@Tag(name = "Awards")
class SuspensionApi {

    private final Suspensions suspensions;

    SuspensionApi(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    /** Why a credential is suspended: a code, and words for the public. */
    record SuspensionToMake(String code, String reason) {}

    /** Why it holds again, for the record. */
    record Reinstatement(String reason) {}

    /** How the credential of an award stands now. */
    record Standing(UUID award, String state) {}

    @PostMapping("/api/v1/awards/{award}/suspension")
    @Operation(
            summary = "Suspend a credential until it is reinstated; public with its reason",
            description =
                    """
                    Codes: `under-investigation`, `result-under-review`, `identity-in-doubt`, \
                    `asked-by-learner`. A credential that names no place where its suspension is \
                    published is refused with `credential.not-suspendable`.""")
    ResponseEntity<Object> suspend(
            Acting acting, @PathVariable UUID award, @RequestBody SuspensionToMake wanted) {
        return answer(
                suspensions.suspend(acting, award, wanted.code(), wanted.reason()), "suspended");
    }

    @PostMapping("/api/v1/awards/{award}/reinstatement")
    @Operation(summary = "Let a suspended credential hold again")
    ResponseEntity<Object> reinstate(
            Acting acting, @PathVariable UUID award, @RequestBody Reinstatement wanted) {
        return answer(suspensions.reinstate(acting, award, wanted.reason()), "in-force");
    }

    private static ResponseEntity<Object> answer(Decided<UUID> decided, String state) {
        return switch (decided) {
            case Decided.Refused<UUID>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<UUID>(var award) -> ResponseEntity.ok(new Standing(award, state));
        };
    }
}
