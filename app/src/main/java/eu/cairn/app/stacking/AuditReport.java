package eu.cairn.app.stacking;

import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audit.CredentialResult;
import eu.cairn.stacking.Audit.RequirementResult;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Reason;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An audit as text for people, in the order of the rulebook. */
final class AuditReport {

    private final Rulebook rulebook;
    private final Portfolio portfolio;
    private final Audit audit;
    private final AuditWords words;

    AuditReport(Rulebook rulebook, Portfolio portfolio, Audit audit, AuditWords words) {
        this.rulebook = rulebook;
        this.portfolio = portfolio;
        this.audit = audit;
        this.words = words;
    }

    void print(PrintWriter out) {
        out.println(rulebook.title() + ", rules of version " + rulebook.version());
        rulebook.awardingBody().ifPresent(body -> out.println(body.name()));
        out.println();
        out.println(headline() + " As of " + portfolio.asOf() + ".");
        words.why(audit, id -> id).ifPresent(out::println);
        out.println();
        out.println("Requirements");
        rulebook.requirements().forEach(each -> requirement(out, each, "  "));
        if (rulebook.everyLimit().findAny().isPresent()) {
            out.println();
            out.println("Limits");
            rulebook.everyLimit().forEach(limit -> limit(out, limit.id(), words.limit(limit)));
        }
        out.println();
        out.println("Credentials");
        audit.credentials().forEach(each -> credential(out, each));
        if (!audit.completion().isEmpty()) {
            out.println();
            out.println("It would be satisfied with");
            audit.completion().forEach(each -> out.println("  " + further(each)));
        }
    }

    private String headline() {
        return switch (audit.result()) {
            case SATISFIED -> "Satisfied.";
            case COULD_NOT_FINISH -> words.sentence("stacking.work-spent", List.of());
            case NOT_SATISFIED ->
                    audit.missing()
                            .map(missing -> "Not satisfied: " + missing + " ECTS are missing.")
                            .orElseGet(
                                    () ->
                                            "Not satisfied. "
                                                    + words.sentence(
                                                            "stacking.rules-contradict",
                                                            List.of()));
        };
    }

    private void requirement(PrintWriter out, Requirement requirement, String indent) {
        var result =
                audit.requirements().stream()
                        .filter(each -> each.id().equals(requirement.id()))
                        .findFirst()
                        .orElseThrow();
        var asks = words.requirement(requirement);
        var title = requirement.note().title().map(it -> it + ": ").orElse("");
        out.println(indent + state(result) + title + asks);
        out.println(indent + "          " + figures(result));
        switch (requirement) {
            case Requirement.Take take -> {}
            case Requirement.All all ->
                    all.of().forEach(each -> requirement(out, each, indent + "  "));
            case Requirement.Choose choose ->
                    choose.of().forEach(each -> requirement(out, each, indent + "  "));
        }
    }

    private static String state(RequirementResult result) {
        var state = result.chosen() ? result.state().code() : "-";
        return String.format(Locale.ROOT, "%-8s  ", state);
    }

    private String figures(RequirementResult result) {
        if (!result.chosen()) {
            return "not chosen";
        }
        var by =
                audit.counted().stream()
                        .filter(each -> each.isIn(result.id()))
                        .map(each -> each.credential() + " " + each.credits())
                        .toList();
        var said = new ArrayList<String>();
        said.add(result.counted() + " ECTS" + (by.isEmpty() ? "" : " by " + String.join(", ", by)));
        if (!result.missing().isZero()) {
            said.add(result.missing() + " ECTS missing");
        }
        if (result.missingCourses() > 0) {
            said.add(
                    result.missingCourses()
                            + (result.missingCourses() == 1 ? " course" : " courses")
                            + " missing");
        }
        return String.join("; ", said);
    }

    private void limit(PrintWriter out, String id, String text) {
        audit.limits().stream()
                .filter(each -> each.id().equals(id))
                .forEach(
                        each ->
                                out.println(
                                        (each.holds() ? "  holds     " : "  open      ")
                                                + text
                                                + ": "
                                                + each.used()
                                                + " used"));
    }

    private void credential(PrintWriter out, CredentialResult result) {
        var held =
                portfolio.credentials().stream()
                        .filter(each -> each.id().equals(result.id()))
                        .findFirst()
                        .orElseThrow();
        out.println("  " + result.id() + "  " + named(held) + held.credits() + " ECTS");
        result.counts()
                .forEach(
                        each ->
                                out.println(
                                        "      "
                                                + each.credits()
                                                + " in "
                                                + String.join(" and ", each.requirements())));
        tellingReasons(result)
                .forEach(
                        reason ->
                                out.println(
                                        "      "
                                                + reason.requirement()
                                                        .map(id -> id + ": ")
                                                        .orElse("")
                                                + words.reason(reason)));
    }

    private static String named(HeldCredential held) {
        return held.title().or(held::course).map(name -> name + ", ").orElse("");
    }

    /** That a credential is of another course or theme says little where there is more to say. */
    private static List<Reason> tellingReasons(CredentialResult result) {
        var plain = List.of("stacking.course-differs", "stacking.theme-differs");
        var telling =
                result.reasons().stream()
                        .filter(reason -> !plain.contains(reason.code()))
                        .filter(
                                reason ->
                                        result.reasons().stream()
                                                .noneMatch(
                                                        other ->
                                                                plain.contains(other.code())
                                                                        && other.requirement()
                                                                                .equals(
                                                                                        reason
                                                                                                .requirement())))
                        .toList();
        return telling.isEmpty() ? result.reasons() : telling;
    }

    static String further(Audit.Further further) {
        var where = new ArrayList<String>();
        further.facts()
                .facts()
                .forEach((fact, values) -> where.add(said(fact) + String.join(" and ", values)));
        return further.credits()
                + " ECTS in "
                + String.join(" and ", further.requirements())
                + (where.isEmpty() ? "" : ", " + String.join(", ", where));
    }

    private static String said(Fact fact) {
        return switch (fact) {
            case LEVEL -> "EQF level ";
            case ISSUER, COUNTRY -> "from ";
            case KIND -> "issuer of the kind ";
            case MODE -> "participation ";
            case QA -> "quality assurance ";
            case ISCED -> "field ";
            case NQF -> "national level ";
            default -> fact.key() + " ";
        };
    }
}
