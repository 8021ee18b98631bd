package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The registrar's list of learners, and adding to it. */
@Controller
class LearnerPages {

    private static final int AT_ONCE = 100;

    private final Learners learners;
    private final LearnerStore store;

    LearnerPages(Learners learners, LearnerStore store) {
        this.learners = learners;
        this.store = store;
    }

    @GetMapping("/learners")
    Html list(Page page, Acting acting, @RequestParam(defaultValue = "") String from) {
        return Html.ok(learnersPage(page, acting, from, List.of()));
    }

    @PostMapping("/learners")
    Object add(
            Page page,
            Acting acting,
            @RequestParam Optional<MultipartFile> file,
            HttpServletRequest request)
            throws IOException {
        var bytes = file.isPresent() ? file.get().getBytes() : new byte[0];
        return switch (learners.add(acting, bytes)) {
            case Decided.Refused<Learners.Added> refused ->
                    Html.refused(learnersPage(page, acting, "", refused.reasons()));
            case Decided.Accepted<Learners.Added> added -> {
                PageFrames.notice(
                        request,
                        "%d learners were added, %d were there before."
                                .formatted(added.value().added(), added.value().known()));
                yield SeeOther.at("/learners");
            }
        };
    }

    private JteModel learnersPage(Page page, Acting acting, String from, List<Refusal> refusals) {
        return Html.PAGES.learners(
                page.titled("Learners"),
                acting.organisation(),
                store.list(acting, from, AT_ONCE),
                store.count(acting),
                AT_ONCE,
                refusals);
    }
}
