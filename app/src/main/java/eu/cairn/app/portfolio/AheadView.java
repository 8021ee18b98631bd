package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.web.Option;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit;
import java.util.List;
import java.util.Optional;

/**
 * What the page of the way ahead shows.
 *
 * @param today as the form proposes it, ISO 8601
 * @param languages that published courses are taught in
 * @param ways to the qualification; absent where they were not looked for
 * @param busy whether they were not, as the server is busy with others
 * @param passed what would be if the chosen courses were passed; absent where none is chosen
 * @param choices courses that can be chosen, those first that a requirement takes
 * @param others further courses that can be chosen
 */
public record AheadView(
        Stack stack,
        AheadQuestion question,
        String today,
        List<Option> languages,
        Optional<WaysView> ways,
        boolean busy,
        Optional<IfPassedView> passed,
        List<Choosable> choices,
        List<Choosable> others,
        List<Refusal> refusals) {

    /** A course that can be taken to be passed. */
    public record Choosable(
            String key, String title, String language, Ects credits, String by, boolean chosen) {}

    public AheadView {
        languages = List.copyOf(languages);
        choices = List.copyOf(choices);
        others = List.copyOf(others);
        refusals = List.copyOf(refusals);
    }

    public PublishedRulebook rulebook() {
        return stack.rulebook();
    }

    public Audit audit() {
        return stack.audit();
    }

    public Optional<Ects> missing() {
        return audit().missing();
    }

    public String hours(Ects credits) {
        return StackView.hours(rulebook().organisation().country(), credits);
    }

    /** What is wrong with a field of the form. */
    public List<String> faults(String field) {
        return refusals.stream().filter(it -> it.place().equals(field)).map(Words::of).toList();
    }
}
