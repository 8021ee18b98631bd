package eu.cairn.formats.credential;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Learner;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.formats.credential.Certificate.Presentation;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/**
 * The supplement as pages: eight sections, of which those are left out that have nothing to say.
 */
final class SupplementSheet {

    private final MicroCredential credential;
    private final Presentation presentation;
    private final CertificateWords words;
    private final SupplementPaper paper;

    SupplementSheet(MicroCredential credential, Presentation presentation) {
        this.credential = credential;
        this.presentation = presentation;
        this.words = CertificateWords.in(presentation.language());
        this.paper =
                new SupplementPaper(
                        new SupplementWords(
                                presentation.language(),
                                credential.title().authoritativeLanguage()),
                        credential.title().best(presentation.language()),
                        credential.learner().map(Learner::fullName));
        paper.describe(
                credential.awardingBody().legalName(),
                words.say("not-the-credential"),
                credential.id());
        paper.head(presentation.shortCode(), presentation.stateLine());
        holder();
        credential();
        level();
        contents();
        use();
        further();
        certification();
        framework();
    }

    /** Everything that this paper could not show. */
    List<Refusal> refusals() {
        return paper.refusals();
    }

    Document document() {
        return paper.document();
    }

    private void holder() {
        credential
                .learner()
                .ifPresent(
                        learner -> {
                            paper.section(1, "holder");
                            paper.fact("name", learner.fullName());
                            paper.fact("family-name", learner.familyName());
                            paper.fact("given-names", learner.givenName());
                            paper.fact("identifier", learner.identifier());
                        });
    }

    private void credential() {
        var body = credential.awardingBody();
        paper.section(2, "credential");
        credential
                .title()
                .byLanguage()
                .forEach((language, title) -> paper.fact("title", language, title));
        paper.fact("awarding-body", body.legalName());
        var seat = Stream.concat(body.place().stream(), body.country().map(words::say).stream());
        paper.fact("seat", seat.reduce((place, country) -> place + ", " + country));
        paper.fact("page", body.url());
        for (var contributor : credential.contributors()) {
            paper.fact("role." + contributor.role().code(), words.say(contributor));
        }
        paper.fact("field", credential.field().map(f -> f.label() + " (" + f.code() + ")"));
        paper.fact("language", credential.languageOfInstruction().map(words::say));
        paper.fact("award-identifier", credential.id());
    }

    private void level() {
        if (Stream.of(credential.level(), credential.workload(), credential.prerequisites())
                .allMatch(Optional::isEmpty)) {
            return;
        }
        paper.section(3, "level");
        credential
                .level()
                .ifPresent(
                        level -> {
                            paper.facts("level-of", words.levels(level));
                            paper.fact(
                                    "level-claim",
                                    credential
                                            .levelClaim()
                                            .map(claim -> words.say("claim." + claim.code())));
                            paper.fact("referenced-on", level.referencedOn().map(words::say));
                        });
        credential
                .workload()
                .ifPresent(
                        workload -> {
                            paper.fact(
                                    "credits", workload.credits().map(c -> words.say("ects", c)));
                            paper.fact("hours", workload.hours().map(h -> words.say("hours", h)));
                        });
        paper.fact("prerequisites", credential.prerequisites());
    }

    private void contents() {
        var activities = credential.workload().map(Workload::activities).orElse(List.of());
        if (credential.participation().isEmpty()
                && credential.outcomes().isEmpty()
                && activities.isEmpty()
                && credential.assessments().isEmpty()
                && credential.grade().isEmpty()) {
            return;
        }
        paper.section(4, "contents");
        paper.fact(
                "participation",
                credential.participation().map(f -> words.say("participation." + f.code())));
        outcomes();
        if (!activities.isEmpty()) {
            var table = paper.table("activities", "activity", "hours");
            activities.forEach(a -> table.row(a.activity(), words.say("hours", a.hours())));
        }
        if (!credential.assessments().isEmpty()) {
            var table = paper.table("assessments", "assessment", "type", "weight", "supervision");
            credential.assessments().forEach(a -> assessment(table, a));
        }
        credential.grade().ifPresent(this::grade);
    }

    private void outcomes() {
        if (credential.outcomes().isEmpty()) {
            return;
        }
        var table = paper.table("outcomes", "code", "outcome");
        for (var outcome : credential.outcomes()) {
            table.row(outcome.code(), best(outcome.text()));
            outcome.skills().forEach(skill -> table.row("", skill.label()));
        }
    }

    private String best(MultilingualText text) {
        return text.best(presentation.language());
    }

    private void assessment(SupplementPaper.Table table, Assessment assessment) {
        table.row(
                assessment.title(),
                assessment.type().map(t -> words.say("assessment." + t.code())).orElse(""),
                assessment.weightPercent().map(p -> words.say("percent", p)).orElse(""),
                assessment.supervision().map(s -> words.say("supervision." + s.code())).orElse(""));
    }

    private void grade(Grade grade) {
        paper.fact("grade", grade.value());
        paper.fact("scale", Optional.of(grade.scale()).filter(scale -> !scale.isBlank()));
        if (!grade.distribution().isEmpty()) {
            var table = paper.table("distribution", "result", "learners");
            grade.distribution()
                    .forEach(f -> table.row(f.result(), words.say("count", f.learners())));
        }
    }

    private void use() {
        if (credential.stackability().isEmpty() && credential.rights().isEmpty()) {
            return;
        }
        paper.section(5, "function");
        credential
                .stackability()
                .ifPresent(
                        stated -> {
                            paper.fact("status", words.say("status." + stated.status().code()));
                            paper.fact("stackability", stated.statement());
                            paper.facts(
                                    "part-of",
                                    stated.partOf().stream().map(w -> w.title()).toList());
                        });
        paper.fact("rights", credential.rights());
    }

    private void further() {
        if (credential.description().isEmpty()
                && credential.course().isEmpty()
                && credential.qualityAssurance().isEmpty()
                && credential.reviewOn().isEmpty()) {
            return;
        }
        paper.section(6, "further");
        paper.facts(
                "description",
                credential.description().stream()
                        .flatMap(String::lines)
                        .filter(line -> !Paper.visible(line).isEmpty())
                        .toList());
        credential
                .course()
                .ifPresent(
                        course -> {
                            paper.fact("course", course.url());
                            paper.fact("course-code", course.code());
                            paper.fact("course-version", course.version());
                        });
        paper.facts(
                "quality-assurance",
                credential.qualityAssurance().stream().map(words::say).toList());
        paper.fact("review-on", credential.reviewOn().map(words::say));
    }

    private void certification() {
        paper.section(7, "certification");
        paper.fact("awarded-on", credential.awardedOn().map(words::say));
        paper.fact("issued-on", words.say(issued()));
        paper.fact("valid-to", credential.expiresOn().map(words::say));
        paper.fact("signature", presentation.signatureStatement());
        paper.note(words.say("not-the-credential"));
        paper.link("check-at", presentation.verifyUrl().toString());
        paper.fact("code-to-type", presentation.shortCode());
        if (presentation.demo()) {
            paper.note(words.say("demo"));
        }
    }

    private LocalDate issued() {
        return LocalDate.ofInstant(credential.issuedAt(), ZoneOffset.UTC);
    }

    /** Says only what the reference data of Cairn says, and from where it has it. */
    private void framework() {
        credential
                .level()
                .flatMap(Level::national)
                .flatMap(this::published)
                .ifPresent(
                        national -> {
                            paper.section(8, "framework");
                            paper.fact("national-framework", national.framework());
                            paper.fact("national-level", national.level());
                            paper.fact("corresponds-to", national.eqf().map(Object::toString));
                            if (national.confirmed()) {
                                paper.fact("source", national.source());
                            } else {
                                paper.standing("source", "not-confirmed");
                            }
                        });
    }

    private Optional<NationalLevel> published(Level.NationalLevelClaim claim) {
        var day = credential.awardedOn().orElseGet(this::issued);
        return credential
                .awardingBody()
                .country()
                .flatMap(
                        c ->
                                NationalFrameworks.published()
                                        .level(c, claim.framework() + " " + claim.level(), day))
                .filter(NationalLevel::confirmed);
    }
}
