package eu.cairn.app.portfolio;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.web.Labels;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.HoursPerCredit;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Limit;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a stack shows.
 *
 * @param own whether the learner is looking, who can then act on it
 * @param countries what counts, by country, in the order of the letters
 * @param why more is needed, in one sentence, where one says it
 * @param held the credits of everything listed, counted or not
 */
public record StackView(
        Stack stack,
        boolean own,
        String person,
        StackFigure figure,
        List<StackRow> rows,
        List<CountryShare> countries,
        List<LimitLine> limits,
        Optional<String> why,
        List<Way> ways,
        List<CredentialLine> credentials,
        Ects counted,
        Ects held,
        Ects total) {

    /** What counts from one country. */
    public record CountryShare(String css, String name, Ects credits) {}

    /** A rule on the whole, and how it stands. */
    public record LimitLine(String shape, String words, String standing, String because) {}

    /**
     * A credential that would help to complete the stack, and published courses that lead to it.
     */
    public record Way(String requirement, Ects credits, String words, List<OnOffer> offers) {
        public Way {
            offers = List.copyOf(offers);
        }
    }

    public StackView {
        rows = List.copyOf(rows);
        countries = List.copyOf(countries);
        limits = List.copyOf(limits);
        ways = List.copyOf(ways);
        credentials = List.copyOf(credentials);
    }

    public PublishedRulebook rulebook() {
        return stack.rulebook();
    }

    public Audit audit() {
        return stack.audit();
    }

    /** {@code EQF 7 · QF-EHEA second cycle}, as far as the rulebook states them. */
    public String level() {
        return level(rulebook());
    }

    static String level(PublishedRulebook rulebook) {
        var rules = rulebook.rules();
        var level = rules.level().map(eqf -> " · EQF " + eqf.level()).orElse("");
        return level + rules.cycle().map(cycle -> " · " + Labels.of(cycle)).orElse("");
    }

    /** {@code about 130 h}, by the hours that a credit stands for where the award is made. */
    public String hours(Ects credits) {
        return hours(rulebook().organisation().country(), credits);
    }

    static String hours(Country country, Ects credits) {
        var band = HoursPerCredit.of(country).nationalBand(credits);
        return band.min().compareTo(band.max()) >= 0
                ? "about " + band.max() + " h"
                : band.min() + " to " + band.max() + " h";
    }

    public Optional<Ects> missing() {
        return audit().missing();
    }

    /** What the learner's choices do to the result; empty where there are none. */
    public String effect() {
        return stack.free().map(free -> ChoiceWords.effect(free, audit())).orElse("");
    }

    /** What was done to be sure of the result. */
    public String proof() {
        return switch (audit().proof().kind()) {
            case "assignment" ->
                    "The placement shown satisfies every rule, and each credit is counted once.";
            case "bound", "cut" ->
                    "Fewer credits are not enough: counting what each requirement can take shows it.";
            default -> "Fewer credits are not enough: every placement was looked at.";
        };
    }

    static String standing(Audit.LimitResult result, Limit limit) {
        return limit.coursesAtLeast().isPresent() || limit.coursesAtMost().isPresent()
                ? result.courses() + (result.courses() == 1 ? " course" : " courses")
                : result.used() + " counted";
    }
}
