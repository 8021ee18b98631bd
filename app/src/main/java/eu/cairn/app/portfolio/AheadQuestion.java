package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.PlanOptions;
import eu.cairn.framework.Decided;
import eu.cairn.stacking.PlanGoal;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What a learner asks of the way ahead, as it stands in the address of the page.
 *
 * @param goal a code of {@link PlanGoal}
 * @param from the first day on which a course may start, ISO 8601
 * @param load the most credits at the same time
 * @param language of teaching, a tag; any where empty
 * @param courses what is taken to be passed, each once, as {@code organisation/code}
 */
public record AheadQuestion(
        String goal, String from, String load, String language, List<String> courses) {

    public AheadQuestion {
        courses = courses.stream().distinct().toList();
    }

    /** What the parameters of an address say; of a parameter that stands there twice the first. */
    static AheadQuestion of(MultiValueMap<String, String> parameters) {
        return new AheadQuestion(
                first(parameters, "goal"),
                first(parameters, "from"),
                first(parameters, "load"),
                first(parameters, "language"),
                parameters.getOrDefault("course", List.of()).stream()
                        .filter(course -> !course.isBlank())
                        .toList());
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    /** The goal that is asked for, or the one that is taken if none is. */
    public String chosenGoal() {
        return goal.isEmpty() ? PlanGoal.SOONEST_FINISH.code() : goal;
    }

    Decided<PlanOptions.Asked> plans() {
        return new PlanOptions(
                        stated(goal),
                        Optional.empty(),
                        stated(load),
                        Optional.empty(),
                        language.isEmpty() ? List.of() : List.of(language),
                        stated(from))
                .read();
    }

    private static Optional<String> stated(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }
}
