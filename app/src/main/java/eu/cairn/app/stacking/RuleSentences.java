package eu.cairn.app.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Note;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.Spending;
import eu.cairn.stacking.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that a rulebook says, in sentences.
 *
 * @param requirements what it requires, in its order
 * @param whole what holds for everything that is counted
 */
public record RuleSentences(List<Sentence> requirements, List<Sentence> whole) {

    public RuleSentences {
        requirements = List.copyOf(requirements);
        whole = List.copyOf(whole);
    }

    /**
     * One rule.
     *
     * @param id of the rule in the rulebook
     * @param title as the rulebook calls it; empty where it does not
     * @param words what it asks
     * @param because why, where the rulebook says so
     * @param of the rules that it is made of
     */
    public record Sentence(
            String id, String title, String words, String because, List<Sentence> of) {
        public Sentence {
            of = List.copyOf(of);
        }
    }

    static RuleSentences of(Rulebook rules, RuleWords words) {
        var whole = new ArrayList<Sentence>();
        rules.limits().forEach(limit -> whole.add(limit(limit, words)));
        rules.total().ifPresent(total -> whole.add(limit(total, words)));
        whole.addAll(terms(rules.terms(), rules, words));
        return new RuleSentences(
                rules.requirements().stream().map(it -> requirement(it, words)).toList(), whole);
    }

    private static Sentence requirement(Requirement requirement, RuleWords words) {
        return switch (requirement) {
            case Requirement.Take take ->
                    sentence(take.id(), take.note(), words.of(take), List.of());
            case Requirement.All all ->
                    sentence(all.id(), all.note(), "All of these:", of(all.of(), words));
            case Requirement.Choose choose ->
                    sentence(
                            choose.id(),
                            choose.note(),
                            (choose.count().exactly() ? "Exactly " : "At least ")
                                    + choose.count().number()
                                    + " of these "
                                    + choose.of().size()
                                    + ":",
                            of(choose.of(), words));
        };
    }

    private static List<Sentence> of(List<Requirement> requirements, RuleWords words) {
        return requirements.stream().map(it -> requirement(it, words)).toList();
    }

    private static Sentence limit(Limit limit, RuleWords words) {
        return sentence(limit.id(), limit.note(), words.sentence(limit), List.of());
    }

    private static Sentence sentence(String id, Note note, String words, List<Sentence> of) {
        return new Sentence(id, note.title().orElse(""), words, note.because().orElse(""), of);
    }

    private static List<Sentence> terms(Terms terms, Rulebook rules, RuleWords words) {
        var said = new ArrayList<Sentence>();
        for (var courses : terms.notBoth()) {
            said.add(plain("Of " + String.join(", ", courses) + " at most one is counted"));
        }
        for (var share : terms.shares()) {
            var between =
                    share.between().stream()
                            .map(id -> words.title(rules, id))
                            .collect(Collectors.joining(", "));
            said.add(
                    sentence(
                            share.id(),
                            share.note(),
                            "A credential may count in two of "
                                    + between
                                    + most(share.atMost(), share.coursesAtMost()),
                            List.of()));
        }
        for (var bundle : terms.bundles()) {
            var each = words.of(bundle.each());
            said.add(
                    sentence(
                            bundle.id(),
                            bundle.note(),
                            "%d credentials%s together count as one of %s ECTS"
                                    .formatted(
                                            bundle.of(),
                                            each.isEmpty() ? "" : " (" + each + ")",
                                            bundle.countsAs().credits()),
                            List.of()));
        }
        terms.spending().byAward().forEach((award, rule) -> said.add(spent(award, rule)));
        if (!(terms.spending().others() instanceof Spending.Rule.Allowed)) {
            said.add(spent("another award", terms.spending().others()));
        }
        for (var rule : terms.prerequisites()) {
            said.add(
                    plain(
                            rule.course()
                                    + " counts for holders of "
                                    + rule.needs().stream()
                                            .map(any -> String.join(" or ", any))
                                            .collect(Collectors.joining(", and of "))
                                    + " only"));
        }
        terms.substitutes()
                .forEach((course, other) -> said.add(plain(course + " counts as " + other)));
        terms.within()
                .ifPresent(
                        time ->
                                said.add(
                                        plain(
                                                "All that is counted was awarded within "
                                                        + RuleWords.time(time))));
        return said;
    }

    private static Sentence spent(String award, Spending.Rule rule) {
        var credits = "Credits spent on " + award;
        return plain(
                switch (rule) {
                    case Spending.Rule.Allowed allowed -> credits + " may be counted again";
                    case Spending.Rule.Forbidden forbidden -> credits + " are not counted again";
                    case Spending.Rule.AtMost most ->
                            credits
                                    + " may be counted again"
                                    + most(most.credits(), most.courses());
                });
    }

    private static String most(Optional<Ects> credits, Optional<Integer> courses) {
        return credits.map(it -> ", at most " + it + " ECTS").orElse("")
                + courses.map(it -> ", at most " + it + " credentials").orElse("");
    }

    private static Sentence plain(String words) {
        return new Sentence("", "", words, "", List.of());
    }
}
