package eu.cairn.app.portfolio;

import eu.cairn.app.account.Acting;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.MissingCourses;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which course an institution's learners miss, beside its rulebooks. */
@Controller
class MissingCoursesPages {

    private final LearnersMissing missing;
    private final RuleWords words;

    MissingCoursesPages(LearnersMissing missing, RuleWords words) {
        this.missing = missing;
        this.words = words;
    }

    @GetMapping("/rulebooks/published/{rulebook}/missing-courses")
    Html show(Page page, Acting acting, @PathVariable String rulebook) {
        var book = missing.rulebook(acting, rulebook).orElseThrow(NotThere::new);
        var found = missing.of(acting, book);
        return new Html(
                Html.PAGES.missingCourses(
                        page.titled("Courses that are missing: " + book.title()),
                        view(book, found)),
                found.isPresent() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    }

    private MissingCoursesView view(PublishedRulebook book, Optional<LearnersMissing.Found> found) {
        return new MissingCoursesView(
                book,
                found.map(LearnersMissing.Found::answer),
                found.map(it -> it.answer().courses()).orElse(List.of()).stream()
                        .map(
                                course ->
                                        new MissingCoursesView.Line(
                                                course.credits(),
                                                words(course),
                                                course.finish(),
                                                course.undecided()))
                        .toList(),
                found.stream().anyMatch(LearnersMissing.Found::beyond));
    }

    private String words(MissingCourses.Missing course) {
        var facts = HeldCredential.of("missing", course.credits());
        course.facts().forEach(facts::with);
        return words.of(facts.credential());
    }
}
