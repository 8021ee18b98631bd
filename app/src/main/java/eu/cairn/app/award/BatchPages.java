package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one file of results, from its review to the second approval and the signatures. */
@Controller
class BatchPages {

    private static final int SHOWN = 200;

    private final Awards awards;
    private final Approvals approvals;
    private final AwardStore store;
    private final CourseStore courses;

    BatchPages(Awards awards, Approvals approvals, AwardStore store, CourseStore courses) {
        this.awards = awards;
        this.approvals = approvals;
        this.store = store;
        this.courses = courses;
    }

    @GetMapping("/awards/batches/{batch}")
    Html batch(Page page, Acting acting, @PathVariable UUID batch) {
        return Html.ok(batchPage(page, acting, batch, List.of(), "", false));
    }

    @PostMapping("/awards/batches/{batch}")
    Object confirm(
            Page page,
            Acting acting,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String minute,
            @RequestParam(defaultValue = "false") boolean confirmed) {
        return switch (awards.confirm(acting, batch, confirmed, minute)) {
            case Decided.Refused<Awards.Confirmed> refused ->
                    Html.refused(
                            batchPage(page, acting, batch, refused.reasons(), minute, confirmed));
            case Decided.Accepted<Awards.Confirmed> made -> SeeOther.at("/awards/batches/" + batch);
        };
    }

    /** What a second person decides, or that whoever asked takes it back. */
    @PostMapping("/awards/batches/{batch}/approval")
    Object answer(
            Page page,
            Acting acting,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        var answered =
                switch (decision) {
                    case "approve" -> approvals.approve(acting, batch).map(made -> batch);
                    case "return" -> approvals.giveBack(acting, batch, reason);
                    case "withdraw" -> approvals.withdraw(acting, batch);
                    default ->
                            Decided.<UUID>refused(
                                    Refusal.of("award.approval-decision-unknown", "decision"));
                };
        return switch (answered) {
            case Decided.Refused<UUID> refused ->
                    Html.refused(batchPage(page, acting, batch, refused.reasons(), "", false));
            case Decided.Accepted<UUID> done -> SeeOther.at("/awards/batches/" + batch);
        };
    }

    /** How far signing has come, for the page that waits. */
    @GetMapping("/awards/batches/{batch}/progress")
    Html progress(Acting acting, @PathVariable UUID batch) {
        if (!store.holds(acting, batch)) {
            throw new NotThere();
        }
        return Html.ok(Html.PAGES.batchProgress(batch, store.progress(batch)));
    }

    /** The refused rows with their reasons, to be mended and uploaded again. */
    @GetMapping("/awards/batches/{batch}/refused.csv")
    ResponseEntity<String> refused(Acting acting, @PathVariable UUID batch) {
        return switch (awards.review(acting, batch)) {
            case Decided.Refused<Awards.Reviewed> refused -> throw new NotThere();
            case Decided.Accepted<Awards.Reviewed> reviewed ->
                    ResponseEntity.ok()
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    "attachment; filename=\"refused-rows.csv\"")
                            .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                            .body(
                                    ResultTable.refused(
                                            reviewed.value().review(),
                                            reviewed.value().course().version().design()));
        };
    }

    private JteModel batchPage(
            Page page,
            Acting acting,
            UUID id,
            List<Refusal> refusals,
            String minute,
            boolean confirmed) {
        var batch = store.batch(acting, id).orElseThrow(NotThere::new);
        var version =
                courses.version(acting, batch.course(), batch.number()).orElseThrow(NotThere::new);
        var reviewed = awards.review(acting, batch);
        var all = new ArrayList<>(refusals);
        Optional<Awards.Reviewed> review =
                switch (reviewed) {
                    case Decided.Accepted<Awards.Reviewed> some -> Optional.of(some.value());
                    case Decided.Refused<Awards.Reviewed> refused -> {
                        all.addAll(refused.reasons());
                        yield Optional.empty();
                    }
                };
        return Html.PAGES.batch(
                page.titled("Review results"),
                acting.organisation(),
                version,
                batch,
                review,
                store.progress(id),
                approvals.about(acting, id),
                review.filter(some -> batch.confirmedAt().isEmpty())
                        .flatMap(some -> approvals.needed(acting, some)),
                all,
                minute,
                confirmed,
                Results.mayConfirm(acting),
                SHOWN);
    }
}
