package eu.cairn.formats.credential;

import static eu.cairn.credential.Element.GRADE;
import static eu.cairn.credential.Element.LEVEL;
import static eu.cairn.credential.Element.PARTICIPATION;
import static eu.cairn.credential.Element.WORKLOAD;

import eu.cairn.credential.Contributor;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.formats.credential.Certificate.Presentation;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The certificate as a page: who, what, how much, how proven, and how to check it. */
final class CertificateSheet {

    private final MicroCredential credential;
    private final Presentation presentation;
    private final CertificateWords words;
    private final Paper paper;

    CertificateSheet(MicroCredential credential, Presentation presentation) {
        this.credential = credential;
        this.presentation = presentation;
        this.words = CertificateWords.in(presentation.language());
        this.paper =
                new Paper(words.language().tag(), words.say("document", title(), learner()), css());
        describe();
        repeat();
        var sheet = paper.add(paper.body(), "div", "sheet");
        presentation.stateLine().ifPresent(line -> paper.say(sheet, "p", "state", line));
        awardingBody(sheet);
        award(sheet);
        four(sheet);
        outcomes(sheet);
        facts(sheet);
        check(sheet);
    }

    /** Everything that this paper could not show. */
    List<Refusal> refusals() {
        return paper.refusals();
    }

    /** The sheet laid out, with looser or tighter lines, on one page or on many. */
    Document in(Layout layout) {
        paper.body().setAttribute("class", layout.style);
        return paper.document();
    }

    /** How a sheet is laid out, from the most generous. */
    enum Layout {
        ONE_PAGE("one"),
        ONE_DENSE_PAGE("one dense"),
        MANY_PAGES("many");

        private final String style;

        Layout(String style) {
            this.style = style;
        }

        boolean holds(int pages) {
            return this == MANY_PAGES || pages == 1;
        }
    }

    private void describe() {
        paper.meta("author", credential.awardingBody().legalName());
        paper.meta("subject", words.say("subject", title(), credential.awardingBody().legalName()));
        paper.meta("description", words.say("not-the-credential"));
        paper.meta("keywords", credential.id());
    }

    /** What the foot of every page says where there are many. */
    private void repeat() {
        var foot = paper.add(paper.body(), "div", "running");
        presentation.stateLine().ifPresent(state -> paper.say(foot, "p", "warning", state));
        var document = words.say("document", title(), learner());
        paper.say(foot, "p", "", document + " · " + presentation.shortCode());
    }

    private void awardingBody(Element sheet) {
        var body = credential.awardingBody();
        var head = paper.add(sheet, "div", "pair");
        paper.quote(head, "p", "body", body.legalName(), "awardingBody.legalName");
        var seat =
                Stream.concat(body.place().stream(), body.country().map(words::say).stream())
                        .collect(Collectors.joining(", "));
        if (!seat.isEmpty()) {
            paper.quote(head, "p", "seat", seat, "awardingBody.place");
        }
    }

    private void award(Element sheet) {
        paper.say(sheet, "p", "soft", words.say("micro-credential"));
        var language = credential.title().authoritativeLanguage();
        paper.quote(sheet, "h1", "", credential.title().authoritative(), "title")
                .setAttribute("lang", language.tag());
        if (!language.equals(words.language())) {
            credential
                    .title()
                    .in(words.language())
                    .ifPresent(title -> paper.quote(sheet, "p", "translation", title, "title"));
        }
        if (credential.learner().isPresent()) {
            paper.say(sheet, "p", "soft before", words.say("awarded-to"));
            paper.quote(sheet, "p", "to", learner(), "learner");
        }
        paper.say(sheet, "p", "soft", words.say("on", words.say(day())));
    }

    private void four(Element sheet) {
        if (Stream.of(WORKLOAD, LEVEL, PARTICIPATION, GRADE).noneMatch(credential::states)) {
            return;
        }
        var four = paper.add(paper.add(sheet, "div", "four"), "div", "row");
        credential.workload().ifPresent(workload -> workload(four, workload));
        credential.level().ifPresent(level -> level(four, level));
        credential
                .participation()
                .ifPresent(
                        form ->
                                fact(
                                        four,
                                        "participation",
                                        words.say("participation." + form.code()),
                                        credential
                                                .languageOfInstruction()
                                                .map(l -> words.say("taught-in", words.say(l))),
                                        "participation"));
        credential
                .grade()
                .ifPresent(
                        grade ->
                                fact(
                                        four,
                                        "result",
                                        grade.value(),
                                        Optional.of(grade.scale()).filter(s -> !s.isBlank()),
                                        "grade"));
    }

    private void workload(Element four, Workload workload) {
        var hours = workload.hours().map(h -> words.say("hours", h));
        fact(
                four,
                "volume",
                workload.credits().map(c -> words.say("ects", c)).or(() -> hours).orElseThrow(),
                workload.credits().isPresent() ? hours : Optional.empty(),
                "workload");
    }

    private void level(Element four, Level level) {
        var all = words.levels(level);
        var claim =
                credential
                        .levelClaim()
                        .map(how -> ": " + words.say("claim." + how.code()))
                        .orElse("");
        var others = String.join(" · ", all.subList(1, all.size())) + claim;
        fact(four, "level", all.getFirst(), Optional.of(others).filter(s -> !s.isEmpty()), "level");
    }

    private void fact(
            Element four, String label, String value, Optional<String> detail, String place) {
        var cell = paper.add(four, "div", "cell");
        paper.say(cell, "p", "label", words.say(label));
        paper.quote(cell, "p", "value", value, place);
        detail.ifPresent(text -> paper.quote(cell, "p", "label", text, place));
    }

    private void outcomes(Element sheet) {
        if (credential.outcomes().isEmpty()) {
            return;
        }
        paper.say(sheet, "h2", "", words.say("able-to"));
        var list = paper.add(sheet, "ul", "");
        for (int i = 0; i < credential.outcomes().size(); i++) {
            quoteBest(
                    paper.add(list, "li", ""),
                    credential.outcomes().get(i).text(),
                    "outcomes[" + i + "]");
        }
    }

    private void quoteBest(Element parent, MultilingualText text, String place) {
        var language =
                text.in(words.language()).isPresent()
                        ? words.language()
                        : text.authoritativeLanguage();
        paper.quote(parent, "span", "", text.best(words.language()), place)
                .setAttribute("lang", language.tag());
    }

    private void facts(Element sheet) {
        var facts = paper.add(sheet, "div", "facts");
        row(facts, "assessment", credential.assessments().stream().map(words::say).toList());
        row(facts, "supervision", words.supervision(credential.assessments()));
        row(
                facts,
                "quality-assurance",
                credential.qualityAssurance().stream().map(words::say).toList());
        row(facts, "prerequisites", credential.prerequisites().stream().toList());
        row(facts, "stackability", credential.stackability().stream().map(words::say).toList());
        row(facts, "field", credential.field().stream().map(f -> f.label()).toList());
        row(
                facts,
                "description",
                credential.description().stream()
                        .flatMap(String::lines)
                        .filter(line -> !Paper.visible(line).isEmpty())
                        .toList());
        row(facts, "rights", credential.rights().stream().toList());
        for (var role : Contributor.Role.values()) {
            row(
                    facts,
                    "role." + role.code(),
                    credential.contributors().stream()
                            .filter(contributor -> contributor.role() == role)
                            .map(words::say)
                            .toList());
        }
        row(facts, "valid-to", credential.expiresOn().stream().map(words::say).toList());
        row(facts, "review-on", credential.reviewOn().stream().map(words::say).toList());
    }

    private void row(Element facts, String label, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var row = paper.add(facts, "div", "row");
        paper.say(row, "p", "term", words.say(label));
        var definition = paper.add(row, "div", "definition");
        for (var line : lines) {
            paper.quote(definition, "p", "", line, label);
        }
    }

    private void check(Element sheet) {
        var url = presentation.verifyUrl().toString();
        var foot = paper.add(paper.add(sheet, "div", "seal"), "div", "foot");
        var text = paper.add(foot, "div", "check");
        paper.say(text, "p", "signature", presentation.signatureStatement());
        paper.say(text, "p", "label", words.say("not-the-credential"));
        var link = paper.say(paper.add(text, "p", "link"), "a", "", shown(url));
        link.setAttribute("href", url);
        link.setAttribute("title", words.say("check", url));
        if (!url.contains(presentation.shortCode())) {
            paper.say(text, "p", "label", words.say("code", presentation.shortCode()));
        }
        if (presentation.demo()) {
            paper.say(text, "p", "label", words.say("demo"));
        }
        var picture = paper.add(paper.add(foot, "div", "qr"), "img", "");
        picture.setAttribute("alt", words.say("qr", shown(url)));
        picture.setAttribute(
                "src",
                "data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(QrCode.of(url).png()));
    }

    private static String shown(String url) {
        return url.replaceFirst("^https://", "");
    }

    private String title() {
        return credential.title().best(words.language());
    }

    private String learner() {
        return credential.learner().map(l -> l.fullName()).orElse(words.say("no-name"));
    }

    private LocalDate day() {
        return credential
                .awardedOn()
                .orElseGet(() -> LocalDate.ofInstant(credential.issuedAt(), ZoneOffset.UTC));
    }

    private static String css() {
        try (var in = CertificateSheet.class.getResourceAsStream("certificate.css")) {
            if (in == null) {
                throw new IllegalStateException("certificate.css is not packed");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
