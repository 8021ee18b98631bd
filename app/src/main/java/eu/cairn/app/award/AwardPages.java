package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.catalogue.CourseStandings;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.Revocations;
import eu.cairn.app.credential.Suspensions;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
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
    private final Approvals approvals;
    private final AwardStore store;
    private final CourseStore courses;
    private final CredentialStore credentials;
    private final Revocations revocations;
    private final CourseStandings standings;
    private final Suspensions suspensions;
    private final Results results;

    AwardPages(
            Awards awards,
            Approvals approvals,
            AwardStore store,
            CourseStore courses,
            CredentialStore credentials,
            Revocations revocations,
            CourseStandings standings,
            Suspensions suspensions,
            Results results) {
        this.awards = awards;
        this.approvals = approvals;
        this.store = store;
        this.courses = courses;
        this.credentials = credentials;
        this.revocations = revocations;
        this.standings = standings;
        this.suspensions = suspensions;
        this.results = results;
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
                                CourseState.CLOSED),
                        approvals.waiting(acting),
                        Results.mayConfirm(acting)));
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

    @GetMapping("/awards/{award}")
    Html award(Page page, Acting acting, @PathVariable UUID award) {
        return Html.ok(awardPage(page, acting, award, Tried.NOTHING));
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
                    Html.refused(
                            awardPage(
                                    page,
                                    acting,
                                    award,
                                    new Tried("revocation", refused.reasons(), code, reason)));
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

    @PostMapping("/awards/{award}/suspension")
    Object suspend(
            Page page,
            Acting acting,
            @PathVariable UUID award,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return changed(
                page,
                acting,
                suspensions.suspend(acting, award, code, reason),
                award,
                new Tried("suspension", List.of(), code, reason),
                "The credential is suspended; every verification says so now.",
                request);
    }

    @PostMapping("/awards/{award}/reinstatement")
    Object reinstate(
            Page page,
            Acting acting,
            @PathVariable UUID award,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return changed(
                page,
                acting,
                suspensions.reinstate(acting, award, reason),
                award,
                new Tried("reinstatement", List.of(), "", reason),
                "The credential holds again; every verification says so now.",
                request);
    }

    private Object changed(
            Page page,
            Acting acting,
            Decided<UUID> decided,
            UUID award,
            Tried tried,
            String notice,
            HttpServletRequest request) {
        return switch (decided) {
            case Decided.Refused<UUID>(var reasons) ->
                    Html.refused(
                            awardPage(
                                    page,
                                    acting,
                                    award,
                                    new Tried(
                                            tried.deed(), reasons, tried.code(), tried.reason())));
            case Decided.Accepted<UUID> done -> {
                PageFrames.notice(request, notice);
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
                Results.mayConfirm(acting),
                all);
    }

    private JteModel awardPage(Page page, Acting acting, UUID award, Tried tried) {
        var row = store.award(acting, award).orElseThrow(NotThere::new);
        var proofs = results.proofs(acting, award);
        return Html.PAGES.award(
                page.titled("Award to " + row.fullName()),
                acting.organisation(),
                row,
                credentials.byAward(award).orElseThrow(NotThere::new),
                proofs,
                tried);
    }
}
