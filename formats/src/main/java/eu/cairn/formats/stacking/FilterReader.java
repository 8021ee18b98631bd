package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.stacking.AwardingBody;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Condition.Field;
import eu.cairn.stacking.Condition.Grade;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.MaxAge;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Recognition;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a rule asks of the facts of a credential. */
final class FilterReader {

    private static final Set<String> KNOWN =
            Set.of(
                    "theme",
                    "isced",
                    "level",
                    "issuer",
                    "notIssuer",
                    "kind",
                    "country",
                    "course",
                    "award",
                    "mode",
                    "qa",
                    "recognition",
                    "grade",
                    "maxAge",
                    "maxAgeMonths");

    private final Optional<AwardingBody> home;

    FilterReader(Optional<AwardingBody> home) {
        this.home = home;
    }

    Filter filter(Part part) {
        var conditions = new ArrayList<Condition>();
        part.keys(KNOWN, Set.of("qaFramework", "bundle"))
                .forEach((key, value) -> condition(key, value).ifPresent(conditions::add));
        return new Filter(conditions);
    }

    private Optional<Condition> condition(String key, Part part) {
        return switch (key) {
            case "theme" -> oneOf(Fact.THEME, part);
            case "isced" -> Optional.of(new Field(part.texts()));
            case "level" -> level(part);
            case "issuer" -> Optional.of(new OneOf(Fact.ISSUER, issuers(part)));
            case "notIssuer" -> Optional.of(new NoneOf(Fact.ISSUER, issuers(part)));
            case "kind" -> oneOf(Fact.KIND, part);
            case "country" -> countries(part);
            case "course" -> oneOf(Fact.COURSE, part);
            case "award" -> oneOf(Fact.AWARD, part);
            case "mode" -> oneOf(Fact.MODE, part);
            case "qa" -> oneOf(Fact.QA, part);
            case "recognition" -> recognition(part);
            case "grade" -> grade(part);
            case "maxAge" -> maxAge(part);
            case "maxAgeMonths" -> months(part);
            default -> Optional.empty();
        };
    }

    private static Optional<Condition> oneOf(Fact fact, Part part) {
        return Optional.of(new OneOf(fact, part.texts()));
    }

    /** {@code home} is the awarding body of this rulebook. */
    private List<String> issuers(Part part) {
        return part.texts().stream()
                .map(
                        issuer -> {
                            if (!issuer.equals("home")) {
                                return issuer;
                            }
                            if (home.isEmpty()) {
                                part.refuse("rulebook.home-without-awarding-body");
                            }
                            return home.map(AwardingBody::id).orElse(issuer);
                        })
                .toList();
    }

    private static Optional<Condition> countries(Part part) {
        part.texts().stream()
                .filter(code -> !code.matches("[A-Z]{2}(-[A-Z]{2,3})?"))
                .forEach(code -> part.refuse("rulebook.unknown-value", code, "IE, FI, GB-SCT"));
        return part.texts().stream().allMatch(code -> code.matches("[A-Z]{2}(-[A-Z]{2,3})?"))
                ? oneOf(Fact.COUNTRY, part)
                : Optional.empty();
    }

    /** Bounds; a number alone is that level and no other. */
    private static Optional<Condition> level(Part part) {
        if (!part.isMapping()) {
            var only = RuleReader.level(part);
            return only.map(level -> new Level(only, only));
        }
        var keys = part.keys(Set.of("atLeast", "atMost"), Set.of());
        if (keys.isEmpty()) {
            part.refuse("rulebook.missing-key", "atLeast");
        }
        return Optional.of(
                new Level(
                        Optional.ofNullable(keys.get("atLeast")).flatMap(RuleReader::level),
                        Optional.ofNullable(keys.get("atMost")).flatMap(RuleReader::level)));
    }

    private static Optional<Condition> recognition(Part part) {
        var values = new ArrayList<String>();
        for (var word : part.texts()) {
            if (word.equals("any")) {
                values.add(Recognition.RECOGNISED.code());
                values.add(Recognition.PRIOR_LEARNING.code());
            } else if (Recognition.ofCode(word).isPresent()) {
                values.add(word);
            } else {
                part.refuse(
                        "rulebook.unknown-value", word, "none, any, recognised, prior-learning");
            }
        }
        return Optional.of(new OneOf(Fact.RECOGNITION, values));
    }

    /** A number; letters need a declared scale, which rulebooks cannot state yet. */
    private static Optional<Condition> grade(Part part) {
        var keys = part.keys(Set.of("atLeast"), Set.of());
        var text = RulebookReader.text(keys, "atLeast");
        if (text.isEmpty()) {
            part.refuse("rulebook.missing-key", "atLeast");
            return Optional.empty();
        }
        if (!text.get().matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            part.refuse("rulebook.not-supported", "grade: " + text.get());
            return Optional.empty();
        }
        return Optional.of(new Grade(new BigDecimal(text.get())));
    }

    private static Optional<Condition> maxAge(Part part) {
        var text = part.text();
        if (text.isPresent() && !text.get().matches("[1-9]\\d{0,2}[ym]")) {
            part.refuse("rulebook.not-an-age", text.get());
            return Optional.empty();
        }
        return text.map(
                age -> {
                    int number = Integer.parseInt(age.substring(0, age.length() - 1));
                    return new MaxAge(
                            age.endsWith("y") ? Period.ofYears(number) : Period.ofMonths(number));
                });
    }

    private static Optional<Condition> months(Part part) {
        var text = part.text();
        if (text.isPresent() && !text.get().matches("[1-9]\\d{0,3}")) {
            part.refuse("rulebook.not-an-age", text.get());
            return Optional.empty();
        }
        return text.map(months -> new MaxAge(Period.ofMonths(Integer.parseInt(months))));
    }
}
