package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalTypeDraft;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The authority's page of the types of micro-credentials that it registers. */
@Controller
class NationalTypePages {

    private final NationalTypeRegister register;
    private final Clock clock;

    NationalTypePages(NationalTypeRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/national-types")
    Html list(Page page, Acting acting) {
        return Html.ok(listPage(page, acting, empty(acting), List.of()));
    }

    @PostMapping("/national-types")
    Object register(
            Page page,
            Acting acting,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var draft = NationalTypeForm.typed(fields);
        return switch (register.register(acting, draft)) {
            case Decided.Refused<RegisteredType> refused ->
                    Html.refused(
                            listPage(
                                    page,
                                    acting,
                                    new NationalTypeForm(draft, Optional.empty()),
                                    refused.reasons()));
            case Decided.Accepted<RegisteredType>(var type) -> {
                PageFrames.notice(request, "Registered: " + type.type().code());
                yield SeeOther.at("/national-types");
            }
        };
    }

    @PostMapping("/national-types/{type}/end")
    Object end(
            Page page,
            Acting acting,
            @PathVariable UUID type,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return switch (register.end(acting, type, from, reason)) {
            case Decided.Refused<RegisteredType> refused ->
                    Html.refused(
                            listPage(
                                    page,
                                    acting,
                                    new NationalTypeForm(
                                            empty(acting).draft(),
                                            Optional.of(
                                                    new NationalTypeForm.Ending(
                                                            type, from, reason))),
                                    refused.reasons()));
            case Decided.Accepted<RegisteredType>(var ended) -> {
                PageFrames.notice(request, "The end is recorded: " + ended.type().code());
                yield SeeOther.at("/national-types");
            }
        };
    }

    private static NationalTypeForm empty(Acting acting) {
        return new NationalTypeForm(
                NationalTypeDraft.in(
                        acting.organisation().country(), acting.organisation().language()),
                Optional.empty());
    }

    private JteModel listPage(
            Page page, Acting acting, NationalTypeForm form, List<Refusal> refusals) {
        return Html.PAGES.nationalTypes(
                page.titled("National types"),
                acting.organisation(),
                register.of(acting),
                form,
                refusals,
                acting.today(clock));
    }
}
