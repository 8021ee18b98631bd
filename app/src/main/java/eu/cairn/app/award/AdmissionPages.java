package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.SeeOther;
import eu.cairn.award.AdmissionDecision;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registrar's page of learners who ask to be admitted to courses. */
@Controller
public class AdmissionPages {

    private static final int MOST_DECIDED = 100;

    private final CourseApplications applications;
    private final CourseApplicationStore store;

    AdmissionPages(CourseApplications applications, CourseApplicationStore store) {
        this.applications = applications;
        this.store = store;
    }

    /** A decision as it was typed, so that nothing of it is lost. */
    public record Typed(UUID application, String ground, String words, String appeal) {}

    @GetMapping("/admissions")
    Html list(Page page, Acting acting) {
        return Html.ok(listPage(page, acting, Optional.empty(), List.of()));
    }

    @PostMapping("/admissions/{application}")
    Object decide(
            Page page,
            Acting acting,
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String appeal) {
        var decided = applications.decide(acting, application, of(decision, ground, words, appeal));
        return switch (decided) {
            case Decided.Refused<UUID>(var reasons) ->
                    Html.refused(
                            listPage(
                                    page,
                                    acting,
                                    Optional.of(new Typed(application, ground, words, appeal)),
                                    reasons));
            case Decided.Accepted<UUID> done -> SeeOther.at("/admissions");
        };
    }

    static Decided<AdmissionDecision> of(
            String decision, String ground, String words, String appeal) {
        return switch (decision) {
            case "admit" -> AdmissionDecision.admit(words);
            case "refuse" -> AdmissionDecision.refuse(ground, words, appeal);
            default -> Decided.refused(Refusal.of("award.admission-decision-unknown", "decision"));
        };
    }

    private JteModel listPage(
            Page page, Acting acting, Optional<Typed> typed, List<Refusal> refusals) {
        return Html.PAGES.admissions(
                page.titled("Admissions"),
                acting.organisation(),
                store.at(acting, MOST_DECIDED),
                store.lastAppeal(acting).orElse(""),
                typed,
                refusals);
    }
}
