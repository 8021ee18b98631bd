package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CoursePlan;
import eu.cairn.catalogue.CredentialTerms;
import eu.cairn.formats.credential.Paper;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/** A course as a page for people: every part of its design under its label. */
final class CourseSheet {

    private final CourseSpecification course;
    private final CourseDesign design;
    private final Paper paper;
    private final SheetRows rows;

    CourseSheet(CourseSpecification course, String css) {
        this.course = course;
        this.design = course.design();
        this.paper =
                new Paper(
                        "en",
                        design.title().authoritative() + ": course specification",
                        style(css));
        this.rows = new SheetRows(paper, design.language());
        paper.meta("author", course.institution().legalName());
        paper.meta("subject", "Course specification");
        paper.meta("description", design.title().authoritative());
        paper.meta("keywords", design.code() + " " + design.field().label());
        write();
    }

    /** For screens of any width, and for a file that no server says the encoding of. */
    CourseSheet onScreen() {
        var head = paper.document().getElementsByTagName("head").item(0);
        var charset = paper.document().createElement("meta");
        charset.setAttribute("charset", "UTF-8");
        head.insertBefore(charset, head.getFirstChild());
        paper.meta("viewport", "width=device-width, initial-scale=1");
        return this;
    }

    Document document() {
        return paper.document();
    }

    List<Refusal> refusals() {
        return paper.refusals();
    }

    private void write() {
        paper.say(paper.body(), "p", "kind", "Course specification");
        rows.foreign(
                paper.body(), "h1", design.language(), design.title().authoritative(), "title");
        design.title()
                .translations()
                .forEach(
                        other ->
                                rows.foreign(
                                        paper.body(),
                                        "p",
                                        other.getKey(),
                                        other.getValue(),
                                        "title"));
        var by = course.institution();
        rows.foreign(paper.body(), "p", course.language(), by.legalName(), "institution");
        rows.section("The course");
        rows.fact("Code", design.code() + ", version " + course.number());
        rows.fact("State", course.state().code().replace('-', ' '));
        by.country().ifPresent(country -> rows.fact("Country", Countries.name(country)));
        rows.fact("Size", design.credits() + " ECTS, " + design.hours() + " hours of learning");
        rows.fact("Level", levels());
        rows.fact("Field (ISCED-F)", design.field().code() + " " + design.field().label());
        rows.fact("Language of instruction", name(design.language()));
        rows.fact("Participation", design.participation().code());
        design.prerequisites().ifPresent(text -> rows.quote("Entry requirements", text));
        rows.fact("Place in the offer", design.formalStatus().code().replace('-', ' '));
        design.stackability().ifPresent(text -> rows.quote("Stackability", text));
        rows.quote("Need", design.need());
        design.firstRun()
                .ifPresent(
                        run ->
                                rows.fact(
                                        "First run",
                                        SheetRows.day(run.from())
                                                + " to "
                                                + SheetRows.day(run.to())));
        course.approval()
                .ifPresent(
                        quality ->
                                rows.fact(
                                        "Quality assurance",
                                        quality.decidedBy()
                                                + quality.decidedOn()
                                                        .map(
                                                                on ->
                                                                        ", decided on "
                                                                                + SheetRows.day(on))
                                                        .orElse("")
                                                + quality.validUntil()
                                                        .map(
                                                                to ->
                                                                        ", valid to "
                                                                                + SheetRows.day(to))
                                                        .orElse("")));
        relevance();
        outcomes();
        var teaching = new TeachingSheet(design, rows);
        teaching.activities();
        teaching.assessment();
        credential();
        paper.say(
                paper.body(),
                "p",
                "note",
                "Version %d, frozen on %s. "
                        .formatted(
                                course.number(),
                                SheetRows.day(
                                        course.frozenAt().atZone(ZoneOffset.UTC).toLocalDate())));
        var line = paper.add(paper.body(), "p", "note");
        rows.link(line, course.address());
        design.publishedSource()
                .ifPresent(
                        source -> {
                            var followed = paper.add(paper.body(), "p", "note");
                            paper.say(followed, "span", "", "Follows the published course at");
                            followed.appendChild(paper.document().createTextNode(" "));
                            rows.link(followed, source);
                        });
    }

    private String levels() {
        var level = design.level();
        return Stream.of(
                        level.eqf().map(eqf -> "EQF level " + eqf.level()),
                        level.national()
                                .map(claim -> claim.framework() + ", level " + claim.level()),
                        level.cycle().map(Cycle::code).map(cycle -> "QF-EHEA " + cycle + " cycle"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private void outcomes() {
        rows.section("Learning outcomes");
        rows.say("The learner is able to");
        for (var outcome : design.outcomes()) {
            var row = rows.row(outcome.code());
            rows.quote(row, outcome.text().authoritative(), "outcomes");
            outcome.text()
                    .translations()
                    .forEach(
                            other ->
                                    rows.foreign(
                                            row,
                                            "p",
                                            other.getKey(),
                                            other.getValue(),
                                            "outcomes"));
            design.aims().stream()
                    .filter(aim -> aim.outcome().equals(outcome.code()))
                    .flatMap(
                            aim ->
                                    Stream.of(
                                                    aim.level().map(one -> one.code()),
                                                    aim.kind().map(one -> one.code()))
                                            .flatMap(Optional::stream))
                    .forEach(word -> paper.say(row, "p", "second", word));
            outcome.skills()
                    .forEach(
                            skill ->
                                    paper.quote(
                                            row,
                                            "p",
                                            "second",
                                            skill.label() + " (" + skill.uri() + ")",
                                            "outcomes"));
        }
    }

    private void relevance() {
        var plan = design.plan();
        if (plan.equals(new CoursePlan())) {
            return;
        }
        rows.section("For whom and why");
        plan.relevance().targetGroup().ifPresent(words -> rows.quote("For", words));
        for (var one : plan.relevance().stakeholders()) {
            rows.fact(
                    "Asked",
                    "%s (%s), %s"
                            .formatted(
                                    one.name(),
                                    SheetRows.spaced(one.kind().code()),
                                    SheetRows.day(one.askedOn())));
        }
        for (var one : plan.relevance().evidence()) {
            rows.fact(
                    "Evidence",
                    "%s (%s) %s"
                            .formatted(
                                    one.source(),
                                    SheetRows.spaced(one.kind().code()),
                                    one.link().orElse(""))
                            .strip());
        }
        for (var one : plan.relevance().occupations()) {
            rows.fact("Occupation", (one.label() + " " + one.uri().orElse("")).strip());
        }
        plan.place().legalStatus().ifPresent(words -> rows.quote("Legal status", words));
        for (var one : plan.place().programmes()) {
            rows.fact(
                    "Part of",
                    "%s, %s: %s"
                            .formatted(
                                    one.title(),
                                    one.awardedBy(),
                                    String.join(", ", one.requirements())));
        }
        plan.level().knowledge().ifPresent(words -> rows.quote("Level: knowledge", words));
        plan.level().skills().ifPresent(words -> rows.quote("Level: skills", words));
        plan.level()
                .responsibility()
                .ifPresent(words -> rows.quote("Level: responsibility", words));
    }

    private void credential() {
        var terms = design.terms();
        if (terms.equals(new CredentialTerms())) {
            return;
        }
        rows.section("The credential");
        terms.ageing()
                .ifPresent(
                        ageing -> {
                            ageing.validMonths()
                                    .ifPresent(
                                            months -> rows.fact("Holds for", months + " months"));
                            ageing.reviewMonths()
                                    .ifPresent(
                                            months ->
                                                    rows.fact("Review after", months + " months"));
                            rows.quote("Why outcomes age", ageing.reason());
                        });
        terms.rights().ifPresent(text -> rows.quote("Rights", text));
        terms.description().ifPresent(text -> rows.quote("Further information", text));
        terms.partners()
                .forEach(
                        partner ->
                                rows.fact(
                                        partner.role().code().replace('-', ' '),
                                        partner.legalName()
                                                + partner.country()
                                                        .map(c -> ", " + Countries.name(c))
                                                        .orElse("")));
    }

    private static String name(Language language) {
        return Locale.forLanguageTag(language.tag()).getDisplayName(Locale.ENGLISH);
    }

    private static String style(String name) {
        try (var in = CourseSheet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not packed");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
