package eu.cairn.recognition;

import eu.cairn.framework.Coded;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision on an application for recognition: the gate by which a foreign credential enters a
 * qualification as one of its units.
 *
 * <p>It can be made only by {@link #decide}, from the verified credential's application and a
 * finding on each of the five elements.
 */
public final class RecognitionDecision {

    private static final int APPEAL_MIN = 20;

    private final UUID id;
    private final RecognitionApplication application;
    private final Outcome outcome;
    private final Optional<Ects> credits;
    private final List<ElementFinding> findings;
    private final String reasons;
    private final String appeal;
    private final UUID decidedBy;
    private final Instant decidedAt;
    private final LocalDate decidedOn;

    private RecognitionDecision(
            UUID id,
            RecognitionApplication application,
            Outcome outcome,
            Optional<Ects> credits,
            Proposal proposal,
            UUID decidedBy,
            Instant decidedAt,
            LocalDate decidedOn) {
        this.id = id;
        this.application = application;
        this.outcome = outcome;
        this.credits = credits;
        this.findings = proposal.findings();
        this.reasons = proposal.reasons().strip();
        this.appeal = proposal.appeal().strip();
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
        this.decidedOn = decidedOn;
    }

    /**
     * The forms of recognition; refusal comes last (European Area of Recognition manual, ch. 11).
     */
    public enum Outcome implements Coded {
        FULL,
        ALTERNATIVE,
        PARTIAL,
        CONDITIONAL,
        REFUSED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Outcome> ofCode(String code) {
            for (var outcome : values()) {
                if (outcome.code().equals(code)) {
                    return Optional.of(outcome);
                }
            }
            return Optional.empty();
        }

        /** Whether the credential counts as the unit from now on. */
        public boolean counts() {
            return this == FULL || this == PARTIAL;
        }
    }

    /**
     * What an officer asks to be decided, as typed.
     *
     * @param credits the credits recognised, a decimal; not needed for a refusal
     * @param appeal where and by when the applicant may appeal
     */
    public record Proposal(
            List<ElementFinding> findings,
            Optional<Outcome> outcome,
            String credits,
            String reasons,
            String appeal) {
        public Proposal {
            findings = List.copyOf(findings);
        }
    }

    /** Decides, or says everything that is missing for a decision. */
    public static Decided<RecognitionDecision> decide(
            UUID id,
            RecognitionApplication application,
            Proposal proposal,
            UUID officer,
            Instant now,
            LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(findingsMissing(proposal));
        if (proposal.outcome().isEmpty()) {
            refusals.add(Refusal.of("recognition.outcome-missing", "outcome"));
            return Decided.refused(refusals);
        }
        var outcome = proposal.outcome().get();
        refusals.addAll(outcomeContradicts(proposal, outcome));
        refusals.addAll(wordsMissing(proposal, outcome));
        var credits = credits(application, proposal, outcome, refusals);
        return refusals.isEmpty()
                ? Decided.accepted(
                        new RecognitionDecision(
                                id, application, outcome, credits, proposal, officer, now, today))
                : Decided.refused(refusals);
    }

    private static List<Refusal> findingsMissing(Proposal proposal) {
        var open = EnumSet.allOf(RecognitionElement.class);
        proposal.findings().forEach(finding -> open.remove(finding.element()));
        var refusals = new ArrayList<Refusal>();
        for (var element : open) {
            refusals.add(
                    Refusal.of(
                            "recognition.finding-missing",
                            "elements." + element.code(),
                            element.code()));
        }
        for (var finding : proposal.findings()) {
            if (finding.difference() != ElementFinding.Difference.NONE
                    && finding.text().isBlank()) {
                refusals.add(
                        Refusal.of(
                                "recognition.difference-without-words",
                                "elements." + finding.element().code(),
                                finding.element().code()));
            }
        }
        return refusals;
    }

    private static List<Refusal> outcomeContradicts(Proposal proposal, Outcome outcome) {
        boolean substantial =
                proposal.findings().stream()
                        .anyMatch(f -> f.difference() == ElementFinding.Difference.SUBSTANTIAL);
        if (outcome == Outcome.REFUSED && !substantial) {
            return List.of(Refusal.of("recognition.refusal-without-difference", "outcome"));
        }
        if (outcome == Outcome.FULL && substantial) {
            return List.of(Refusal.of("recognition.full-despite-difference", "outcome"));
        }
        return List.of();
    }

    private static List<Refusal> wordsMissing(Proposal proposal, Outcome outcome) {
        if (outcome == Outcome.FULL) {
            return List.of();
        }
        var refusals = new ArrayList<Refusal>();
        if (proposal.reasons().isBlank()) {
            refusals.add(Refusal.of("recognition.reasons-missing", "reasons"));
        }
        if (proposal.appeal().strip().length() < APPEAL_MIN) {
            refusals.add(Refusal.of("recognition.appeal-missing", "appeal"));
        }
        return refusals;
    }

    private static Optional<Ects> credits(
            RecognitionApplication application,
            Proposal proposal,
            Outcome outcome,
            List<Refusal> refusals) {
        if (!outcome.counts()) {
            return Optional.empty();
        }
        var credits = Ects.parse(proposal.credits()).filter(some -> !some.isZero());
        var most = application.target().credits();
        if (credits.isEmpty()) {
            refusals.add(Refusal.of("recognition.credits-invalid", "credits", proposal.credits()));
        } else if (credits.get().compareTo(most) > 0) {
            refusals.add(
                    Refusal.of(
                            "recognition.credits-more-than-unit", "credits", credits.get(), most));
        } else if (outcome == Outcome.PARTIAL && credits.get().equals(most)) {
            refusals.add(Refusal.of("recognition.partial-is-full", "credits", most));
        }
        return credits;
    }

    public UUID id() {
        return id;
    }

    public RecognitionApplication application() {
        return application;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The credits recognised; empty where nothing counts. */
    public Optional<Ects> credits() {
        return credits;
    }

    public List<ElementFinding> findings() {
        return findings;
    }

    public String reasons() {
        return reasons;
    }

    public String appeal() {
        return appeal;
    }

    public UUID decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }
}
