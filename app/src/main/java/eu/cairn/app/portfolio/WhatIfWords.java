package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.AuditWords;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.app.web.Words;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audit.CredentialResult;
import eu.cairn.stacking.Audit.RequirementResult;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Reason;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says why a result under other rules is another. */
@Component
class WhatIfWords {

    private static final int MOST = 5;

    private final RuleWords words;

    WhatIfWords(RuleWords words) {
        this.words = words;
    }

    List<String> why(
            Optional<Rulebook> rules,
            Optional<Audit> before,
            Rulebook draft,
            Audit after,
            Portfolio portfolio) {
        var said = new ArrayList<String>();
        if (rules.isPresent() && before.isPresent()) {
            said.addAll(credentials(before.get(), draft, after, portfolio));
            said.addAll(requirements(rules.get(), before.get(), draft, after));
        } else {
            said.add(say("portfolio.what-if-new"));
        }
        return said.size() <= MOST ? said : List.copyOf(said.subList(0, MOST));
    }

    private List<String> credentials(
            Audit before, Rulebook draft, Audit after, Portfolio portfolio) {
        var was = byId(before.credentials(), CredentialResult::id);
        var said = new ArrayList<String>();
        for (var credential : portfolio.credentials()) {
            var title = credential.title().orElse(credential.id());
            var then = byId(after.credentials(), CredentialResult::id).get(credential.id());
            var now = was.get(credential.id());
            if (now == null || then == null) {
                continue;
            }
            if (!now.counts().isEmpty() && then.counts().isEmpty()) {
                said.add(say("portfolio.what-if-no-longer", title, reason(then, now)));
            } else if (now.counts().isEmpty() && !then.counts().isEmpty()) {
                var place = then.counts().getFirst().requirements().getFirst();
                said.add(say("portfolio.what-if-counts-now", title, title(draft, place)));
            }
        }
        return said;
    }

    /** Why it does not count, first of all where it counted before. */
    private String reason(CredentialResult then, CredentialResult now) {
        var place = now.counts().getFirst().requirements().getFirst();
        return then.reasons().stream()
                .filter(it -> it.requirement().equals(Optional.of(place)))
                .findFirst()
                .or(() -> then.reasons().stream().findFirst())
                .map(this::readable)
                .orElse("");
    }

    private String readable(Reason reason) {
        return AuditWords.english()
                .reason(
                        new Reason(
                                reason.requirement(),
                                reason.code(),
                                reason.parameters().stream().map(words::issuerNames).toList()));
    }

    private List<String> requirements(Rulebook rules, Audit before, Rulebook draft, Audit after) {
        var was = byId(before.requirements(), RequirementResult::id);
        var is = byId(after.requirements(), RequirementResult::id);
        var said = new ArrayList<String>();
        is.forEach(
                (id, then) -> {
                    var now = was.get(id);
                    if (now == null) {
                        said.add(
                                say(
                                        "portfolio.what-if-requirement-new",
                                        title(draft, id),
                                        state(then)));
                    } else if (now.state() != then.state()
                            || !now.missing().equals(then.missing())) {
                        said.add(
                                say(
                                        "portfolio.what-if-requirement-differs",
                                        title(draft, id),
                                        state(now),
                                        state(then)));
                    }
                });
        was.forEach(
                (id, now) -> {
                    if (!is.containsKey(id)) {
                        said.add(say("portfolio.what-if-requirement-gone", title(rules, id)));
                    }
                });
        if (said.isEmpty()) {
            said.add(say("portfolio.what-if-whole"));
        }
        return said;
    }

    private static String state(RequirementResult result) {
        return result.state().code()
                + (result.missing().isZero() ? "" : " (" + result.missing() + " ECTS missing)");
    }

    private String title(Rulebook rules, String id) {
        return rules.everyRequirement()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map((Requirement it) -> words.title(it))
                .orElse(id);
    }

    private static <T> Map<String, T> byId(List<T> results, Function<T, String> id) {
        return results.stream()
                .collect(
                        Collectors.toMap(
                                id,
                                Function.identity(),
                                (one, other) -> one,
                                java.util.LinkedHashMap::new));
    }

    private static String say(String code, String... parameters) {
        return Words.of(code, List.of(parameters));
    }
}
