package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.SeeOther;
import eu.cairn.catalogue.JointAgreement;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registrar's page of what other organisations ask to award jointly. */
@Controller
class JointAwardPages {

    private final JointAwards awards;
    private final JointAwardStore store;

    JointAwardPages(JointAwards awards, JointAwardStore store) {
        this.awards = awards;
        this.store = store;
    }

    @GetMapping("/joint-awards")
    Html list(Page page, Acting acting) {
        return Html.ok(listPage(page, acting, List.of()));
    }

    @PostMapping("/joint-awards/{course}/{number}")
    Object decide(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        if (!store.isAsked(acting, course, number)) {
            throw new NotThere();
        }
        var decided =
                switch (decision) {
                    case "agree" -> awards.decide(acting, course, number, true, reason);
                    case "refuse" -> awards.decide(acting, course, number, false, reason);
                    default ->
                            Decided.<JointAgreement>refused(
                                    Refusal.of("catalogue.joint-decision-unknown", "decision"));
                };
        return switch (decided) {
            case Decided.Refused<JointAgreement> refused ->
                    Html.refused(listPage(page, acting, refused.reasons()));
            case Decided.Accepted<JointAgreement> taken -> SeeOther.at("/joint-awards");
        };
    }

    private JteModel listPage(Page page, Acting acting, List<Refusal> refusals) {
        return Html.PAGES.jointAwards(
                page.titled("Joint awards"), acting.organisation(), store.asked(acting), refusals);
    }
}
