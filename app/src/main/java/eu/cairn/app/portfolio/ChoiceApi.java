package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a learner chooses in a stack, for machines. */
@RestController
@Tag(name = "Stacking")
public class ChoiceApi {

    private final Stacks stacks;
    private final Choices choices;
    private final ChoiceWords words;

    ChoiceApi(Stacks stacks, Choices choices, ChoiceWords words) {
        this.stacks = stacks;
        this.choices = choices;
        this.words = words;
    }

    /**
     * Choices to be made.
     *
     * @param version of the rules that they are made in
     */
    public record Wanted(String version, List<Choice> choices) {
        public Wanted {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The choices in a stack.
     *
     * @param missing the fewest credits that complete it with these choices, where that is known
     * @param missingWithout the same if Cairn decided everything
     * @param effect what the last change did, in words; absent where nothing was changed
     */
    public record Made(
            String rulebook,
            String version,
            List<MadeChoice> choices,
            Optional<Ects> missing,
            Optional<Ects> missingWithout,
            Optional<String> effect) {}

    /**
     * A choice, and what became of it.
     *
     * @param credential its short code
     * @param requirement where it is to count; absent to keep it out of the qualification
     * @param code {@code stacking.pin-not-possible} where it cannot be kept, {@code
     *     stacking.work-spent} where that was not decided
     */
    public record MadeChoice(
            String credential,
            Optional<String> requirement,
            boolean kept,
            Optional<String> code,
            String words) {}

    @GetMapping("/api/v1/stacks/{rulebook}/choices")
    @Operation(summary = "What you chose in a stack, and what became of it")
    Made made(Person person, @PathVariable String rulebook) {
        return made(stacks.of(person, rulebook).orElseThrow(NotThere::new), Optional.empty());
    }

    @PutMapping("/api/v1/stacks/{rulebook}/choices")
    @Operation(summary = "Choose where your credentials count; what is not named, Cairn decides")
    ResponseEntity<Object> choose(
            Person person, @PathVariable String rulebook, @RequestBody Wanted wanted) {
        return switch (choices.replace(person, rulebook, wanted.version(), wanted.choices())) {
            case Decided.Refused<Choices.Change> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<Choices.Change> changed -> {
                var change = changed.value();
                yield ResponseEntity.ok(
                        made(
                                change.after(),
                                Optional.of(
                                        ChoiceWords.effect(
                                                change.before().audit(), change.after().audit()))));
            }
        };
    }

    private Made made(Stack stack, Optional<String> effect) {
        return new Made(
                stack.rulebook().id(),
                stack.rulebook().rules().version(),
                stack.choices().stream()
                        .filter(choice -> stack.id(choice.credential()).isPresent())
                        .map(choice -> made(stack, choice))
                        .toList(),
                stack.audit().missing(),
                stack.free().orElse(stack.audit()).missing(),
                effect);
    }

    private MadeChoice made(Stack stack, Choice choice) {
        boolean kept = ChoiceWords.isKept(stack, stack.id(choice.credential()).orElseThrow());
        return new MadeChoice(
                choice.credential(),
                choice.requirement(),
                kept,
                kept
                        ? Optional.empty()
                        : Optional.of(
                                stack.audit().result() == Audit.Result.COULD_NOT_FINISH
                                        ? "stacking.work-spent"
                                        : "stacking.pin-not-possible"),
                words.became(stack, choice.credential()));
    }
}
