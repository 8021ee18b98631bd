package eu.cairn.app.recognition;

import eu.cairn.app.account.Person;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.portfolio.Holdings;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The learner's applications for recognition. */
@Controller
public class RecognitionPages {

    private final Applications applications;
    private final Recognitions recognitions;
    private final RecognitionStore store;
    private final RulebookStore rulebooks;
    private final UnitStore units;
    private final Holdings holdings;
    private final Clock clock;

    RecognitionPages(
            Applications applications,
            Recognitions recognitions,
            RecognitionStore store,
            RulebookStore rulebooks,
            UnitStore units,
            Holdings holdings,
            Clock clock) {
        this.applications = applications;
        this.recognitions = recognitions;
        this.store = store;
        this.rulebooks = rulebooks;
        this.units = units;
        this.holdings = holdings;
        this.clock = clock;
    }

    @GetMapping("/recognition")
    Html list(Page page, Person person) {
        return Html.ok(
                Html.PAGES.recognition(
                        page.titled("Recognition"),
                        store.of(person).stream().map(recognitions::file).toList()));
    }

    @GetMapping("/recognition/new")
    Html begin(
            Page page,
            Person person,
            @RequestParam String credential,
            @RequestParam String rulebook,
            @RequestParam(defaultValue = "") String unit) {
        var request = new Applications.Request(credential, rulebook, unit, "");
        return Html.ok(form(page, person, request, List.of()));
    }

    @PostMapping("/recognition")
    Object apply(
            Page page,
            Person person,
            @RequestParam String credential,
            @RequestParam String rulebook,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest http) {
        var request = new Applications.Request(credential, rulebook, unit, note);
        return switch (applications.apply(person, request)) {
            case Decided.Refused<ApplicationRow> refused ->
                    Html.refused(form(page, person, request, refused.reasons()));
            case Decided.Accepted<ApplicationRow> applied -> {
                PageFrames.notice(
                        http, "Application %s was sent.".formatted(applied.value().number()));
                yield SeeOther.at("/recognition/" + applied.value().id());
            }
        };
    }

    @GetMapping("/recognition/{application}")
    Html application(Page page, Person person, @PathVariable UUID application) {
        var file = recognitions.file(store.of(person, application).orElseThrow(NotThere::new));
        return Html.ok(
                Html.PAGES.recognitionOne(page.titled("Application " + file.row().number()), file));
    }

    private JteModel form(
            Page page, Person person, Applications.Request request, List<Refusal> refusals) {
        var holding =
                ShortCode.read(request.credential())
                        .flatMap(code -> holdings.of(person, code))
                        .orElseThrow(NotThere::new);
        var rulebook =
                rulebooks.applying(request.rulebook(), clock.instant()).orElseThrow(NotThere::new);
        return Html.PAGES.recognitionNew(
                page.titled("Ask for recognition"),
                new AskView(holding, rulebook, units.targets(rulebook), request, refusals));
    }
}
