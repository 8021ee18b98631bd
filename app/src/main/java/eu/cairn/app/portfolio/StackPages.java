package eu.cairn.app.portfolio;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.demo.Demo;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The learner's stacks, and the stacks of the demo's learners for everybody. */
@Controller
public class StackPages {

    private final Stacks stacks;
    private final StackViews views;
    private final AccountStore accounts;
    private final Demo demo;

    StackPages(Stacks stacks, StackViews views, AccountStore accounts, Demo demo) {
        this.stacks = stacks;
        this.views = views;
        this.accounts = accounts;
        this.demo = demo;
    }

    @GetMapping("/stacks")
    Html list(Page page, Person person) {
        return Html.ok(Html.PAGES.stacks(page.titled("Stacks"), views.of(stacks.reach(person))));
    }

    @GetMapping("/stacks/{rulebook}")
    Html stack(Page page, Person person, @PathVariable String rulebook) {
        return page(page, person, rulebook, true);
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
        return page(page, person, rulebook, false);
    }

    private Html page(Page page, Person person, String rulebook, boolean own) {
        var stack = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        return Html.ok(
                Html.PAGES.stack(
                        page.titled("Stack: " + stack.rulebook().title()),
                        views.of(stack, person, own),
                        stacks.alsoCounted(person, stack)));
    }
}
