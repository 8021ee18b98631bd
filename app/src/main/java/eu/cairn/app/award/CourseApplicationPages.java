package eu.cairn.app.award;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.OpenBadgeFormat;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The learner's pages: applying for a course, and what became of it. */
@Controller
public class CourseApplicationPages {

    private final CourseApplications applications;
    private final CourseApplicationStore store;
    private final AccountStore accounts;

    CourseApplicationPages(
            CourseApplications applications, CourseApplicationStore store, AccountStore accounts) {
        this.applications = applications;
        this.store = store;
        this.accounts = accounts;
    }

    /**
     * The form as it was filled in.
     *
     * @param course the address of the version, {@code organisation/code/number}
     */
    public record Form(
            String course,
            CourseVersion version,
            String institution,
            String language,
            List<Shown> held,
            String statement,
            List<Refusal> refusals) {

        /** What is wrong at one field, in words. */
        public List<String> faults(String place) {
            return refusals.stream()
                    .filter(refusal -> refusal.place().equals(place))
                    .map(Words::of)
                    .toList();
        }
    }

    /** A credential that can be shown, and whether it is. */
    public record Shown(String code, String title, String language, boolean chosen) {}

    @GetMapping("/course-applications")
    Html list(Page page, Person person) {
        return Html.ok(Html.PAGES.courseApplications(page.titled("Admissions"), store.of(person)));
    }

    @GetMapping("/course-applications/new")
    Html form(Page page, Person person, @RequestParam(defaultValue = "") String course) {
        return Html.ok(formPage(page, person, course, "", List.of(), List.of()));
    }

    @PostMapping("/course-applications")
    Object apply(
            Page page,
            Person person,
            @RequestParam(defaultValue = "") String course,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(defaultValue = "") List<String> credentials,
            HttpServletRequest request) {
        var version = applications.onOffer(course);
        return switch (applications.apply(person, version, statement, credentials)) {
            case Decided.Refused<UUID>(var reasons) ->
                    Html.refused(formPage(page, person, course, statement, credentials, reasons));
            case Decided.Accepted<UUID>(var id) -> {
                PageFrames.notice(request, "Your application was sent.");
                yield SeeOther.at("/course-applications/" + id);
            }
        };
    }

    @GetMapping("/course-applications/{application}")
    Html one(Page page, Person person, @PathVariable UUID application) {
        return Html.ok(onePage(page, person, application, List.of()));
    }

    @PostMapping("/course-applications/{application}/withdrawal")
    Object withdraw(Page page, Person person, @PathVariable UUID application) {
        return switch (applications.withdraw(person, application)) {
            case Decided.Refused<UUID>(var reasons) ->
                    Html.refused(onePage(page, person, application, reasons));
            case Decided.Accepted<UUID>(var id) -> SeeOther.at("/course-applications/" + id);
        };
    }

    private JteModel onePage(Page page, Person person, UUID application, List<Refusal> refusals) {
        var one = store.of(person, application).orElseThrow(NotThere::new);
        return Html.PAGES.courseApplication(
                page.titled("Application for " + one.title().authoritative()), one, refusals);
    }

    private JteModel formPage(
            Page page,
            Person person,
            String course,
            String statement,
            List<String> chosen,
            List<Refusal> refusals) {
        var version = applications.onOffer(course);
        var by = accounts.organisation(version.organisation()).orElseThrow(NotThere::new);
        return Html.PAGES.courseApplicationNew(
                page.titled("Apply for " + version.design().title().authoritative()),
                new Form(
                        course,
                        version,
                        by.name(),
                        by.language(),
                        applications.toShow(person).stream()
                                .flatMap(one -> shown(one, chosen).stream())
                                .toList(),
                        statement,
                        refusals));
    }

    private static List<Shown> shown(AwardedCredential one, List<String> chosen) {
        return switch (new OpenBadgeFormat().read(one.signed())) {
            case Decided.Refused<MicroCredential> unread -> List.of();
            case Decided.Accepted<MicroCredential>(var content) ->
                    List.of(
                            new Shown(
                                    one.shortCode(),
                                    content.title().authoritative(),
                                    content.title().authoritativeLanguage().tag(),
                                    chosen.contains(one.shortCode())));
        };
    }
}
