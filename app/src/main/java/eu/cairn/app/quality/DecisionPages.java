package eu.cairn.app.quality;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.quality.CriteriaSet;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Decisions on quality, public with findings and reasons. */
@Controller
class DecisionPages {

    private final ReviewStore store;
    private final AccountStore accounts;

    DecisionPages(ReviewStore store, AccountStore accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @GetMapping("/decisions/{decision}")
    Html decision(Page page, @PathVariable UUID decision) {
        var kept = store.decision(decision).orElseThrow(NotThere::new);
        return Html.ok(
                Html.PAGES.decision(
                        page.titled("Quality decision"),
                        accounts.organisation(kept.version().organisation())
                                .orElseThrow(NotThere::new),
                        kept,
                        CriteriaSet.shortCourses2026()));
    }
}
