package eu.cairn.app.recognition;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.recognition.RecognitionDecision;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The recognition officer's pages. */
@Controller
public class ApplicationPages {

    private final Recognitions recognitions;
    private final RecognitionStore store;
    private final Clock clock;

    ApplicationPages(Recognitions recognitions, RecognitionStore store, Clock clock) {
        this.recognitions = recognitions;
        this.store = store;
        this.clock = clock;
    }

    /** One application in the officer's list. */
    public record Line(CaseFile file, DecisionClock clock) {}

    @GetMapping("/applications")
    Html list(Page page, Acting acting) {
        var lines =
                store.to(acting).stream()
                        .map(
                                row ->
                                        new Line(
                                                recognitions.file(row),
                                                DecisionClock.of(row, acting.today(clock))))
                        .toList();
        return Html.ok(
                Html.PAGES.applications(
                        page.titled("Applications"),
                        acting.organisation(),
                        lines.stream().filter(line -> !line.file().row().decided()).toList(),
                        lines.stream().filter(line -> line.file().row().decided()).toList()));
    }

    @GetMapping("/applications/{application}")
    Html application(Page page, Acting acting, @PathVariable UUID application) {
        var file = recognitions.file(acting, application);
        return Html.ok(page(page, acting, file, recognitions.draft(acting, file), List.of()));
    }

    @PostMapping("/applications/{application}")
    Object decide(
            Page page,
            Acting acting,
            @PathVariable UUID application,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        var draft = DecisionDraft.of(fields);
        recognitions.save(acting, application, draft);
        if (!fields.getOrDefault("action", "").equals("decide")) {
            PageFrames.notice(request, "The draft is saved.");
            return SeeOther.at("/applications/" + application);
        }
        return switch (recognitions.decide(acting, application, draft)) {
            case Decided.Refused<RecognitionDecision> refused ->
                    Html.refused(
                            page(
                                    page,
                                    acting,
                                    recognitions.file(acting, application),
                                    draft,
                                    refused.reasons()));
            case Decided.Accepted<RecognitionDecision> decided -> {
                PageFrames.notice(request, "The decision is made and shown to the applicant.");
                yield SeeOther.at("/applications/" + application);
            }
        };
    }

    private JteModel page(
            Page page, Acting acting, CaseFile file, DecisionDraft draft, List<Refusal> refusals) {
        return Html.PAGES.application(
                page.titled("Recognition of " + file.title()),
                acting.organisation(),
                new CaseView(
                        file,
                        RecognitionFile.of(file.holding().content(), file.target().unit()),
                        draft,
                        DecisionClock.of(file.row(), acting.today(clock)),
                        refusals));
    }
}
