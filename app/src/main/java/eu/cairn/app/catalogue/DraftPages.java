package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.DraftMerge;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What can be done with a draft beside writing it: look back, choose, start another, delete. */
@Controller
public class DraftPages {

    private final DraftWork work;
    private final CourseStore store;

    DraftPages(DraftWork work, CourseStore store) {
        this.work = work;
        this.store = store;
    }

    /** A field that was other than it is now. */
    public record Difference(String name, String then, String now) {}

    /** What can be seen of the past of a draft. */
    public record Past(SavedDraft saved, List<Line> states) {}

    /** A saved state in one line. */
    public record Line(int revision, Instant savedAt, String by) {}

    /** One saved state against what is saved now. */
    public record State(SavedDraft saved, int revision, List<Difference> differences) {}

    @GetMapping("/courses/{course}/states")
    Html past(Page page, Acting acting, @PathVariable UUID course) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        return Html.ok(
                Html.PAGES.draftStates(
                        page.titled("Earlier states of the draft"),
                        acting.organisation(),
                        new Past(
                                saved,
                                work.states(acting, course).stream()
                                        .map(
                                                one ->
                                                        new Line(
                                                                one.revision(),
                                                                one.savedAt(),
                                                                one.by()))
                                        .toList())));
    }

    @GetMapping("/courses/{course}/states/{revision}")
    Html state(Page page, Acting acting, @PathVariable UUID course, @PathVariable int revision) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        return Html.ok(
                Html.PAGES.draftState(
                        page.titled("An earlier state of the draft"),
                        new State(
                                saved,
                                revision,
                                differences(work.state(acting, course, revision), saved.draft()))));
    }

    @PostMapping("/courses/{course}/states/{revision}")
    Object restore(
            Acting acting,
            @PathVariable UUID course,
            @PathVariable int revision,
            HttpServletRequest request) {
        return done(
                request,
                "/courses/" + course,
                work.restore(acting, course, revision),
                "The earlier state is saved again. What was there stays among the earlier states.");
    }

    @PostMapping("/courses/{course}/copy")
    Object copy(Acting acting, @PathVariable UUID course, HttpServletRequest request) {
        return started(request, work.copy(acting, course));
    }

    @PostMapping("/catalogue/{organisation}/{code}/{number}/copy")
    Object copy(
            Acting acting,
            @PathVariable String organisation,
            @PathVariable String code,
            @PathVariable int number,
            HttpServletRequest request) {
        return started(request, work.copy(acting, organisation, code, number));
    }

    @PostMapping("/courses/{course}/deletion")
    Object delete(Acting acting, @PathVariable UUID course, HttpServletRequest request) {
        return done(
                request,
                "/courses",
                work.delete(acting, course),
                "The draft is deleted. It can be taken back under Deleted drafts.");
    }

    @PostMapping("/courses/{course}/undeletion")
    Object undelete(Acting acting, @PathVariable UUID course, HttpServletRequest request) {
        work.undelete(acting, course);
        PageFrames.notice(request, "The draft is back.");
        return SeeOther.at("/courses/" + course);
    }

    private static Object started(HttpServletRequest request, UUID course) {
        PageFrames.notice(
                request,
                "Started. Not copied: the code, days, the page it follows, other organisations, who was"
                        + " asked about the need, the qualifications it is part of, a signed reason"
                        + " for its hours, answers to hints, and any approval. From another"
                        + " institution, its courses before are left out; from another country, the"
                        + " national level, law and contact hours too.");
        return SeeOther.at("/courses/" + course);
    }

    private static Object done(
            HttpServletRequest request, String where, Decided<?> decided, String notice) {
        PageFrames.notice(
                request,
                decided.reasons().isEmpty()
                        ? notice
                        : String.join(" ", decided.reasons().stream().map(Words::of).toList()));
        return SeeOther.at(where);
    }

    static List<Difference> differences(CourseDraft then, CourseDraft now) {
        var before = DraftMerge.texts(then);
        var after = DraftMerge.texts(now);
        var places = new LinkedHashSet<>(before.keySet());
        places.addAll(after.keySet());
        var differences = new ArrayList<Difference>();
        for (var place : places) {
            var was = before.getOrDefault(place, "");
            var is = after.getOrDefault(place, "");
            if (!was.equals(is)) {
                differences.add(new Difference(name(place), was, is));
            }
        }
        return differences;
    }

    /** A field as people call it. */
    public static String name(String place) {
        return Words.place(
                new Refusal(
                        "catalogue.text-missing",
                        place.startsWith("terms.") ? place.substring(6) : place,
                        List.of()));
    }
}
