package eu.cairn.app.stacking;

import eu.cairn.formats.stacking.FactsReader;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.MissingCourses;
import eu.cairn.stacking.Portfolio;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which course several learners miss, from the text of a rulebook and of their facts. */
final class MissingReport {

    private MissingReport() {}

    /**
     * The courses that learners miss, or everything that is wrong with the texts.
     *
     * @param learners the facts of each, by the name of their file, in the order given
     */
    static Decided<MissingCourses.Answer> answer(String rulebook, Map<String, String> learners) {
        var refusals = new LinkedHashSet<Refusal>(); // a fault of the rulebook is one, of all files
        var read = new ArrayList<FactsReader.Question>();
        learners.forEach(
                (file, facts) -> {
                    switch (FactsReader.readQuestion(rulebook, facts)) {
                        case Decided.Accepted<FactsReader.Question>(var question) ->
                                read.add(question);
                        case Decided.Refused<FactsReader.Question>(var reasons) ->
                                reasons.stream().map(it -> in(file, it)).forEach(refusals::add);
                    }
                });
        if (!refusals.isEmpty() || read.isEmpty()) {
            return Decided.refused(
                    refusals.isEmpty()
                            ? List.of(Refusal.of("facts.missing-key", "", "FACTS"))
                            : List.copyOf(refusals));
        }
        var portfolios = new ArrayList<Portfolio>();
        read.forEach(question -> portfolios.add(question.portfolio()));
        return Decided.accepted(MissingCourses.under(read.getFirst().rulebook()).of(portfolios));
    }

    /** A fault, with the file that it may be in before its place. */
    private static Refusal in(String file, Refusal fault) {
        return fault.code().startsWith("facts.")
                ? new Refusal(
                        fault.code(),
                        fault.place().isEmpty() ? file : file + ": " + fault.place(),
                        fault.parameters())
                : fault;
    }

    static void print(PrintWriter out, MissingCourses.Answer answer) {
        out.println(say("missing-learners", answer.learners(), answer.satisfied()));
        for (var course : answer.courses()) {
            out.println(
                    "  " + say("missing-course", course.finish(), course.credits(), facts(course)));
        }
        if (answer.courses().isEmpty()) {
            out.println(say("missing-none"));
        }
        if (!answer.complete()) {
            out.println(say("missing-incomplete"));
        }
    }

    private static String facts(MissingCourses.Missing course) {
        return course.facts().isEmpty()
                ? say("missing-any")
                : course.facts().entrySet().stream()
                        .map(it -> it.getKey().key() + " " + String.join(" + ", it.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String say(String key, Object... parameters) {
        return AuditWords.english()
                .sentence(
                        "words." + key, List.of(parameters).stream().map(String::valueOf).toList());
    }

    static String json(MissingCourses.Answer answer) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("learners", answer.learners());
        root.put("satisfied", answer.satisfied());
        root.put("complete", answer.complete());
        var courses = root.putArray("courses");
        for (var course : answer.courses()) {
            var node = courses.addObject();
            node.put("credits", course.credits().toDecimal());
            var facts = node.putObject("facts");
            course.facts()
                    .forEach(
                            (fact, values) -> {
                                var list = facts.putArray(fact.key());
                                values.forEach(list::add);
                            });
            node.put("wouldFinish", course.finish());
            node.put("undecided", course.undecided());
        }
        return root.toPrettyString();
    }
}
