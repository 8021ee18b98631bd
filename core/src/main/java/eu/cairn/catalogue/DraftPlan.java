package eu.cairn.catalogue;

import java.util.List;

/**
 * What was typed of a design beside what is learnt, taught and assessed: whom it is for, where it
 * stands in the offer, why its level is right, how its hours are reckoned and what learners choose.
 */
public record DraftPlan(
        Relevance relevance, Place place, LevelGrounds level, Time time, Choices choices) {

    /** Nothing is stated yet. */
    public DraftPlan() {
        this(new Relevance(), new Place(), new LevelGrounds(), new Time(), new Choices());
    }

    /** The same for whom and why it is offered otherwise. */
    public DraftPlan with(Relevance other) {
        return new DraftPlan(other, place, level, time, choices);
    }

    /** The same in another place of the offer. */
    public DraftPlan with(Place other) {
        return new DraftPlan(relevance, other, level, time, choices);
    }

    /** The same with other grounds for its level. */
    public DraftPlan with(LevelGrounds other) {
        return new DraftPlan(relevance, place, other, time, choices);
    }

    /** The same with its hours reckoned otherwise. */
    public DraftPlan with(Time other) {
        return new DraftPlan(relevance, place, level, other, choices);
    }

    /** The same with other choices. */
    public DraftPlan with(Choices other) {
        return new DraftPlan(relevance, place, level, time, other);
    }

    /**
     * For whom a course is, and who says that it is needed.
     *
     * @param targetGroup in words
     * @param stakeholders who was asked about the need
     * @param evidence what shows the need
     * @param occupations what it prepares for, of ESCO or in words
     */
    public record Relevance(
            String targetGroup,
            List<Stakeholder> stakeholders,
            List<Evidence> evidence,
            List<Occupation> occupations) {
        public Relevance {
            stakeholders = List.copyOf(stakeholders);
            evidence = List.copyOf(evidence);
            occupations = List.copyOf(occupations);
        }

        public Relevance() {
            this("", List.of(), List.of(), List.of());
        }
    }

    /**
     * Somebody who was asked whether the course is needed.
     *
     * @param kind code of what they are
     * @param name of the organisation or group
     * @param askedOn ISO date
     */
    public record Stakeholder(String kind, String name, String askedOn) {}

    /**
     * What shows the need.
     *
     * @param kind code of what it is
     * @param source in words
     * @param link its web address, if it has one
     */
    public record Evidence(String kind, String source, String link) {}

    /**
     * An occupation that the course prepares for.
     *
     * @param label in words
     * @param uri its identifier in ESCO; empty for free text
     */
    public record Occupation(String label, String uri) {}

    /**
     * Where the course stands in the offer.
     *
     * @param legalStatus under which law or rule it is offered, in words
     * @param programmes the published qualifications that it is a part of
     */
    public record Place(String legalStatus, List<Programme> programmes) {
        public Place {
            programmes = List.copyOf(programmes);
        }

        public Place() {
            this("", List.of());
        }
    }

    /**
     * A published qualification that the course is a part of.
     *
     * @param qualification its path, such as {@code /qualifications/slug/1}
     */
    public record Programme(String qualification) {}

    /** Why the level is right, by the three columns of the EQF, in words. */
    public record LevelGrounds(String knowledge, String skills, String responsibility) {

        public LevelGrounds() {
            this("", "", "");
        }
    }

    /**
     * How the hours are reckoned.
     *
     * @param contactMinimum contact hours a credit that the institution itself asks for, a decimal
     * @param reason why the hours may lie outside the range of the country
     * @param rates the rates of this course that differ from those of the table
     */
    public record Time(String contactMinimum, String reason, List<Rate> rates) {
        public Time {
            rates = List.copyOf(rates);
        }

        public Time() {
            this("", "", List.of());
        }
    }

    /**
     * A rate of this course, in the unit of the table.
     *
     * @param method code of the method
     */
    public record Rate(String method, String low, String likely, String high) {}

    /**
     * What decides about passing, and what is left to the learner.
     *
     * @param passMark percent of the whole that is needed to pass, a whole number
     * @param alternatives groups of tasks of which some are chosen
     * @param pace code of who sets the pace
     * @param priorLearning {@code yes} or {@code no}; empty where nothing is stated
     * @param priorLearningHow how prior learning is recognised, in words
     * @param before other courses that are needed or recommended
     */
    public record Choices(
            String passMark,
            List<Alternative> alternatives,
            String pace,
            String priorLearning,
            String priorLearningHow,
            List<Before> before) {
        public Choices {
            alternatives = List.copyOf(alternatives);
            before = List.copyOf(before);
        }

        public Choices() {
            this("", List.of(), "", "", "", List.of());
        }
    }

    /**
     * A group of tasks of which the learner does some.
     *
     * @param group its letter, as the tasks name it
     * @param take how many of its tasks are done, a whole number
     */
    public record Alternative(String group, String take) {}

    /**
     * Another course that comes before this one.
     *
     * @param course its address in the catalogue, such as {@code /catalogue/slug/CODE}
     * @param kind {@code needed} or {@code recommended}
     */
    public record Before(String course, String kind) {}
}
