package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.credential.CoursesToReport;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Page;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The learner's collection. */
@Controller
public class PortfolioPages {

    private final Holdings holdings;
    private final CoursesToReport courses;

    PortfolioPages(Holdings holdings, CoursesToReport courses) {
        this.holdings = holdings;
        this.courses = courses;
    }

    @GetMapping("/credentials")
    Html list(Page page, Person person) {
        return Html.ok(
                Html.PAGES.credentials(
                        page.titled("Credentials"),
                        PortfolioView.of(holdings.of(person)),
                        List.of(),
                        List.of(),
                        courses.of(person)));
    }
}
