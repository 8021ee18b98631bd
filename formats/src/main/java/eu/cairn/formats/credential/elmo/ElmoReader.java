package eu.cairn.formats.credential.elmo;

import eu.cairn.credential.Learner;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/**
 * Reads ELMO 1.7, ours or another's; what is not stated, or stated in a way that allows two
 * readings, is left empty.
 */
final class ElmoReader {

    static final String SPECIFICATION = "learningOpportunitySpecification";
    static final String INSTANCE = "learningOpportunityInstance";

    private final ElmoNode root;
    private final Optional<ElmoNode> ownLearner;
    private final List<Refusal> refusals = new ArrayList<>();

    ElmoReader(Document document) {
        var element = document.getDocumentElement();
        this.ownLearner = new ElmoNode(element, true).own("learner");
        this.root = new ElmoNode(element, ownLearner.isPresent());
    }

    Decided<List<ElmoTree>> trees() {
        var learner = root.one("learner").flatMap(this::learner);
        var trees = new ArrayList<ElmoTree>();
        int left = 0;
        int number = 0;
        for (var report : root.all("report")) {
            var place = "report[" + number++ + "]";
            var nodes = report.all(SPECIFICATION);
            for (int i = 0; i < nodes.size(); i++) {
                if (isPassed(nodes.get(i))) {
                    var inReport = place + "." + SPECIFICATION + "[" + i + "]";
                    creditsCountOnce(nodes.get(i), false, inReport);
                    tree(nodes.get(i), new ElmoReport(report, learner), inReport)
                            .ifPresent(trees::add);
                } else {
                    left++;
                }
            }
        }
        if (trees.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(left > 0 ? "format.not-passed" : "format.no-achievement", ""));
        }
        return refusals.isEmpty() ? Decided.accepted(trees) : Decided.refused(refusals);
    }

    static Optional<ElmoNode> instance(ElmoNode specification) {
        return specification.one("specifies").flatMap(s -> s.one(INSTANCE));
    }

    static List<ElmoNode> parts(ElmoNode specification) {
        return specification.all("hasPart").stream()
                .flatMap(part -> part.one(SPECIFICATION).stream())
                .toList();
    }

    /** What says nothing of it is passed (schema, status). */
    private static boolean isPassed(ElmoNode specification) {
        return instance(specification)
                .flatMap(i -> i.token("status"))
                .map(Elmo.PASSED::equals)
                .orElse(true);
    }

    /** Of a node and those above it, only one may carry ECTS credits (schema, credit). */
    private void creditsCountOnce(ElmoNode specification, boolean countedAbove, String place) {
        var counts = instance(specification).map(i -> !credits(i).isEmpty()).orElse(false);
        if (counts && countedAbove) {
            refusals.add(Refusal.of("format.credits-counted-twice", place, place));
            return;
        }
        var parts = parts(specification);
        for (int i = 0; i < parts.size(); i++) {
            if (isPassed(parts.get(i))) {
                creditsCountOnce(parts.get(i), counts || countedAbove, part(place, i));
            }
        }
    }

    private static String part(String place, int number) {
        return place + ".hasPart[" + number + "]";
    }

    /** The ECTS credits that an instance states; other schemes count otherwise. */
    static List<ElmoNode> credits(ElmoNode instance) {
        return instance.all("credit").stream()
                .filter(credit -> credit.token("scheme").equals(Optional.of(Elmo.ECTS)))
                .toList();
    }

    private Optional<ElmoTree> tree(ElmoNode specification, ElmoReport report, String place) {
        var achievement = new ElmoAchievement(specification, report, place);
        var credential = achievement.credential();
        refusals.addAll(credential.reasons());
        var parts = new ArrayList<ElmoTree>();
        var below = parts(specification);
        for (int i = 0; i < below.size(); i++) {
            if (isPassed(below.get(i))) {
                tree(below.get(i), report, part(place, i)).ifPresent(parts::add);
            }
        }
        return switch (credential) {
            case Decided.Accepted(var read) ->
                    Optional.of(
                            new ElmoTree(
                                    read, achievement.publication(), parts, achievement.unread()));
            case Decided.Refused<?> refused -> Optional.empty();
        };
    }

    private Optional<Learner> learner(ElmoNode node) {
        var given = node.said("givenNames");
        var family = node.said("familyName");
        var identifier = identifier(node);
        var own = ownLearner.flatMap(learner -> learner.one("fullName"));
        if (own.isPresent()) {
            var undivided = own.get().attribute("undivided").isPresent();
            return ElmoNode.ifPossible(
                    () ->
                            new Learner(
                                    own.get().words(),
                                    undivided ? Optional.empty() : given,
                                    undivided ? Optional.empty() : family,
                                    identifier));
        }
        var full = Stream.concat(given.stream(), family.stream()).collect(Collectors.joining(" "));
        return full.isEmpty()
                ? Optional.empty()
                : Optional.of(new Learner(full, given, family, identifier));
    }

    /** The European Student Identifier, or another that the state did not give. */
    private static Optional<String> identifier(ElmoNode node) {
        return ElmoReport.identifier(node, "esi")
                .or(
                        () ->
                                node.all("identifier").stream()
                                        .filter(
                                                i ->
                                                        !i.attribute("type")
                                                                .orElse("")
                                                                .equals("nationalIdentifier"))
                                        .map(ElmoNode::token)
                                        .filter(token -> !token.isEmpty())
                                        .findFirst());
    }
}
