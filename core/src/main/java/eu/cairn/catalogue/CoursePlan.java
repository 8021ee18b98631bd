package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a design states beside what is learnt, taught and assessed: whom it is for, where it stands
 * in the offer, why its level is right, how its hours are reckoned and what learners choose.
 */
public record CoursePlan(
        Relevance relevance, Place place, LevelGrounds level, Time time, Choices choices) {

    /** Nothing is stated, as of whatever was designed before there was such a plan. */
    public CoursePlan() {
        this(new Relevance(), new Place(), new LevelGrounds(), new Time(), new Choices());
    }

    /** The same in another place of the offer. */
    CoursePlan with(Place other) {
        return new CoursePlan(relevance, other, level, time, choices);
    }

    /**
     * For whom a course is, and who says that it is needed (Council Recommendation 2022/C 243/02,
     * Annex II, relevance).
     *
     * @param targetGroup empty only in designs from before it was asked for
     */
    public record Relevance(
            Optional<String> targetGroup,
            List<Stakeholder> stakeholders,
            List<Evidence> evidence,
            List<Occupation> occupations) {
        public Relevance {
            stakeholders = List.copyOf(stakeholders);
            evidence = List.copyOf(evidence);
            occupations = List.copyOf(occupations);
        }

        public Relevance() {
            this(Optional.empty(), List.of(), List.of(), List.of());
        }
    }

    /** Somebody who was asked whether the course is needed. */
    public record Stakeholder(StakeholderKind kind, String name, LocalDate askedOn) {}

    /** What shows the need. */
    public record Evidence(EvidenceKind kind, String source, Optional<String> link) {}

    /**
     * An occupation that the course prepares for.
     *
     * @param uri its identifier in ESCO, where it has one
     */
    public record Occupation(String label, Optional<String> uri) {}

    /**
     * Where the course stands in the offer.
     *
     * @param legalStatus under which law or rule it is offered, in words
     */
    public record Place(Optional<String> legalStatus, List<Programme> programmes) {
        public Place {
            programmes = List.copyOf(programmes);
        }

        public Place() {
            this(Optional.empty(), List.of());
        }
    }

    /**
     * A published qualification that the course was part of when it was submitted.
     *
     * @param qualification its path
     * @param title in words
     * @param awardedBy name in law of who awards it
     * @param requirements the titles of the requirements that took a credential of the course
     */
    public record Programme(
            String qualification, String title, String awardedBy, List<String> requirements) {
        public Programme {
            requirements = List.copyOf(requirements);
        }
    }

    /** Why the level is right, by the three columns of the EQF. */
    public record LevelGrounds(
            Optional<String> knowledge, Optional<String> skills, Optional<String> responsibility) {

        public LevelGrounds() {
            this(Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Whether anything is stated. */
        public boolean isStated() {
            return knowledge.isPresent() || skills.isPresent() || responsibility.isPresent();
        }
    }

    /**
     * How the hours were reckoned.
     *
     * @param range the total hours at the low and high rates; empty in older designs
     * @param contactMinimum contact hours a credit that the institution itself asks for
     * @param outside why the hours lie outside the range of the country, signed
     * @param rates the rates of this course that differ from those of the table
     */
    public record Time(
            Optional<Range> range,
            Optional<BigDecimal> contactMinimum,
            Optional<SignedReason> outside,
            List<Rate> rates) {
        public Time {
            rates = List.copyOf(rates);
        }

        public Time() {
            this(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
    }

    /** Hours at the low and at the high rates. */
    public record Range(LearningHours low, LearningHours high) {}

    /** A reason and the person who signed it by submitting the design. */
    public record SignedReason(String reason, String signedBy, LocalDate signedOn) {}

    /** A rate of this course, in the unit of the table. */
    public record Rate(String method, BigDecimal low, BigDecimal likely, BigDecimal high) {}

    /**
     * What decides about passing, and what is left to the learner.
     *
     * @param passMark percent of the whole that is needed to pass
     * @param priorLearning whether prior learning is recognised, where that is stated
     * @param priorLearningHow how, in words
     */
    public record Choices(
            Optional<Integer> passMark,
            List<Alternative> alternatives,
            Optional<Pace> pace,
            Optional<Boolean> priorLearning,
            Optional<String> priorLearningHow,
            List<Before> before) {
        public Choices {
            alternatives = List.copyOf(alternatives);
            before = List.copyOf(before);
        }

        public Choices() {
            this(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
    }

    /**
     * A group of tasks of which the learner does {@code take}.
     *
     * @param group its letter, as the tasks name it
     */
    public record Alternative(String group, int take) {}

    /**
     * Another course that comes before this one.
     *
     * @param course its path in the catalogue
     * @param needed whether it must be held; otherwise it is recommended
     */
    public record Before(String course, String title, boolean needed) {}
}
