package eu.cairn.app.verification;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issuing and withdrawing accreditations, for machines. */
@RestController
@Tag(name = "Quality")
class AccreditationApi {

    /** The media type of a credential as a token. */
    static final String TOKEN = "application/vc+jwt";

    private static final int A_PAGE = 50;

    private final AccreditationsIssued issued;

    AccreditationApi(AccreditationsIssued issued) {
        this.issued = issued;
    }

    /** Why it is withdrawn, for the public. */
    record WithdrawalToMake(String reason) {}

    /** An accreditation, and how it stands: {@code withdrawnOn} and why, where it was ended. */
    record Accredited(
            UUID id,
            String identifier,
            String kind,
            String subject,
            String name,
            List<Integer> levels,
            LocalDate from,
            LocalDate until,
            Instant issuedAt,
            Optional<LocalDate> withdrawnOn,
            Optional<String> reason) {

        static Accredited of(IssuedAccreditation one, Organisation organisation) {
            return new Accredited(
                    one.id(),
                    one.identifier(),
                    one.kind().code(),
                    one.subject(),
                    one.subjectName(),
                    one.levels(),
                    one.from(),
                    one.until(),
                    one.issuedAt(),
                    one.withdrawal().map(end -> AccreditationsIssued.day(organisation, end)),
                    one.withdrawal().map(IssuedAccreditation.Withdrawal::reason));
        }
    }

    /**
     * Some of the accreditations; {@code next} is what to ask for {@code before}, if more follow.
     */
    record SomeAccredited(List<Accredited> accreditations, Optional<UUID> next) {}

    @GetMapping("/api/v1/accreditations")
    @Operation(summary = "The accreditations that the organisation issued, the newest first")
    SomeAccredited list(Acting acting, @RequestParam Optional<UUID> before) {
        var organisation = acting.organisation();
        var found = issued.of(organisation, before, A_PAGE + 1);
        var some =
                found.stream().limit(A_PAGE).map(one -> Accredited.of(one, organisation)).toList();
        return new SomeAccredited(
                some, found.size() > A_PAGE ? Optional.of(some.getLast().id()) : Optional.empty());
    }

    @PostMapping("/api/v1/accreditations")
    @Operation(
            summary = "Accredit an institution, a body that accredits others, or a course",
            description =
                    """
                    Kinds: `institution`, `accrediting-body`, `course`. The subject is the \
                    identifier of the body or the address of the course; no levels set no limit. \
                    The same twice is refused with `accreditation.issued-before`.""")
    ResponseEntity<Object> issue(Acting acting, @RequestBody AccreditationWanted wanted) {
        var by = Optional.of(acting.person().id());
        return switch (issued.issue(acting.organisation(), by, wanted)) {
            case Decided.Refused<IssuedAccreditation>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<IssuedAccreditation>(var one) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header(HttpHeaders.LOCATION, "/api/v1/accreditations/" + one.id())
                            .body(Accredited.of(one, acting.organisation()));
        };
    }

    @GetMapping("/api/v1/accreditations/{accreditation}")
    @Operation(summary = "An accreditation that the organisation issued")
    Accredited one(Acting acting, @PathVariable UUID accreditation) {
        return Accredited.of(
                issued.of(acting.organisation(), accreditation), acting.organisation());
    }

    @GetMapping("/api/v1/accreditations/{accreditation}/token")
    @Operation(summary = "Its sealed form, to be handed over")
    ResponseEntity<String> token(Acting acting, @PathVariable UUID accreditation) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, TOKEN)
                .body(issued.of(acting.organisation(), accreditation).token());
    }

    @PostMapping("/api/v1/accreditations/{accreditation}/withdrawal")
    @Operation(summary = "Withdraw an accreditation as of today; final, and public with its reason")
    ResponseEntity<Object> withdraw(
            Acting acting, @PathVariable UUID accreditation, @RequestBody WithdrawalToMake wanted) {
        var by = Optional.of(acting.person().id());
        return switch (issued.withdraw(acting.organisation(), by, accreditation, wanted.reason())) {
            case Decided.Refused<IssuedAccreditation>(var reasons) -> Problems.refused(reasons);
            case Decided.Accepted<IssuedAccreditation>(var one) ->
                    ResponseEntity.ok(Accredited.of(one, acting.organisation()));
        };
    }
}
