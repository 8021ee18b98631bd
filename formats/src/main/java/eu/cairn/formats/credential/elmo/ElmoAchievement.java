package eu.cairn.formats.credential.elmo;

import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.CourseReference;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.formats.credential.Iri;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.elmo.ElmoTree.Unread;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.FieldsOfEducation;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One node of a document as a micro-credential.
 *
 * <p>Credits are read of the scheme {@code ects} alone, as the schema writes it. Hours of contact
 * are read of classes, as activities; they are never taken for notional hours. A node that has no
 * address of its own is named by a UUID made of what the document says of it (RFC 9562, version 3),
 * so that the same document always names it the same.
 */
final class ElmoAchievement {

    private static final int MAX_DIGITS = 12;

    private final ElmoNode specification;
    private final Optional<ElmoNode> instance;
    private final ElmoReport report;
    private final String place;
    private final ElmoExtension own;

    ElmoAchievement(ElmoNode specification, ElmoReport report, String place) {
        this.specification = specification;
        this.instance = ElmoReader.instance(specification);
        this.report = report;
        this.place = place;
        this.own =
                new ElmoExtension(
                        instance.filter(ElmoNode::ours).flatMap(i -> i.own("microCredential")));
    }

    Publication publication() {
        return own.publication();
    }

    /** What the document states of its status and end, in a way that is not read. */
    Set<Unread> unread() {
        return instance.filter(i -> i.all("extension").size() > 1).isPresent()
                ? EnumSet.allOf(Unread.class)
                : own.unread();
    }

    Decided<MicroCredential> credential() {
        var body = own.awardingBody(report.issuer());
        var issued = own.issuedAt().or(() -> report.node().moment("issueDate"));
        var title = specification.wordings("title");
        var missing = new ArrayList<Refusal>();
        addUnless(missing, body, "issuer");
        addUnless(missing, issued, "issueDate");
        addUnless(missing, title, "title");
        if (!missing.isEmpty()) {
            return Decided.refused(missing);
        }
        return Decided.accepted(
                new MicroCredential(
                        id(body.orElseThrow(), issued.orElseThrow()),
                        title.orElseThrow(),
                        report.learner(),
                        body.orElseThrow(),
                        instance.flatMap(i -> i.day("date")),
                        issued.orElseThrow(),
                        own.day("expiresOn"),
                        own.outcomes(),
                        workload(),
                        level(),
                        own.assessments(),
                        own.participation(),
                        own.qualityAssurance(),
                        grade(),
                        own.text("prerequisites"),
                        own.stackability(),
                        field(),
                        own.text("languageOfInstruction")
                                .or(() -> instance.flatMap(i -> i.token("languageOfInstruction")))
                                .flatMap(ElmoNode::language),
                        course(),
                        description(),
                        own.day("reviewOn"),
                        own.contributors(),
                        own.text("rights")));
    }

    private void addUnless(List<Refusal> missing, Optional<?> member, String name) {
        if (member.isEmpty()) {
            missing.add(
                    Refusal.of("format.member-missing", place + "." + name, place + "." + name));
        }
    }

    private String id(AwardingBody body, Instant issued) {
        return instance.flatMap(i -> ElmoReport.identifier(i, Elmo.URI))
                .filter(Iri::isAbsolute)
                .orElseGet(
                        () -> {
                            var named =
                                    Stream.concat(
                                                    Stream.of(
                                                            body.id(),
                                                            issued.toString(),
                                                            report.learner().toString(),
                                                            place),
                                                    Stream.of(
                                                                    specification.all("identifier"),
                                                                    specification.all("title"))
                                                            .flatMap(List::stream)
                                                            .map(ElmoNode::token))
                                            .toList();
                            var uuid =
                                    UUID.nameUUIDFromBytes(
                                            named.toString().getBytes(StandardCharsets.UTF_8));
                            return "urn:uuid:" + uuid;
                        });
    }

    private Optional<Workload> workload() {
        var stated = instance.map(ElmoReader::credits).orElse(List.of());
        var credits =
                stated.size() == 1
                        ? stated.getFirst().token("value").flatMap(ElmoAchievement::ects)
                        : own.text("credits").flatMap(Ects::parse);
        var hours = own.notionalHours();
        if (credits.isEmpty() && hours.isEmpty()) {
            return Optional.empty();
        }
        var activities = specification.ours() ? own.activities() : contact();
        return Optional.of(new Workload(credits, hours, activities));
    }

    private List<ActivityHours> contact() {
        return ElmoReader.parts(specification).stream()
                .filter(part -> part.token("type").equals(Optional.of("Class")))
                .flatMap(part -> contact(part).stream())
                .toList();
    }

    private static Optional<ActivityHours> contact(ElmoNode part) {
        var hours =
                ElmoReader.instance(part)
                        .flatMap(i -> i.token("engagementHours"))
                        .flatMap(LearningHours::parse);
        return part.wordings("title")
                .flatMap(title -> hours.map(h -> new ActivityHours(title.authoritative(), h)));
    }

    /** A decimal of XML Schema as credits, if it is an amount of them. */
    private static Optional<Ects> ects(String decimal) {
        if (!decimal.matches("\\+?(\\d+(\\.\\d*)?|\\.\\d+)") || decimal.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        return Ects.parse(new BigDecimal(decimal).toPlainString());
    }

    private Optional<Level> level() {
        var levels = instance.map(i -> i.all("level")).orElse(List.of());
        var eqf = only(levels, Elmo.EQF, ElmoAchievement::eqf);
        var cycle = only(levels, Elmo.CYCLE, ElmoAchievement::cycle);
        var national = only(levels, Elmo.NATIONAL, ElmoAchievement::national);
        return eqf.isEmpty() && cycle.isEmpty() && national.isEmpty()
                ? Optional.empty()
                : Optional.of(new Level(eqf, cycle, national, own.day("levelsReferencedOn")));
    }

    private interface Reading<T> {
        Optional<T> of(ElmoNode level);
    }

    /** The level of this type, if there is exactly one. */
    private static <T> Optional<T> only(List<ElmoNode> levels, String type, Reading<T> reading) {
        var found =
                levels.stream()
                        .filter(level -> level.token("type").equals(Optional.of(type)))
                        .toList();
        return found.size() == 1 ? reading.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<EqfLevel> eqf(ElmoNode level) {
        return level.token("value")
                .filter(value -> value.matches("[1-8]"))
                .map(value -> new EqfLevel(Integer.parseInt(value)));
    }

    private static Optional<Cycle> cycle(ElmoNode level) {
        return level.token("value")
                .flatMap(
                        value ->
                                Arrays.stream(Cycle.values())
                                        .filter(
                                                cycle ->
                                                        value.equals(cycle.code())
                                                                || value.equals(
                                                                        String.valueOf(
                                                                                cycle.number())))
                                        .findFirst());
    }

    private static Optional<Level.NationalLevelClaim> national(ElmoNode level) {
        return level.token("value")
                .map(
                        value ->
                                new Level.NationalLevelClaim(
                                        level.token("description").orElse(Elmo.NATIONAL), value));
    }

    private Optional<Grade> grade() {
        var scale = instance.flatMap(i -> i.token("gradingSchemeLocalId")).flatMap(report::scale);
        var distribution =
                instance.flatMap(i -> i.one("resultDistribution"))
                        .map(d -> d.each("category", ElmoAchievement::frequency))
                        .orElse(List.of());
        return instance.flatMap(i -> i.token("resultLabel"))
                .map(value -> new Grade(value, scale.orElse(""), distribution));
    }

    private static Optional<Grade.Frequency> frequency(ElmoNode category) {
        return category.attribute("label")
                .flatMap(
                        label ->
                                category.number("count")
                                        .map(count -> new Grade.Frequency(label, count)));
    }

    private Optional<FieldOfEducation> field() {
        return specification
                .token("iscedCode")
                .filter(code -> code.matches("\\d{2,4}"))
                .map(
                        code ->
                                own.text("fieldLabel")
                                        .map(label -> new FieldOfEducation(code, label))
                                        .or(() -> FieldsOfEducation.of(code))
                                        .orElseGet(() -> new FieldOfEducation(code, code)));
    }

    private Optional<CourseReference> course() {
        return specification
                .said("url")
                .map(
                        url ->
                                new CourseReference(
                                        url,
                                        ElmoReport.identifier(specification, "local"),
                                        own.text("courseVersion")));
    }

    /** Ours names no language; those that do are the outcomes in prose. */
    private Optional<String> description() {
        return specification.all("description").stream()
                .filter(d -> !d.ours() || d.language().isEmpty())
                .map(d -> d.ours() ? d.words() : d.words().strip())
                .filter(words -> !words.isEmpty())
                .findFirst();
    }
}
