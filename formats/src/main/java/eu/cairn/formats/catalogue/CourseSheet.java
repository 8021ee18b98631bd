package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.ActivityMode;
import eu.cairn.catalogue.ActivityType;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CoursePlan;
import eu.cairn.catalogue.CredentialTerms;
import eu.cairn.catalogue.TimeKind;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.Supervision;
import eu.cairn.formats.credential.Paper;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A course as a page for people: every part of its design under its label. */
final class CourseSheet {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final CourseSpecification course;
    private final CourseDesign design;
    private final Paper paper;
    private Element section;

    CourseSheet(CourseSpecification course, String css) {
        this.course = course;
        this.design = course.design();
        this.paper =
                new Paper(
                        "en",
                        design.title().authoritative() + ": course specification",
                        style(css));
        this.section = paper.body();
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
        foreign(paper.body(), "h1", design.language(), design.title().authoritative(), "title");
        design.title()
                .translations()
                .forEach(
                        other ->
                                foreign(
                                        paper.body(),
                                        "p",
                                        other.getKey(),
                                        other.getValue(),
                                        "title"));
        var by = course.institution();
        foreign(paper.body(), "p", course.language(), by.legalName(), "institution");
        section("The course");
        fact("Code", design.code() + ", version " + course.number());
        fact("State", course.state().code().replace('-', ' '));
        by.country().ifPresent(country -> fact("Country", Countries.name(country)));
        fact("Size", design.credits() + " ECTS, " + design.hours() + " hours of learning");
        fact("Level", levels());
        fact("Field (ISCED-F)", design.field().code() + " " + design.field().label());
        fact("Language of instruction", name(design.language()));
        fact("Participation", design.participation().code());
        design.prerequisites().ifPresent(text -> quote("Entry requirements", text));
        fact("Place in the offer", design.formalStatus().code().replace('-', ' '));
        design.stackability().ifPresent(text -> quote("Stackability", text));
        quote("Need", design.need());
        design.firstRun()
                .ifPresent(run -> fact("First run", day(run.from()) + " to " + day(run.to())));
        course.approval()
                .ifPresent(
                        quality ->
                                fact(
                                        "Quality assurance",
                                        quality.decidedBy()
                                                + quality.decidedOn()
                                                        .map(on -> ", decided on " + day(on))
                                                        .orElse("")
                                                + quality.validUntil()
                                                        .map(to -> ", valid to " + day(to))
                                                        .orElse("")));
        relevance();
        outcomes();
        activities();
        assessment();
        credential();
        paper.say(
                paper.body(),
                "p",
                "note",
                "Version %d, frozen on %s. "
                        .formatted(
                                course.number(),
                                day(course.frozenAt().atZone(ZoneOffset.UTC).toLocalDate())));
        var line = paper.add(paper.body(), "p", "note");
        link(line, course.address());
        design.publishedSource()
                .ifPresent(
                        source -> {
                            var followed = paper.add(paper.body(), "p", "note");
                            paper.say(followed, "span", "", "Follows the published course at");
                            followed.appendChild(paper.document().createTextNode(" "));
                            link(followed, source);
                        });
    }

    private void link(Element parent, String address) {
        var link = paper.say(parent, "a", "", address);
        link.setAttribute("href", address);
        link.setAttribute("title", address);
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
        section("Learning outcomes");
        paper.say(section, "p", "", "The learner is able to");
        for (var outcome : design.outcomes()) {
            var row = row(outcome.code());
            foreign(row, "p", design.language(), outcome.text().authoritative(), "outcomes");
            outcome.text()
                    .translations()
                    .forEach(
                            other ->
                                    foreign(
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

    private void activities() {
        section("Teaching and learning");
        var table = table("activities", "Activity", "Type", "Hours", "Outcomes");
        for (var activity : design.activities()) {
            cells(
                    table,
                    activity.title(),
                    or(
                            Stream.of(
                                            activity.type().map(ActivityType::code),
                                            activity.kind().map(TimeKind::code),
                                            activity.mode().map(ActivityMode::code))
                                    .flatMap(Optional::stream)
                                    .map(CourseSheet::spaced)
                                    .collect(Collectors.joining(", "))),
                    activity.hours().toString(),
                    or(String.join(", ", activity.outcomes())));
        }
        design.activities().forEach(this::setting);
        time();
        var choices = design.plan().choices();
        choices.pace().ifPresent(pace -> fact("Pace", spaced(pace.code())));
        for (var before : choices.before()) {
            fact(before.needed() ? "Needed before" : "Recommended before", before.title());
        }
    }

    /** Who teaches an activity, and with what. */
    private void setting(CourseDesign.Activity activity) {
        activity.teachers()
                .ifPresent(teachers -> quote("Taught by", activity.title() + ": " + teachers));
        if (activity.resources().isEmpty()) {
            return;
        }
        var row = row("Resources");
        foreign(row, "p", design.language(), activity.title(), "activities");
        for (var resource : activity.resources()) {
            if (CourseDesign.Activity.isAddress(resource)) {
                link(paper.add(row, "p", ""), resource);
            } else {
                foreign(row, "p", design.language(), resource, "activities");
            }
        }
    }

    private void time() {
        var time = design.plan().time();
        time.range()
                .ifPresent(
                        range ->
                                fact(
                                        "Range",
                                        "%s to %s hours".formatted(range.low(), range.high())));
        time.contactMinimum()
                .ifPresent(hours -> fact("Contact", hours + " hours a credit or more"));
        for (var rate : time.rates()) {
            fact(
                    "Rate: " + spaced(rate.method()),
                    "%s, likely %s, %s".formatted(rate.low(), rate.likely(), rate.high()));
        }
        time.outside()
                .ifPresent(
                        reason ->
                                quote(
                                        "Outside the usual hours",
                                        "%s (%s, %s)"
                                                .formatted(
                                                        reason.reason(),
                                                        reason.signedBy(),
                                                        day(reason.signedOn()))));
    }

    private void relevance() {
        var plan = design.plan();
        if (plan.equals(new CoursePlan())) {
            return;
        }
        section("For whom and why");
        plan.relevance().targetGroup().ifPresent(words -> quote("For", words));
        for (var one : plan.relevance().stakeholders()) {
            fact(
                    "Asked",
                    "%s (%s), %s"
                            .formatted(one.name(), spaced(one.kind().code()), day(one.askedOn())));
        }
        for (var one : plan.relevance().evidence()) {
            fact(
                    "Evidence",
                    "%s (%s) %s"
                            .formatted(
                                    one.source(), spaced(one.kind().code()), one.link().orElse(""))
                            .strip());
        }
        for (var one : plan.relevance().occupations()) {
            fact("Occupation", (one.label() + " " + one.uri().orElse("")).strip());
        }
        plan.place().legalStatus().ifPresent(words -> quote("Legal status", words));
        for (var one : plan.place().programmes()) {
            fact(
                    "Part of",
                    "%s, %s: %s"
                            .formatted(
                                    one.title(),
                                    one.awardedBy(),
                                    String.join(", ", one.requirements())));
        }
        plan.level().knowledge().ifPresent(words -> quote("Level: knowledge", words));
        plan.level().skills().ifPresent(words -> quote("Level: skills", words));
        plan.level().responsibility().ifPresent(words -> quote("Level: responsibility", words));
    }

    private void assessment() {
        section("Assessment");
        var table = table("tasks", "Task", "Type", "Share", "Hours", "Supervision", "Outcomes");
        for (var task : design.tasks()) {
            cells(
                    table,
                    task.title(),
                    type(task.type()),
                    task.weightPercent() + " %",
                    task.hours().toString(),
                    supervision(task.supervision()),
                    or(String.join(", ", task.outcomes())));
        }
        quote("Grading scale", design.gradingScale());
        var choices = design.plan().choices();
        choices.passMark().ifPresent(mark -> fact("To pass", mark + " % of the whole"));
        for (var task : design.tasks()) {
            if (task.mustPass()) {
                fact("Must be passed", task.title());
            }
        }
        for (var choice : choices.alternatives()) {
            fact(
                    "To choose",
                    "%d of %s"
                            .formatted(
                                    choice.take(),
                                    design.tasksIn(choice.group()).stream()
                                            .map(CourseDesign.Task::title)
                                            .collect(Collectors.joining(", "))));
        }
        choices.priorLearning()
                .ifPresent(
                        yes ->
                                quote(
                                        "Prior learning",
                                        (yes ? "Recognised. " : "Not recognised. ")
                                                + choices.priorLearningHow().orElse("")));
    }

    private void credential() {
        var terms = design.terms();
        if (terms.equals(new CredentialTerms())) {
            return;
        }
        section("The credential");
        terms.ageing()
                .ifPresent(
                        ageing -> {
                            ageing.validMonths()
                                    .ifPresent(months -> fact("Holds for", months + " months"));
                            ageing.reviewMonths()
                                    .ifPresent(months -> fact("Review after", months + " months"));
                            quote("Why outcomes age", ageing.reason());
                        });
        terms.rights().ifPresent(text -> quote("Rights", text));
        terms.description().ifPresent(text -> quote("Further information", text));
        terms.partners()
                .forEach(
                        partner ->
                                fact(
                                        partner.role().code().replace('-', ' '),
                                        partner.legalName()
                                                + partner.country()
                                                        .map(c -> ", " + Countries.name(c))
                                                        .orElse("")));
    }

    private void section(String title) {
        section = paper.add(paper.body(), "div", "section");
        paper.say(section, "h2", "", title);
    }

    private Element row(String label) {
        var row = paper.add(section, "div", "row");
        paper.say(row, "p", "term", label);
        return paper.add(row, "div", "definition");
    }

    private void fact(String label, String value) {
        paper.quote(row(label), "p", "", value, label);
    }

    /** Words in the language of the course. */
    private void quote(String label, String value) {
        foreign(row(label), "p", design.language(), value, label);
    }

    private void foreign(
            Element parent, String tag, Language language, String words, String place) {
        paper.quote(parent, tag, "", words, place).setAttribute("lang", language.tag());
    }

    private Element table(String style, String... columns) {
        var table = paper.add(section, "table", style);
        var head = paper.add(paper.add(table, "thead", ""), "tr", "");
        for (var column : columns) {
            paper.say(head, "th", column.toLowerCase(Locale.ROOT), column)
                    .setAttribute("scope", "col");
        }
        return paper.add(table, "tbody", "");
    }

    private void cells(Element body, String first, String... others) {
        var row = paper.add(body, "tr", "");
        var title = paper.quote(row, "th", "", first, "activities");
        title.setAttribute("scope", "row");
        title.setAttribute("lang", design.language().tag());
        for (var other : others) {
            paper.say(row, "td", "", other);
        }
    }

    private static String spaced(String code) {
        return code.replace('-', ' ');
    }

    private static String or(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private static String type(AssessmentType type) {
        return type.code().replace('-', ' ');
    }

    private static String supervision(Supervision supervision) {
        return supervision.code().replace("-id", ", with identity check").replace('-', ' ');
    }

    private static String name(Language language) {
        return Locale.forLanguageTag(language.tag()).getDisplayName(Locale.ENGLISH);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
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
