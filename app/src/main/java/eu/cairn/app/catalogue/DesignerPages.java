package eu.cairn.app.catalogue;

import static java.util.Map.entry;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Option;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The designer's pages: the list of courses and the workbench of one. */
@Controller
class DesignerPages {

    private static final Map<String, Rows> ROWS =
            Map.ofEntries(
                    entry("outcome", new Rows("outcomes", CourseDraft::outcomes)),
                    entry("skill", new Rows("outcomes", CourseDraft::outcomes)),
                    entry("activity", new Rows("activities", CourseDraft::activities)),
                    entry("task", new Rows("tasks", CourseDraft::tasks)),
                    entry("language", new Rows("titles", CourseDraft::titles)),
                    entry("partner", new Rows("partners", draft -> draft.terms().partners())),
                    entry(
                            "stakeholder",
                            new Rows(
                                    "stakeholders",
                                    draft -> draft.plan().relevance().stakeholders())),
                    entry(
                            "evidence",
                            new Rows("evidence", draft -> draft.plan().relevance().evidence())),
                    entry(
                            "occupation",
                            new Rows(
                                    "occupations",
                                    draft -> draft.plan().relevance().occupations())),
                    entry(
                            "programme",
                            new Rows("programmes", draft -> draft.plan().place().programmes())),
                    entry("before", new Rows("before", draft -> draft.plan().choices().before())));

    private static final String CHOICE =
            "(use|keep) [A-Za-z0-9.\\[\\]]{1,80} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Courses courses;
    private final DraftWork work;
    private final CourseStore store;
    private final AccountStore accounts;
    private final Skills skills;
    private final Surroundings surroundings;
    private final HoursReports hours;
    private final Clock clock;

    DesignerPages(
            Courses courses,
            DraftWork work,
            CourseStore store,
            AccountStore accounts,
            Skills skills,
            Surroundings surroundings,
            HoursReports hours,
            Clock clock) {
        this.courses = courses;
        this.work = work;
        this.store = store;
        this.accounts = accounts;
        this.skills = skills;
        this.surroundings = surroundings;
        this.hours = hours;
        this.clock = clock;
    }

    @GetMapping("/courses")
    Html list(Page page, Acting acting) {
        return Html.ok(
                Html.PAGES.courses(
                        page.titled("Courses"),
                        acting.organisation(),
                        store.list(acting),
                        store.putAway(acting)));
    }

    @PostMapping("/courses")
    Object begin(Acting acting) {
        return SeeOther.at("/courses/" + courses.begin(acting, CourseDraft.empty()));
    }

    @GetMapping("/courses/{course}")
    Html design(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @RequestParam(defaultValue = "") String focus,
            @RequestParam(defaultValue = "0") int outcome,
            @RequestParam(defaultValue = "") String skills) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        return Html.ok(
                Html.PAGES.designer(
                        titled(page, saved.draft()),
                        view(acting, saved).lookingFor(found(saved, outcome, skills)),
                        focus));
    }

    private DesignerView.SkillsFound found(SavedDraft saved, int outcome, String words) {
        if (words.isBlank()) {
            return DesignerView.SkillsFound.none();
        }
        var tag = saved.draft().language();
        var language = tag.matches("[a-z]{2}") ? new Language(tag) : Language.ENGLISH;
        return new DesignerView.SkillsFound(
                new SkillQuestion(outcome, words), skills.find(words, language));
    }

    @GetMapping("/courses/{course}/preview")
    Html preview(Page page, Acting acting, @PathVariable UUID course) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        var view = view(acting, saved);
        return Html.ok(
                Html.PAGES.preview(titled(page, saved.draft()), view, view.review().design()));
    }

    @PostMapping("/courses/{course}")
    Object save(
            Page page,
            Acting acting,
            @PathVariable UUID course,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var form = new DraftForm(fields);
        if (form.action().equals("revise")) {
            return switch (courses.revise(acting, course)) {
                case Decided.Accepted<Integer> begun -> SeeOther.at("/courses/" + course);
                case Decided.Refused<Integer> refused ->
                        again(page, acting, course, form, refused.reasons());
            };
        }
        return switch (courses.save(acting, course, form.draft(), form.basis())) {
            case Decided.Refused<SavedDraft> refused ->
                    again(page, acting, course, form, refused.reasons());
            case Decided.Accepted<SavedDraft> saved ->
                    switch (form.action()) {
                        case "submit" -> submit(page, acting, saved.value(), form.signs(), request);
                        case "preview" -> SeeOther.at("/courses/" + course + "/preview");
                        case String chosen when chosen.matches(CHOICE) ->
                                choose(page, acting, course, chosen.split(" ", 3));
                        default ->
                                SeeOther.at(
                                        "/courses/"
                                                + course
                                                + form.skillQuestion()
                                                        .map(DesignerPages::asked)
                                                        .orElseGet(
                                                                () ->
                                                                        next(
                                                                                form.action(),
                                                                                saved.value()
                                                                                        .draft())));
                    };
        };
    }

    /**
     * Puts one of two texts of a field in its place: {@code use PLACE ACCOUNT}, or {@code keep}.
     */
    private Object choose(Page page, Acting acting, UUID course, String[] chosen) {
        return switch (work.choose(
                acting, course, chosen[1], UUID.fromString(chosen[2]), chosen[0].equals("use"))) {
            case Decided.Accepted<SavedDraft> kept -> SeeOther.at("/courses/" + course);
            case Decided.Refused<SavedDraft> refused ->
                    again(page, acting, course, refused.reasons());
        };
    }

    /** Saves while somebody types and answers with what a machine says now. */
    @PostMapping("/courses/{course}/live")
    Html live(
            Acting acting,
            @PathVariable UUID course,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = new DraftForm(fields);
        var decided = courses.save(acting, course, form.draft(), form.basis());
        var saved =
                switch (decided) {
                    case Decided.Accepted<SavedDraft> kept -> kept.value();
                    case Decided.Refused<SavedDraft> refused ->
                            store.draft(acting, course).orElseThrow(NotThere::new);
                };
        return Html.ok(
                Html.PAGES.designerLive(
                        viewOf(acting, saved, form.draft(), form.signs(), decided.reasons())
                                .writtenOver(work.shown(acting, saved, form.basis())),
                        decided.reasons().isEmpty()));
    }

    private Object submit(
            Page page, Acting acting, SavedDraft saved, boolean signs, HttpServletRequest request) {
        var course = saved.course();
        return switch (courses.submit(acting, course, signs)) {
            case Decided.Accepted<CourseVersion> submitted -> {
                PageFrames.notice(
                        request,
                        "Version %d of %s was frozen and %s."
                                .formatted(
                                        submitted.value().number(),
                                        submitted.value().design().title().authoritative(),
                                        store.state(course, submitted.value().number())
                                                        .filter(CourseState::isPublic)
                                                        .isPresent()
                                                ? "published: its changes are editorial"
                                                : "sent to approval"));
                yield SeeOther.at("/courses");
            }
            case Decided.Refused<CourseVersion> refused ->
                    refused(page, viewOf(acting, saved, saved.draft(), signs, refused.reasons()));
        };
    }

    /** The page with what is saved, in which everything that was typed is, and what hinders. */
    private Html again(Page page, Acting acting, UUID course, List<Refusal> reasons) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        return refused(page, viewOf(acting, saved, saved.draft(), false, reasons));
    }

    /**
     * The page with everything that was typed and could not be saved: it is still written over what
     * it was written over, or the next save would take back what others wrote since.
     */
    private Html again(
            Page page, Acting acting, UUID course, DraftForm form, List<Refusal> reasons) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        return refused(
                page,
                viewOf(acting, saved, form.draft(), form.signs(), reasons)
                        .writtenOver(form.basis()));
    }

    private static Html refused(Page page, DesignerView view) {
        return Html.refused(Html.PAGES.designer(titled(page, view.draft()), view, "todo"));
    }

    private DesignerView view(Acting acting, SavedDraft saved) {
        return viewOf(acting, saved, saved.draft(), false, List.of());
    }

    private DesignerView viewOf(
            Acting acting,
            SavedDraft saved,
            CourseDraft draft,
            boolean signs,
            List<Refusal> reasons) {
        var review = courses.review(acting, draft, signs);
        return new DesignerView(
                saved.course(),
                acting.organisation(),
                saved,
                draft,
                signs,
                review,
                new PlanView(draft, review, acting.organisation().country(), qualifications(draft)),
                NationalFrameworks.published()
                        .levels(acting.organisation().country(), acting.today(clock)),
                others(acting),
                store.history(saved.course()),
                new Basis(saved.revision(), UUID.randomUUID().toString()),
                acting.today(clock),
                DesignerView.SkillsFound.none(),
                hours.of(acting, saved.course()),
                reasons.stream().filter(reason -> !review.faults().contains(reason)).toList());
    }

    /** The qualifications to choose from, once the course is said to be part of one. */
    private List<Option> qualifications(CourseDraft draft) {
        return draft.plan().place().programmes().isEmpty()
                ? List.of()
                : surroundings.qualifications().stream()
                        .map(one -> new Option(one.path(), one.title() + ", " + one.awardedBy()))
                        .toList();
    }

    private List<Organisation> others(Acting acting) {
        return accounts.organisations().stream()
                .filter(one -> !one.id().equals(acting.organisation().id()))
                .toList();
    }

    private static Page titled(Page page, CourseDraft draft) {
        return page.titled(draft.title().isBlank() ? "New course" : draft.title());
    }

    /**
     * Where the page opens after a row was added, at the new row, ready to type, or taken away, at
     * those that are left. An address with a fragment would keep the browser from focusing the new
     * row (HTML, autofocus).
     */
    private static String next(String action, CourseDraft draft) {
        var said = action.split("-");
        var rows = said.length < 2 ? null : ROWS.get(said[1]);
        if (rows == null) {
            return "";
        }
        return said[0].equals("add")
                ? "?focus=%s-%d".formatted(rows.name(), rows.of().apply(draft).size())
                : "#" + rows.name();
    }

    private static String asked(SkillQuestion question) {
        return "?focus=skills-%d&outcome=%d&skills=%s"
                .formatted(
                        question.outcome(),
                        question.outcome(),
                        UriUtils.encode(question.words(), StandardCharsets.UTF_8));
    }

    /** Rows of the form that can be added and taken away, as the page names them. */
    private record Rows(String name, Function<CourseDraft, List<?>> of) {}
}
