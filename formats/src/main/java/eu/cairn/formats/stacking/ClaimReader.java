package eu.cairn.formats.stacking;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit.Claim;
import eu.cairn.stacking.Audit.Claim.LimitFigures;
import eu.cairn.stacking.Audit.Claim.RequirementFigures;
import eu.cairn.stacking.Audit.Counted;
import eu.cairn.stacking.Audit.Further;
import eu.cairn.stacking.Audit.LowerBound;
import eu.cairn.stacking.Audit.Measure;
import eu.cairn.stacking.Audit.Result;
import eu.cairn.stacking.Audit.State;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what an audit in JSON claims, so that it can be checked without the search. */
public final class ClaimReader {

    private ClaimReader() {}

    /**
     * The claim of an audit that {@link AuditJson} wrote, for the day {@code asOf}; what has
     * another shape is refused as {@code audit.unreadable}.
     */
    public static Decided<Claim> read(String text, LocalDate asOf) {
        try {
            return Decided.accepted(claim(StackingJson.MAPPER.readTree(text), asOf));
        } catch (JacksonException broken) {
            return Decided.refused(FactsReader.unreadable("audit.unreadable", broken));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            return Decided.refused(
                    Refusal.of("audit.unreadable", "", String.valueOf(wrong.getMessage())));
        }
    }

    private static Claim claim(JsonNode root, LocalDate asOf) {
        var result = root.path("result").asString("");
        var missing = root.path("missingCredits");
        return new Claim(
                Arrays.stream(Result.values())
                        .filter(each -> each.code().equals(result))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("result")),
                missing.isNumber() ? Optional.of(credits(missing)) : Optional.empty(),
                counted(root.path("counted")),
                strings(root.path("chosen")),
                requirements(root.path("requirements")),
                limits(root.path("limits")),
                completion(root.path("completion"), asOf),
                root.path("proof").path("kind").asString(""),
                bound(root.path("proof")));
    }

    private static Optional<LowerBound> bound(JsonNode proof) {
        if (!proof.has("measure")) {
            return Optional.empty();
        }
        boolean credits = proof.path("measure").asString("").equals(Measure.CREDITS.code());
        return Optional.of(
                new LowerBound(
                        credits ? Measure.CREDITS : Measure.COURSES,
                        strings(proof.path("requirements")),
                        text(proof, "floor"),
                        strings(proof.path("caps")),
                        amount(proof.path("needed"), credits),
                        amount(proof.path("available"), credits)));
    }

    private static long amount(JsonNode node, boolean credits) {
        return credits ? credits(node).hundredths() : node.decimalValue().longValueExact();
    }

    private static Ects credits(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("credits");
        }
        return Ects.of(node.decimalValue());
    }

    private static List<String> strings(JsonNode list) {
        var all = new ArrayList<String>();
        list.forEach(each -> all.add(each.asString("")));
        return all;
    }

    private static List<Counted> counted(JsonNode list) {
        var all = new ArrayList<Counted>();
        for (var node : list) {
            all.add(
                    new Counted(
                            node.path("credential").asString(""),
                            strings(node.path("requirements")),
                            credits(node.path("credits")),
                            strings(node.path("of"))));
        }
        return all;
    }

    private static List<RequirementFigures> requirements(JsonNode list) {
        var all = new ArrayList<RequirementFigures>();
        for (var node : list) {
            var code = node.path("state").asString("");
            var state =
                    Arrays.stream(State.values())
                            .filter(each -> each.code().equals(code))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("state"));
            all.add(
                    new RequirementFigures(
                            node.path("id").asString(""),
                            state,
                            credits(node.path("counted")),
                            credits(node.path("missing"))));
        }
        return all;
    }

    private static List<LimitFigures> limits(JsonNode list) {
        var all = new ArrayList<LimitFigures>();
        for (var node : list) {
            all.add(
                    new LimitFigures(
                            node.path("id").asString(""),
                            credits(node.path("used")),
                            node.path("holds").asBoolean(false)));
        }
        return all;
    }

    private static List<Further> completion(JsonNode list, LocalDate asOf) {
        var all = new ArrayList<Further>();
        for (var node : list) {
            var requirement = node.path("requirement").asString("");
            var both = strings(node.path("requirements"));
            var requirements = both.isEmpty() ? List.of(requirement) : both;
            var facts = facts(node.path("where"), asOf);
            all.add(new Further(requirements, credits(node.path("credits")), facts));
        }
        return all;
    }

    private static HeldCredential facts(JsonNode where, LocalDate asOf) {
        var facts = HeldCredential.of("further", Ects.ZERO).awarded(asOf);
        for (var fact : Fact.values()) {
            var value = where.path(fact.key());
            var values =
                    value.isInt()
                            ? List.of(value.asString())
                            : value.isArray()
                                    ? strings(value)
                                    : text(where, fact.key()).stream().toList();
            if (!values.stream().allMatch(each -> FactsReader.admits(fact, each))) {
                throw new IllegalArgumentException(fact.key());
            }
            facts.with(fact, values);
        }
        return facts.credential();
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.of(node.path(key)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
