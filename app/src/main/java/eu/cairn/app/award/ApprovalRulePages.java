package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.award.ApprovalRule;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registrar's page of the rule above which size a second person approves. */
@Controller
class ApprovalRulePages {

    private final ApprovalRules rules;

    ApprovalRulePages(ApprovalRules rules) {
        this.rules = rules;
    }

    @GetMapping("/awards/approval-rule")
    Html show(Page page, Acting acting) {
        var rule = rules.of(acting).rule();
        return Html.ok(
                rulePage(
                        page,
                        acting,
                        List.of(),
                        ApprovalRules.limit(rule.credentials().map(String::valueOf)),
                        ApprovalRules.limit(rule.credits().map(Ects::toString))));
    }

    @PostMapping("/awards/approval-rule")
    Object set(
            Page page,
            Acting acting,
            @RequestParam(defaultValue = "") String credentials,
            @RequestParam(defaultValue = "") String credits,
            HttpServletRequest request) {
        return switch (rules.set(acting, credentials, credits)) {
            case Decided.Refused<ApprovalRule> refused ->
                    Html.refused(rulePage(page, acting, refused.reasons(), credentials, credits));
            case Decided.Accepted<ApprovalRule> set -> {
                PageFrames.notice(request, "The rule is set. It holds for what is confirmed next.");
                yield SeeOther.at("/awards/approval-rule");
            }
        };
    }

    private JteModel rulePage(
            Page page, Acting acting, List<Refusal> refusals, String credentials, String credits) {
        return Html.PAGES.approvalRule(
                page.titled("Second approval"),
                acting.organisation(),
                rules.of(acting),
                refusals,
                credentials,
                credits);
    }
}
