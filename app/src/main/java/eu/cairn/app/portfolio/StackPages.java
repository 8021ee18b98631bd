package eu.cairn.app.portfolio;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.demo.Demo;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The learner's stacks, and the stacks of the demo's learners for everybody. */
@Controller
public class StackPages {

    private final Stacks stacks;
    private final StackViews views;
    private final Choices choices;
    private final ChoiceWords words;
    private final AccountStore accounts;
    private final Demo demo;

    StackPages(
            Stacks stacks,
            StackViews views,
            Choices choices,
            ChoiceWords words,
            AccountStore accounts,
            Demo demo) {
        this.stacks = stacks;
        this.views = views;
        this.choices = choices;
        this.words = words;
        this.accounts = accounts;
        this.demo = demo;
    }

    @GetMapping("/stacks")
    Html list(Page page, Person person) {
        return Html.ok(Html.PAGES.stacks(page.titled("Stacks"), views.of(stacks.reach(person))));
    }

    @GetMapping("/stacks/{rulebook}")
    Html stack(
            Page page,
            Person person,
            @PathVariable String rulebook,
            @RequestParam Optional<String> undo) {
        return Html.ok(page(page, person, rulebook, true, undo, List.of()));
    }

    /** Chooses for one credential; with {@code all}, for every credential at once. */
    @PostMapping("/stacks/{rulebook}/choices")
    Object choose(
            Page page,
            Person person,
            @PathVariable String rulebook,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam Optional<String> all,
            HttpServletRequest request) {
        var decided =
                all.isPresent()
                        ? choices.replace(person, rulebook, version, Choice.list(all.get()))
                        : chosen(person, rulebook, version, credential, choice);
        return switch (decided) {
            case Decided.Refused<Choices.Change> refused ->
                    Html.refused(
                            page(
                                    page,
                                    person,
                                    rulebook,
                                    true,
                                    Optional.empty(),
                                    refused.reasons()));
            case Decided.Accepted<Choices.Change> changed -> {
                var change = changed.value();
                PageFrames.notice(
                        request,
                        all.isPresent()
                                ? ChoiceWords.effect(
                                        change.before().audit(), change.after().audit())
                                : words.of(change, credential));
                yield SeeOther.at(
                        "/stacks/%s?undo=%s"
                                .formatted(
                                        UriUtils.encodePathSegment(
                                                rulebook, StandardCharsets.UTF_8),
                                        UriUtils.encode(
                                                Choice.list(change.before().choices()),
                                                StandardCharsets.UTF_8)));
            }
        };
    }

    /** A stack of the demo, for whoever has its address; other people's stacks are their own. */
    @GetMapping("/s/{account}/{rulebook}")
    Html shared(Page page, @PathVariable UUID account, @PathVariable String rulebook) {
        if (!demo.on()) {
            throw new NotThere();
        }
        var person =
                accounts.demoPeople().stream()
                        .filter(one -> one.id().equals(account))
                        .findFirst()
                        .orElseThrow(NotThere::new);
        return Html.ok(page(page, person, rulebook, false, Optional.empty(), List.of()));
    }

    private JteModel page(
            Page page,
            Person person,
            String rulebook,
            boolean own,
            Optional<String> undo,
            List<Refusal> refusals) {
        var stack = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        return Html.PAGES.stack(
                page.titled("Stack: " + stack.rulebook().title()),
                views.of(stack, person, own),
                stacks.alsoCounted(person, stack),
                undo,
                refusals);
    }

    private Decided<Choices.Change> chosen(
            Person person, String rulebook, String version, String credential, String choice) {
        return Choice.isCode(choice)
                ? choices.choose(
                        person, rulebook, version, credential, Choice.of(credential, choice))
                : Decided.refused(Refusal.of("portfolio.choice-unknown", "choice", choice));
    }
}
