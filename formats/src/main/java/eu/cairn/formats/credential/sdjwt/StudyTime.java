package eu.cairn.formats.credential.sdjwt;

import eu.cairn.credential.Workload;
import eu.cairn.framework.Ects;
import eu.cairn.framework.LearningHours;
import java.util.Optional;
import java.util.regex.Pattern;

/** The claim {@code expected_study_time}, which is a text: {@code 75 h (3.0 ECTS)}. */
final class StudyTime {

    private static final Pattern TEXT =
            Pattern.compile(
                    "(?:(?<hours>[\\d.,]{1,8}) h)? ?(?:\\(?(?<credits>[\\d.,]{1,9}) ECTS\\)?)?");

    private StudyTime() {}

    static String of(Workload workload) {
        var credits = workload.credits().map(amount -> amount + " ECTS");
        return workload.hours()
                .map(time -> time + " h" + credits.map(text -> " (" + text + ")").orElse(""))
                .or(() -> credits)
                .orElseThrow();
    }

    static Optional<Ects> credits(String text) {
        return group(text, "credits").flatMap(Ects::parse);
    }

    static Optional<LearningHours> hours(String text) {
        return group(text, "hours").flatMap(LearningHours::parse);
    }

    private static Optional<String> group(String text, String name) {
        var matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.ofNullable(matcher.group(name)) : Optional.empty();
    }
}
