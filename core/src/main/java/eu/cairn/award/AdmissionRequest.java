package eu.cairn.award;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a learner says that they meet what a course requires to enter it.
 *
 * @param statement in words
 * @param credentials verification codes of credentials that they hold
 */
public record AdmissionRequest(String statement, List<String> credentials) {

    private static final int LONGEST = 4000;

    public AdmissionRequest {
        credentials = List.copyOf(credentials);
    }

    /**
     * The request, or why it cannot be sent.
     *
     * @param required what the course requires to enter it, if anything
     * @param held the codes of what the learner holds: nothing else can be shown
     */
    public static Decided<AdmissionRequest> of(
            Optional<String> required, String statement, List<String> shown, Set<String> held) {
        var faults = new ArrayList<Refusal>();
        var credentials = shown.stream().filter(code -> !code.isBlank()).distinct().toList();
        credentials.stream()
                .filter(code -> !held.contains(code))
                .forEach(
                        code ->
                                faults.add(
                                        Refusal.of(
                                                "award.admission-credential-not-held",
                                                "credentials",
                                                code)));
        if (required.isPresent() && statement.isBlank() && credentials.isEmpty()) {
            faults.add(Refusal.of("award.admission-nothing-shown", "statement"));
        }
        if (statement.strip().length() > LONGEST) {
            faults.add(
                    Refusal.of(
                            "award.admission-text-too-long",
                            "statement",
                            statement.strip().length(),
                            LONGEST));
        }
        return faults.isEmpty()
                ? Decided.accepted(new AdmissionRequest(statement.strip(), credentials))
                : Decided.refused(faults);
    }
}
