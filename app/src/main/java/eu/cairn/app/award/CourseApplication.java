package eu.cairn.app.award;

import eu.cairn.award.AdmissionDecision.Ground;
import eu.cairn.framework.MultilingualText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A learner's application for a course, with what became of it.
 *
 * @param path of the course's public page
 * @param required what the course requires to enter it
 * @param statement how the learner says that this is met
 * @param credentials verification codes of what the learner shows
 * @param outcome empty while it is open
 */
public record CourseApplication(
        UUID id,
        UUID course,
        int number,
        String path,
        MultilingualText title,
        Institution institution,
        Optional<String> required,
        Applicant applicant,
        String statement,
        List<String> credentials,
        Instant appliedAt,
        Optional<Outcome> outcome) {

    public CourseApplication {
        credentials = List.copyOf(credentials);
    }

    /** Who decides. */
    public record Institution(String name, String language, ZoneId zone) {}

    /** Who asks to be admitted. */
    public record Applicant(UUID account, String name, String email) {}

    /**
     * How it ended.
     *
     * @param code {@code admitted}, {@code refused} or {@code withdrawn}
     * @param ground why it was refused
     * @param appeal how to appeal, where it was refused
     */
    public record Outcome(
            String code, Optional<Ground> ground, String words, String appeal, Instant at) {}

    /** Where it stands, as a code. */
    public String state() {
        return outcome.map(Outcome::code).orElse("open");
    }

    /** The shape beside the words of its state. */
    public String shape() {
        return switch (state()) {
            case "admitted" -> "met";
            case "open" -> "part";
            default -> "no";
        };
    }

    /** Its state in words. */
    public String stateWords() {
        return switch (state()) {
            case "admitted" -> "Admitted";
            case "refused" -> "Not admitted";
            case "withdrawn" -> "Withdrawn by the learner";
            default -> "To be decided";
        };
    }

    /** The ground of a refusal in words. */
    public static String groundWords(Ground ground) {
        return switch (ground) {
            case REQUIREMENTS_NOT_MET -> "Entry requirements not met";
            case NOT_SHOWN -> "Not shown that entry requirements are met";
            case NO_PLACE_LEFT -> "No place left";
            case NOT_GIVEN -> "The course is not given";
            case TOO_LATE -> "Received too late";
            case OTHER -> "Another reason";
        };
    }
}
