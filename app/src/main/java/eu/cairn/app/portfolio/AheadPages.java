package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The way ahead from a learner's own stack: which courses lead on, and what one would add. */
@Controller
class AheadPages {

    private final Stacks stacks;
    private final AheadViews views;

    AheadPages(Stacks stacks, AheadViews views) {
        this.stacks = stacks;
        this.views = views;
    }

    @GetMapping("/stacks/{rulebook}/plan")
    Html plan(
            Page page,
            Person person,
            @PathVariable String rulebook,
            @RequestParam MultiValueMap<String, String> asked) {
        var stack = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        var view = views.of(stack, AheadQuestion.of(asked));
        var status =
                !view.refusals().isEmpty()
                        ? HttpStatus.UNPROCESSABLE_CONTENT
                        : view.busy() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
        return new Html(
                Html.PAGES.ahead(page.titled("The way ahead: " + stack.rulebook().title()), view),
                status);
    }
}
