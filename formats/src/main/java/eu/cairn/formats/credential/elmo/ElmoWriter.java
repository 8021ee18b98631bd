package eu.cairn.formats.credential.elmo;

import eu.cairn.credential.CourseReference;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Learner;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes credentials of one learner as ELMO 1.7, one report each (schema of the EMREX network,
 * December 2022).
 *
 * <p>Of a node and what it is made of, the parts carry the ECTS credits and the whole does not, as
 * the schema demands; what the whole counts is then said in the extension. Hours are notional and
 * never {@code engagementHours}, which are hours of contact.
 */
final class ElmoWriter {

    private final ElmoOutput out = new ElmoOutput();
    private final ElmoExtensionWriter extension = new ElmoExtensionWriter(out);
    private final List<ElmoTree> trees;
    private final Learner learner;

    ElmoWriter(List<ElmoTree> trees, Learner learner) {
        this.trees = trees;
        this.learner = learner;
    }

    byte[] document() {
        var generated =
                trees.stream()
                        .map(tree -> tree.credential().issuedAt())
                        .reduce((one, other) -> one.isAfter(other) ? one : other)
                        .orElseThrow();
        return out.document(
                () -> {
                    out.element("generatedDate", generated.toString());
                    out.element("learner", this::learner);
                    trees.forEach(tree -> out.element("report", () -> report(tree)));
                    out.element("extension", () -> extension.learner(learner));
                });
    }

    /** A name that is not known in parts goes where lists of names are sorted by. */
    private void learner() {
        learner.identifier().ifPresent(id -> identifier(identifierType(id), id));
        out.element("givenNames", learner.givenName().orElse(""));
        out.element(
                "familyName",
                Elmo.isUndivided(learner) ? learner.fullName() : learner.familyName().orElse(""));
    }

    /** The European Student Identifier is known by its form. */
    private static String identifierType(String identifier) {
        return identifier.startsWith("urn:schac:personalUniqueCode:")
                        && identifier.contains(":esi:")
                ? "esi"
                : "local";
    }

    private void identifier(String type, String value) {
        out.element(
                "identifier",
                () -> {
                    out.attribute("type", type);
                    out.words(value);
                });
    }

    private void report(ElmoTree tree) {
        var credential = tree.credential();
        var body = credential.awardingBody();
        out.element(
                "issuer",
                () -> {
                    out.element("country", body.country().flatMap(Elmo::country));
                    identifier(Elmo.URI, body.id());
                    out.element("title", body.legalName());
                    out.element("url", body.url().orElse(""));
                });
        node(tree, "1");
        out.element("issueDate", credential.issuedAt().toString());
        scales(tree, "1");
    }

    private void scales(ElmoTree tree, String place) {
        tree.credential()
                .grade()
                .ifPresent(
                        grade ->
                                out.element(
                                        "gradingScheme",
                                        () -> {
                                            out.attribute("localId", scale(place));
                                            out.element("description", grade.scale());
                                        }));
        for (int i = 0; i < tree.parts().size(); i++) {
            scales(tree.parts().get(i), place + "." + (i + 1));
        }
    }

    /** The name, within its report, of the scale of the node at {@code place}. */
    private static String scale(String place) {
        return "scale-" + place;
    }

    private void node(ElmoTree tree, String place) {
        out.element(
                "learningOpportunitySpecification",
                () -> {
                    specification(tree, place);
                    out.element(
                            "specifies",
                            () ->
                                    out.element(
                                            "learningOpportunityInstance",
                                            () -> instance(tree, place)));
                    for (int i = 0; i < tree.parts().size(); i++) {
                        var part = tree.parts().get(i);
                        var below = place + "." + (i + 1);
                        out.element("hasPart", () -> node(part, below));
                    }
                });
    }

    private void specification(ElmoTree tree, String place) {
        var credential = tree.credential();
        credential.course().flatMap(CourseReference::code).ifPresent(c -> identifier("local", c));
        credential
                .title()
                .byLanguage()
                .forEach((language, title) -> said("title", language.tag(), title));
        out.element("type", type(tree, place));
        credential.field().ifPresent(field -> out.element("iscedCode", field.code()));
        credential.course().ifPresent(course -> out.element("url", course.url()));
        out.element("description", credential.description());
        outcomes(credential);
    }

    private void said(String name, String language, String words) {
        out.element(
                name,
                () -> {
                    out.language(language);
                    out.words(words);
                });
    }

    /** A module is made of courses; for what is made of modules, ELMO has no type. */
    private static Optional<String> type(ElmoTree tree, String place) {
        if (tree.parts().isEmpty()) {
            return Optional.of("Course");
        }
        var ofCourses = tree.parts().stream().allMatch(part -> part.parts().isEmpty());
        return place.equals("1") && ofCourses ? Optional.of("Module") : Optional.empty();
    }

    /** The outcomes as prose for those who do not know the extension, a line each. */
    private void outcomes(MicroCredential credential) {
        var byLanguage =
                credential.outcomes().stream()
                        .map(LearningOutcome::text)
                        .collect(Collectors.groupingBy(text -> text.authoritativeLanguage()));
        byLanguage.keySet().stream()
                .sorted()
                .forEach(
                        language ->
                                said(
                                        "description",
                                        language.tag(),
                                        byLanguage.getOrDefault(language, List.of()).stream()
                                                .map(text -> "• " + text.authoritative())
                                                .collect(Collectors.joining("\n"))));
    }

    private void instance(ElmoTree tree, String place) {
        var credential = tree.credential();
        identifier(Elmo.URI, credential.id());
        credential.awardedOn().ifPresent(day -> out.element("date", day.toString()));
        out.element("status", Elmo.PASSED);
        credential.grade().ifPresent(grade -> grade(grade, place));
        var countedBelow = tree.parts().stream().anyMatch(ElmoTree::carriesCredits);
        if (!countedBelow) {
            credential
                    .workload()
                    .flatMap(Workload::credits)
                    .ifPresent(
                            credits ->
                                    out.element(
                                            "credit",
                                            () -> {
                                                out.element("scheme", Elmo.ECTS);
                                                out.element("value", credits.toString());
                                            }));
        }
        credential.level().ifPresent(this::level);
        credential
                .languageOfInstruction()
                .flatMap(Elmo::twoLetters)
                .ifPresent(tag -> out.element("languageOfInstruction", tag));
        out.element("extension", () -> extension.credential(tree, countedBelow, place.equals("1")));
    }

    private void grade(Grade grade, String place) {
        out.element("gradingSchemeLocalId", scale(place));
        out.element("resultLabel", grade.value());
        if (grade.distribution().isEmpty()) {
            return;
        }
        out.element(
                "resultDistribution",
                () ->
                        grade.distribution()
                                .forEach(
                                        frequency ->
                                                out.element(
                                                        "category",
                                                        () -> {
                                                            out.attribute(
                                                                    "label", frequency.result());
                                                            out.attribute(
                                                                    "count",
                                                                    String.valueOf(
                                                                            frequency.learners()));
                                                        })));
    }

    private void level(Level level) {
        level.eqf()
                .ifPresent(
                        eqf ->
                                level(
                                        Elmo.EQF,
                                        "European Qualifications Framework",
                                        String.valueOf(eqf.level())));
        level.cycle()
                .ifPresent(
                        cycle ->
                                level(
                                        Elmo.CYCLE,
                                        "Qualifications Framework of the European Higher"
                                                + " Education Area",
                                        cycle.code()));
        level.national()
                .ifPresent(
                        national -> level(Elmo.NATIONAL, national.framework(), national.level()));
    }

    private void level(String type, String framework, String value) {
        out.element(
                "level",
                () -> {
                    out.element("type", type);
                    out.element("description", framework);
                    out.element("value", value);
                });
    }
}
