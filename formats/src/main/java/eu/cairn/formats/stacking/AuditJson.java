package eu.cairn.formats.stacking;

import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audit.Counted;
import eu.cairn.stacking.Audit.CredentialResult;
import eu.cairn.stacking.Audit.Further;
import eu.cairn.stacking.Audit.LimitResult;
import eu.cairn.stacking.Audit.Measure;
import eu.cairn.stacking.Audit.RequirementResult;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an audit as JSON: fields in a fixed order, credits as exact decimals, the same bytes for
 * the same facts. Fields may be added at the end of an object, never changed or taken away.
 */
public final class AuditJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final AuditTexts texts;
    private final Map<String, Requirement> requirements = new HashMap<>();
    private final Map<String, Limit> limits = new HashMap<>();

    private AuditJson(Rulebook rulebook, AuditTexts texts) {
        this.texts = texts;
        rulebook.everyRequirement().forEach(each -> requirements.put(each.id(), each));
        rulebook.everyLimit().forEach(each -> limits.put(each.id(), each));
    }

    /** The audit of {@code rulebook}, with the sentences of {@code texts}. */
    public static String write(Rulebook rulebook, Audit audit, AuditTexts texts) {
        return StackingJson.write(node(rulebook, audit, texts));
    }

    /** The same as part of another answer. */
    static ObjectNode node(Rulebook rulebook, Audit audit, AuditTexts texts) {
        var root = new AuditJson(rulebook, texts).audit(audit);
        root.putObject("rulebook").put("id", rulebook.id()).put("version", rulebook.version());
        return root;
    }

    private ObjectNode audit(Audit audit) {
        var root = NODES.objectNode();
        root.put("result", audit.result().code());
        root.put("satisfied", audit.result() == Audit.Result.SATISFIED);
        audit.missing()
                .ifPresentOrElse(
                        missing -> root.put("missingCredits", StackingJson.decimal(missing)),
                        () -> root.putNull("missingCredits"));
        var counted = root.putArray("counted");
        audit.counted().forEach(each -> counted.add(counted(each)));
        strings(root, "chosen", audit.chosen());
        var asked = root.putArray("requirements");
        audit.requirements().forEach(each -> asked.add(requirement(each)));
        var bounds = root.putArray("limits");
        audit.limits().forEach(each -> bounds.add(limit(each)));
        var credentials = root.putArray("credentials");
        audit.credentials().forEach(each -> credentials.add(credential(each)));
        var completion = root.putArray("completion");
        audit.completion().forEach(each -> completion.add(further(each)));
        strings(root, "conflict", audit.conflict());
        proof(root.putObject("proof"), audit);
        if (audit.result() == Audit.Result.COULD_NOT_FINISH) {
            root.put("code", "stacking.work-spent");
        }
        var shares = root.putArray("shares");
        audit.shares().forEach(each -> shares.add(share(each)));
        return root;
    }

    private void proof(ObjectNode node, Audit audit) {
        var proof = audit.proof();
        node.put("kind", proof.kind());
        node.put("steps", proof.steps());
        node.put("tieBroken", proof.tieBroken());
        proof.bound()
                .ifPresent(
                        bound -> {
                            node.put("measure", bound.measure().code());
                            strings(node, "requirements", bound.requirements());
                            bound.floor().ifPresent(floor -> node.put("floor", floor));
                            strings(node, "caps", bound.caps());
                            node.put("needed", figure(bound.measure(), bound.needed()));
                            node.put("available", figure(bound.measure(), bound.available()));
                            node.put("text", texts.bound(bound));
                        });
    }

    private static BigDecimal figure(Measure measure, long amount) {
        return switch (measure) {
            case CREDITS -> StackingJson.decimal(new Ects(Math.toIntExact(amount)));
            case COURSES -> BigDecimal.valueOf(amount);
        };
    }

    private static ObjectNode share(Audit.ShareResult result) {
        var node = NODES.objectNode();
        node.put("id", result.id());
        node.put("used", StackingJson.decimal(result.used()));
        put(node, "atMost", result.atMost());
        node.put("courses", result.courses());
        result.coursesAtMost().ifPresent(most -> node.put("coursesAtMost", most));
        return node;
    }

    private static void strings(ObjectNode node, String key, List<String> values) {
        var array = node.putArray(key);
        values.forEach(array::add);
    }

    private static ObjectNode counted(Counted counted) {
        var node = NODES.objectNode();
        node.put("credential", counted.credential());
        strings(node, "requirements", counted.requirements());
        node.put("credits", StackingJson.decimal(counted.credits()));
        if (!counted.of().isEmpty()) {
            strings(node, "of", counted.of());
        }
        return node;
    }

    private ObjectNode requirement(RequirementResult result) {
        var node = NODES.objectNode();
        node.put("id", result.id());
        node.put("state", result.state().code());
        node.put("counted", StackingJson.decimal(result.counted()));
        node.put("missing", StackingJson.decimal(result.missing()));
        var requirement = Objects.requireNonNull(requirements.get(result.id()));
        node.put("text", texts.requirement(requirement));
        requirement.note().title().ifPresent(title -> node.put("title", title));
        result.within().ifPresent(within -> node.put("within", within));
        node.put("chosen", result.chosen());
        node.put("courses", result.courses());
        return node.put("missingCourses", result.missingCourses());
    }

    private ObjectNode limit(LimitResult result) {
        var node = NODES.objectNode();
        node.put("id", result.id());
        node.put("used", StackingJson.decimal(result.used()));
        put(node, "atLeast", result.atLeast());
        put(node, "atMost", result.atMost());
        node.put("holds", result.holds());
        result.coursesAtLeast().ifPresent(least -> node.put("coursesAtLeast", least));
        result.coursesAtMost().ifPresent(most -> node.put("coursesAtMost", most));
        node.put("courses", result.courses());
        return node.put("text", texts.limit(Objects.requireNonNull(limits.get(result.id()))));
    }

    private static void put(ObjectNode node, String key, Optional<Ects> credits) {
        credits.ifPresent(amount -> node.put(key, StackingJson.decimal(amount)));
    }

    private ObjectNode credential(CredentialResult result) {
        var node = NODES.objectNode();
        node.put("id", result.id());
        strings(
                node,
                "counts",
                result.counts().stream().flatMap(it -> it.requirements().stream()).toList());
        var reasons = node.putArray("reasons");
        for (var reason : result.reasons()) {
            var each = reasons.addObject();
            reason.requirement().ifPresent(id -> each.put("requirement", id));
            each.put("code", reason.code());
            each.put("text", texts.reason(reason));
            strings(each, "parameters", reason.parameters());
        }
        return node;
    }

    private static ObjectNode further(Further further) {
        var node = NODES.objectNode();
        node.put("requirement", further.requirement());
        if (further.requirements().size() > 1) {
            strings(node, "requirements", further.requirements());
        }
        node.put("credits", StackingJson.decimal(further.credits()));
        where(node.putObject("where"), further.facts());
        return node;
    }

    /** What a further credential has to be, by the names of a file of facts. */
    private static void where(ObjectNode node, HeldCredential facts) {
        facts.facts()
                .forEach(
                        (fact, values) -> {
                            if (fact == Fact.LEVEL || fact == Fact.VERSION) {
                                node.put(fact.key(), Integer.parseInt(values.getFirst()));
                            } else if (fact.isList()) {
                                strings(node, fact.key(), values);
                            } else {
                                node.put(fact.key(), values.getFirst());
                            }
                        });
    }
}
