package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.stacking.AuditApi;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.NotThere;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A learner's own stacks for machines. */
@RestController
@Tag(name = "Stacking")
public class StackApi {

    private final Stacks stacks;
    private final StackViews views;
    private final Installation installation;

    StackApi(Stacks stacks, StackViews views, Installation installation) {
        this.stacks = stacks;
        this.views = views;
        this.installation = installation;
    }

    /** Every qualification that can be stacked, the nearest first. */
    public record Reached(int credentials, List<Qualification> qualifications) {}

    /**
     * A qualification, and how far the learner's credentials go in it.
     *
     * @param reach {@code earned}, {@code nearly-there}, {@code in-reach}, {@code not-decided} or
     *     {@code nothing-counts}
     * @param total its size; absent where nothing counts and its rules do not state it
     * @param missing the fewest credits that complete it, where that is known
     * @param next what would complete it
     */
    public record Qualification(
            String rulebook,
            String version,
            String title,
            String awardedBy,
            Country country,
            String page,
            String reach,
            Ects counted,
            Optional<Ects> total,
            Optional<Ects> missing,
            List<Further> next) {}

    /**
     * Credits that would help.
     *
     * @param requirement by its title
     * @param facts what they have to be, in words
     * @param offers published courses that lead to them
     */
    public record Further(String requirement, Ects credits, String facts, List<Offer> offers) {}

    /** A published course. */
    public record Offer(String code, String title, Ects credits, String offeredBy, String page) {}

    @GetMapping("/api/v1/stacks")
    @Operation(summary = "Every qualification that can be stacked, and how near you are")
    Reached list(Person person) {
        var reach = views.of(stacks.reach(person));
        return new Reached(
                reach.held(),
                Stream.concat(
                                reach.lines().stream().map(this::qualification),
                                reach.others().stream().map(this::untouched))
                        .toList());
    }

    @GetMapping(path = "/api/v1/stacks/{rulebook}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far you are with a qualification, and why")
    ResponseEntity<Object> stack(Person person, @PathVariable String rulebook) {
        var stack = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        return AuditApi.answer(stack.rulebook().rules(), stack.audit());
    }

    private Qualification qualification(ReachView.Line line) {
        return qualification(
                line.rulebook(),
                line.nearness().code(),
                line.counted(),
                Optional.of(line.total()),
                line.missing(),
                line.ways().stream().map(this::further).toList());
    }

    private Qualification untouched(PublishedRulebook rulebook) {
        return qualification(
                rulebook,
                "nothing-counts",
                Ects.ZERO,
                rulebook.rules().total().flatMap(total -> total.atLeast()),
                Optional.empty(),
                List.of());
    }

    private Qualification qualification(
            PublishedRulebook rulebook,
            String reach,
            Ects counted,
            Optional<Ects> total,
            Optional<Ects> missing,
            List<Further> next) {
        return new Qualification(
                rulebook.id(),
                rulebook.rules().version(),
                rulebook.title(),
                rulebook.organisation().name(),
                rulebook.organisation().country(),
                installation.baseUrl() + "/stacks/" + rulebook.id(),
                reach,
                counted,
                total,
                missing,
                next);
    }

    private Further further(StackView.Way way) {
        return new Further(
                way.requirement(),
                way.credits(),
                way.words(),
                way.offers().stream()
                        .map(
                                offer ->
                                        new Offer(
                                                offer.code(),
                                                offer.title().authoritative(),
                                                offer.credits(),
                                                offer.offeredBy(),
                                                installation.baseUrl() + offer.path()))
                        .toList());
    }
}
