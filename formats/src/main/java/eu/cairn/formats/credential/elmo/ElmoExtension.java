package eu.cairn.formats.credential.elmo;

import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.Assessment;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.LearningOutcome;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.SkillLink;
import eu.cairn.credential.Stackability;
import eu.cairn.credential.Supervision;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.elmo.ElmoTree.Unread;
import eu.cairn.framework.LearningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What Cairn says of a node beyond ELMO.
 *
 * @param node the extension; none in documents of others, which say nothing then
 */
record ElmoExtension(Optional<ElmoNode> node) {

    Optional<String> text(String name) {
        return node.flatMap(own -> own.token(name));
    }

    Optional<LocalDate> day(String name) {
        return node.flatMap(own -> own.day(name));
    }

    Optional<Instant> issuedAt() {
        return node.flatMap(own -> own.moment("issuedAt"));
    }

    /** Who answers for this node, given who issued the report. */
    Optional<AwardingBody> awardingBody(Optional<AwardingBody> issuer) {
        var own = node.flatMap(n -> n.one("awardingBody"));
        if (own.isEmpty()) {
            return issuer;
        }
        var id = own.get().token("identifier");
        var country = own.get().country("country");
        var place = own.get().token("place");
        return id.isPresent()
                ? id.map(
                        uri ->
                                new AwardingBody(
                                        uri,
                                        own.get().token("legalName").orElse(uri),
                                        country,
                                        place,
                                        own.get().token("url")))
                : issuer.map(
                        body ->
                                new AwardingBody(
                                        body.id(),
                                        body.legalName(),
                                        country.or(body::country),
                                        place,
                                        body.url()));
    }

    private <T> List<T> each(String name, Function<ElmoNode, Optional<T>> value) {
        return node.map(own -> own.each(name, value)).orElse(List.of());
    }

    List<LearningOutcome> outcomes() {
        return each(
                "outcome",
                outcome ->
                        outcome.wordings("text")
                                .map(
                                        text ->
                                                new LearningOutcome(
                                                        outcome.token("code").orElse(""),
                                                        text,
                                                        outcome.each(
                                                                "skill", ElmoExtension::skill))));
    }

    private static Optional<SkillLink> skill(ElmoNode skill) {
        return skill.attribute("uri").map(uri -> new SkillLink(uri, skill.words()));
    }

    Optional<LearningHours> notionalHours() {
        return text("notionalMinutes").flatMap(ElmoNode::parsed).map(LearningHours::new);
    }

    List<ActivityHours> activities() {
        return each(
                "activity",
                activity ->
                        activity.number("minutes")
                                .map(
                                        minutes ->
                                                new ActivityHours(
                                                        activity.words(),
                                                        new LearningHours(minutes))));
    }

    List<Assessment> assessments() {
        return each(
                "assessment",
                assessment ->
                        Optional.of(
                                new Assessment(
                                        assessment.words(),
                                        assessment.attribute("type").flatMap(AssessmentType::ofUri),
                                        assessment.number("weight"),
                                        assessment
                                                .attribute("supervision")
                                                .flatMap(Supervision::ofCode))));
    }

    Optional<FormOfParticipation> participation() {
        return text("participation").flatMap(FormOfParticipation::ofUri);
    }

    List<QualityAssurance> qualityAssurance() {
        return each("qualityAssurance", ElmoExtension::qualityAssurance);
    }

    private static Optional<QualityAssurance> qualityAssurance(ElmoNode assurance) {
        return assurance
                .attribute("kind")
                .flatMap(QualityAssurance.Kind::ofCode)
                .flatMap(
                        kind ->
                                assurance
                                        .token("decidedBy")
                                        .map(
                                                body ->
                                                        new QualityAssurance(
                                                                kind,
                                                                body,
                                                                assurance.token("decision"),
                                                                assurance.day("decidedOn"),
                                                                assurance.day("validUntil"),
                                                                assurance.token("standards"))));
    }

    Optional<Stackability> stackability() {
        return node.flatMap(own -> own.one("stackability"))
                .flatMap(
                        stated ->
                                stated.attribute("status")
                                        .flatMap(FormalStatus::ofCode)
                                        .map(
                                                status ->
                                                        new Stackability(
                                                                status,
                                                                stated.token("statement"),
                                                                stated.each(
                                                                        "partOf",
                                                                        ElmoExtension::whole))));
    }

    private static Optional<Stackability.LargerQualification> whole(ElmoNode whole) {
        return Optional.of(
                new Stackability.LargerQualification(whole.words(), whole.attribute("uri")));
    }

    List<Contributor> contributors() {
        return each(
                "contributor",
                contributor ->
                        contributor
                                .attribute("role")
                                .flatMap(Contributor.Role::ofCode)
                                .flatMap(
                                        role ->
                                                contributor
                                                        .token("legalName")
                                                        .map(
                                                                name ->
                                                                        new Contributor(
                                                                                name,
                                                                                role,
                                                                                contributor.token(
                                                                                        "identifier"),
                                                                                contributor.country(
                                                                                        "country")))));
    }

    Publication publication() {
        return new Publication(
                        text("shortCode"),
                        text("verificationPage"),
                        place("status"),
                        text("refresh"))
                .suspendedIn(place("suspension"));
    }

    private Optional<Publication.StatusEntry> place(String name) {
        return node.flatMap(own -> own.one(name)).flatMap(ElmoExtension::status);
    }

    Set<Unread> unread() {
        var unread = EnumSet.noneOf(Unread.class);
        if ((states("status") && place("status").isEmpty())
                || (states("suspension") && place("suspension").isEmpty())) {
            unread.add(Unread.STATUS);
        }
        if (states("expiresOn") && day("expiresOn").isEmpty()) {
            unread.add(Unread.EXPIRY);
        }
        return unread;
    }

    private boolean states(String name) {
        return node.filter(own -> !own.all(name).isEmpty()).isPresent();
    }

    private static Optional<Publication.StatusEntry> status(ElmoNode status) {
        return status.number("index")
                .flatMap(
                        index ->
                                status.attribute("purpose")
                                        .flatMap(Publication.Purpose::ofCode)
                                        .flatMap(
                                                purpose ->
                                                        ElmoNode.ifPossible(
                                                                () ->
                                                                        new Publication.StatusEntry(
                                                                                status.words(),
                                                                                index,
                                                                                purpose))));
    }
}
