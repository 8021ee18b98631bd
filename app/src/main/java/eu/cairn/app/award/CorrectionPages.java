package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.award.Correction;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registrar's page on which an award is put right: fields, then a comparison, then the act. */
@Controller
class CorrectionPages {

    private final Corrections corrections;
    private final AwardStore store;

    CorrectionPages(Corrections corrections, AwardStore store) {
        this.corrections = corrections;
        this.store = store;
    }

    @GetMapping("/awards/{award}/correction")
    Html form(Page page, Acting acting, @PathVariable UUID award) {
        return switch (corrections.correctable(acting, award)) {
            case Decided.Refused<Corrections.Correctable> refused ->
                    Html.ok(page(page, acting, award, refused.reasons(), NOTHING, List.of()));
            case Decided.Accepted<Corrections.Correctable>(var standing) ->
                    Html.ok(
                            page(
                                    page,
                                    acting,
                                    award,
                                    List.of(),
                                    CorrectionToMake.nothing().wanted(standing),
                                    List.of()));
        };
    }

    /** Shows what would change, or corrects where {@code step} says so. */
    @PostMapping("/awards/{award}/correction")
    Object correct(
            Page page,
            Acting acting,
            @PathVariable UUID award,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String givenName,
            @RequestParam(defaultValue = "") String familyName,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String minute,
            @RequestParam(defaultValue = "compare") String step,
            HttpServletRequest request) {
        var wanted =
                new Correction.Wanted(
                        reason, words, fullName, givenName, familyName, grade, version, minute);
        if (!step.equals("correct")) {
            return switch (corrections.propose(acting, award, wanted)) {
                case Decided.Refused<Corrections.Proposed> refused ->
                        Html.refused(
                                page(page, acting, award, refused.reasons(), wanted, List.of()));
                case Decided.Accepted<Corrections.Proposed>(var proposed) ->
                        Html.ok(
                                page(
                                        page,
                                        acting,
                                        award,
                                        List.of(),
                                        wanted,
                                        Difference.between(proposed.before(), proposed.after())));
            };
        }
        return switch (corrections.correct(acting, award, wanted)) {
            case Decided.Refused<Corrections.Corrected> refused ->
                    Html.refused(page(page, acting, award, refused.reasons(), wanted, List.of()));
            case Decided.Accepted<Corrections.Corrected>(var corrected) -> {
                PageFrames.notice(
                        request,
                        "The corrected credential is being signed; then it takes the place of the"
                                + " first one.");
                yield SeeOther.at("/awards/" + corrected.award());
            }
        };
    }

    private static final Correction.Wanted NOTHING =
            new Correction.Wanted("", "", "", "", "", "", 0, "");

    private JteModel page(
            Page page,
            Acting acting,
            UUID award,
            List<Refusal> refusals,
            Correction.Wanted wanted,
            List<Difference> differences) {
        var row = store.award(acting, award).orElseThrow(NotThere::new);
        Optional<Corrections.Correctable> standing =
                corrections.correctable(acting, award)
                                instanceof Decided.Accepted<Corrections.Correctable>(var some)
                        ? Optional.of(some)
                        : Optional.empty();
        return Html.PAGES.correction(
                page.titled("Correct the award to " + row.fullName()),
                row,
                standing,
                refusals,
                wanted,
                differences);
    }
}
