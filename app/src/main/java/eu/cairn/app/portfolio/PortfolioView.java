package eu.cairn.app.portfolio;

import eu.cairn.app.verification.VerdictWords;
import eu.cairn.app.web.Labels;
import eu.cairn.app.web.Words;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Reminder;
import eu.cairn.framework.Ects;
import eu.cairn.framework.MultilingualText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a person's collection shows.
 *
 * @param total the credits of what is genuine
 */
public record PortfolioView(List<Line> lines, Ects total) {

    public PortfolioView {
        lines = List.copyOf(lines);
    }

    static PortfolioView of(List<Holding> holdings) {
        return new PortfolioView(holdings.stream().map(Line::new).toList(), total(holdings));
    }

    /** What can be put into one record: what is genuine. */
    public List<Line> genuine() {
        return lines.stream().filter(line -> line.holding().verified().isPresent()).toList();
    }

    /** The credits of what is genuine; what is revoked or in doubt adds nothing. */
    static Ects total(List<Holding> holdings) {
        return holdings.stream()
                .flatMap(holding -> holding.verified().stream())
                .flatMap(verified -> credits(verified.content()).stream())
                .reduce(Ects.ZERO, Ects::plus);
    }

    static Optional<Ects> credits(MicroCredential content) {
        return content.workload().flatMap(workload -> workload.credits());
    }

    /** One credential of the collection. */
    public record Line(Holding holding) {

        public String href() {
            return "/v/" + holding.awarded().shortCode();
        }

        public String title() {
            return holding.content()
                    .map(content -> content.title().authoritative())
                    .orElse("Credential " + holding.awarded().shortCode());
        }

        public String language() {
            return holding.content()
                    .map(MicroCredential::title)
                    .map(MultilingualText::authoritativeLanguage)
                    .map(language -> language.tag())
                    .orElse("en");
        }

        public String credits() {
            return holding.content()
                    .flatMap(PortfolioView::credits)
                    .map(Ects::toString)
                    .orElse("–");
        }

        public String level() {
            return holding.content()
                    .flatMap(MicroCredential::level)
                    .flatMap(Level::eqf)
                    .map(eqf -> "EQF " + eqf.level())
                    .orElse("–");
        }

        public String nationalLevel() {
            return holding.content()
                    .flatMap(MicroCredential::level)
                    .flatMap(Level::national)
                    .map(national -> national.framework() + " " + national.level())
                    .orElse("");
        }

        /** Whether the level is a claim or was confirmed. */
        public String levelStanding() {
            return holding.verdict().map(VerdictWords.ENGLISH::levelStanding).orElse("");
        }

        public String awardedOn() {
            return holding.content()
                    .flatMap(MicroCredential::awardedOn)
                    .map(Labels::of)
                    .orElse("–");
        }

        /** That its end is near, or that its outcomes are to be reviewed. */
        public List<String> reminders() {
            return holding.reminders().stream().map(Line::words).toList();
        }

        private static String words(Reminder reminder) {
            return Words.of(
                    switch (reminder.kind()) {
                        case END_NEAR -> "portfolio.end-near";
                        case REVIEW_NEAR -> "portfolio.review-near";
                        case REVIEW_DUE -> "portfolio.review-due";
                    },
                    List.of(Labels.of(reminder.day())));
        }

        public String shape() {
            return switch (holding.state()) {
                case GENUINE -> "met";
                case REVOKED, SUSPENDED, EXPIRED, NOT_GENUINE -> "no";
                case NOT_FINISHED -> "ask";
                case BEING_SIGNED -> "part";
            };
        }

        public String state() {
            return switch (holding.state()) {
                case GENUINE -> "Genuine";
                case REVOKED -> holding.awarded().isReplaced() ? "Replaced" : "Revoked";
                case SUSPENDED -> "Suspended";
                case EXPIRED -> "Expired";
                case NOT_GENUINE -> "Not genuine";
                case NOT_FINISHED -> "Could not be checked";
                case BEING_SIGNED -> "Being signed";
            };
        }

        /** The awarding body's own words on why it ended or does not hold for now. */
        public String reason() {
            var awarded = holding.awarded();
            return awarded.revocation()
                    .map(end -> reason(end.at(), end.reason()))
                    .or(() -> awarded.suspension().map(it -> reason(it.at(), it.reason())))
                    .orElse("");
        }

        private String reason(Instant at, String words) {
            return Labels.of(at, holding.awardedBy().zone()) + ": " + words;
        }

        /** The credentials of corrections: in whose place it stands, and what stands in its own. */
        public List<Linked> linked() {
            var linked = new ArrayList<Linked>();
            holding.awarded()
                    .replaces()
                    .ifPresent(
                            former ->
                                    linked.add(
                                            new Linked(
                                                    "Corrects",
                                                    former.shortCode(),
                                                    ": " + former.reason())));
            holding.awarded()
                    .replacedBy()
                    .filter(next -> holding.awarded().isReplaced())
                    .ifPresent(next -> linked.add(new Linked("Replaced by", next.shortCode(), "")));
            return linked;
        }
    }

    /** Another credential beside one of the collection. */
    public record Linked(String how, String shortCode, String why) {}
}
