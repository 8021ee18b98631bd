package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.catalogue.CourseStandings;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.Revocations;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseState;
import eu.cairn.credential.RevocationReason;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The registrar's pages: courses to award, files of results, awards. */
@Controller
class AwardPages {

    private static final int SHOWN = 200;

    private final Awards awards;
    private final AwardStore store;
    private final CourseStore courses;
    private final CredentialStore credentials;
    private final Revocations revocations;
    private final CourseStandings standings;

    AwardPages(
            Awards awards,
            AwardStore store,
            CourseStore courses,
            CredentialStore credentials,
            Revocations revocations,
            CourseStandings standings) {
        this.awards = awards;
        this.store = store;
        this.courses = courses;
        this.credentials = credentials;
        this.revocations = revocations;
        this.standings = standings;
    }

    @GetMapping("/awards")
    Html list(Page page, Acting acting) {
        return Html.ok(
                Html.PAGES.awards(
                        page.titled("Awards"),
                        acting.organisation(),
                        courses.versionsIn(
                                acting,
                                CourseState.PUBLISHED,
                                CourseState.SUSPENDED,
                                CourseState.CLOSED)));
    }

    @GetMapping("/awards/{course}/{number}")
    Html course(Page page, Acting acting, @PathVariable UUID course, @PathVariable int number) {
        return Html.ok(coursePage(page, acting, course, number, List.of()));
    }

    @PostMapping("/awards/{course}/{number}")
    Object upload(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        var bytes = file.isPresent() ? file.get().getBytes() : new byte[0];
        var name = file.map(MultipartFile::getOriginalFilename).orElse("results.csv");
        return switch (awards.upload(acting, course, number, name, bytes)) {
            case Decided.Refused<UUID> refused ->
                    Html.refused(coursePage(page, acting, course, number, refused.reasons()));
            case Decided.Accepted<UUID> batch -> SeeOther.at("/awards/batches/" + batch.value());
        };
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
            case Decided.Refused<Integer> refused ->
                    Html.refused(
                            batchPage(page, acting, batch, refused.reasons(), minute, confirmed));
            case Decided.Accepted<Integer> made -> SeeOther.at("/awards/batches/" + batch);
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
                            .body(refusedRows(reviewed.value()));
        };
    }

    private static String refusedRows(Awards.Reviewed reviewed) {
        var tasks = reviewed.course().version().design().tasks();
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of("line", "learner_id"));
        tasks.forEach(task -> header.add(task.code()));
        header.addAll(List.of("passed_on", "grade", "identity_checked", "reasons"));
        rows.add(header);
        for (var refused : reviewed.review().refused()) {
            var cells = new ArrayList<>(List.of("" + refused.row().line()));
            cells.add(refused.row().learnerNumber());
            tasks.forEach(task -> cells.add(refused.row().tasks().getOrDefault(task.code(), "")));
            cells.add(refused.row().passedOn());
            cells.add(refused.row().grade());
            cells.add(refused.row().identityChecked());
            cells.add(
                    refused.reasons().stream()
                            .map(reason -> reason.code() + ": " + Words.of(reason))
                            .collect(Collectors.joining(" | ")));
            rows.add(cells);
        }
        return CsvCells.write(rows);
    }

    @GetMapping("/awards/{award}")
    Html award(Page page, Acting acting, @PathVariable UUID award) {
        return Html.ok(awardPage(page, acting, award, List.of(), "", ""));
    }

    @PostMapping("/awards/{award}/revocation")
    Object revoke(
            Page page,
            Acting acting,
            @PathVariable UUID award,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return switch (revocations.revoke(acting, award, code, reason)) {
            case Decided.Refused<UUID> refused ->
                    Html.refused(awardPage(page, acting, award, refused.reasons(), code, reason));
            case Decided.Accepted<UUID> revoked -> {
                PageFrames.notice(
                        request,
                        RevocationReason.CORRECTION_GIVEN_UP.code().equals(code)
                                ? "The correction is given up; the first award stays as it is."
                                : "The award is revoked; every verification says so now.");
                yield SeeOther.at("/awards/" + award);
            }
        };
    }

    private JteModel coursePage(
            Page page, Acting acting, UUID course, int number, List<Refusal> refusals) {
        var version = courses.version(acting, course, number).orElseThrow(NotThere::new);
        var all = new ArrayList<>(refusals);
        if (awards.course(acting, course, number) instanceof Decided.Refused<ApprovedCourse> refused
                && refusals.isEmpty()) {
            all.addAll(refused.reasons());
        }
        return Html.PAGES.awardCourse(
                page.titled("Awards: " + version.design().title().authoritative()),
                acting.organisation(),
                version,
                standings.of(version),
                store.batches(acting, course, number),
                store.awards(acting, course, number, SHOWN),
                all);
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
                all,
                minute,
                confirmed,
                SHOWN);
    }

    private JteModel awardPage(
            Page page,
            Acting acting,
            UUID award,
            List<Refusal> refusals,
            String code,
            String reason) {
        var row = store.award(acting, award).orElseThrow(NotThere::new);
        return Html.PAGES.award(
                page.titled("Award to " + row.fullName()),
                acting.organisation(),
                row,
                credentials.byAward(award).orElseThrow(NotThere::new),
                refusals,
                code,
                reason);
    }
}
