package eu.cairn.app.award;

import eu.cairn.app.web.Words;
import eu.cairn.credential.ActivityHours;
import eu.cairn.credential.Assessment;
import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.Grade;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Coded;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that a corrected credential states otherwise than the one in whose place it stands.
 *
 * @param part its stable code
 * @param name as people call it
 * @param before what the first one states; empty where nothing
 * @param after what the corrected one states; empty where nothing
 */
public record Difference(String part, String name, String before, String after) {

    /** What every credential has of its own, whatever it certifies. */
    private static final Set<CredentialPart> OWN =
            EnumSet.of(
                    CredentialPart.IDENTIFIER,
                    CredentialPart.ISSUE_DATE,
                    CredentialPart.AWARDING_BODY_IDENTIFIER);

    static List<Difference> between(MicroCredential before, MicroCredential after) {
        return EnumSet.complementOf(EnumSet.copyOf(OWN)).stream()
                .filter(part -> !part.of(before).equals(part.of(after)))
                .map(
                        part ->
                                new Difference(
                                        part.code(),
                                        Words.name("credential", "part." + part.code()),
                                        words(part.of(before)),
                                        words(part.of(after))))
                .toList();
    }

    private static String words(List<?> values) {
        return values.stream().map(Difference::words).collect(Collectors.joining("; "));
    }

    private static String words(Object value) {
        return switch (value) {
            case Optional<?> perhaps -> perhaps.map(Difference::words).orElse("–");
            case List<?> list -> words(list);
            case Coded coded -> coded.code();
            case Map.Entry<?, ?> entry -> entry.getValue() + " (" + entry.getKey() + ")";
            case ActivityHours(var activity, var hours) -> activity + ": " + hours + " h";
            case Grade.Frequency(var result, var learners) -> result + ": " + learners;
            case Assessment assessment -> assessment.title();
            default -> value.toString();
        };
    }
}
