package eu.cairn.verification;

import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.EqfLevel;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a list of recognised bodies says that one of them may award.
 *
 * @param levels the European levels; empty where the list sets no limit
 * @param kinds the kinds of credential; empty where the list sets no limit
 */
public record AwardingScope(Set<EqfLevel> levels, Set<String> kinds) {

    /** The kind of credential that this reader reads. */
    public static final String MICRO_CREDENTIAL = "micro-credential";

    public AwardingScope {
        levels = Set.copyOf(levels);
        kinds = Set.copyOf(kinds);
    }

    /** Whether an award lies within what may be awarded. */
    public sealed interface Answer {
        record Within() implements Answer {}

        record LevelOutside(EqfLevel level) implements Answer {}

        record LevelNotStated() implements Answer {}

        record KindOutside() implements Answer {}
    }

    public Answer answer(MicroCredential credential) {
        if (!kinds.isEmpty() && !kinds.contains(MICRO_CREDENTIAL)) {
            return new Answer.KindOutside();
        }
        if (levels.isEmpty()) {
            return new Answer.Within();
        }
        var level = credential.level().flatMap(Level::eqf);
        if (level.isEmpty()) {
            return new Answer.LevelNotStated();
        }
        return levels.contains(level.get())
                ? new Answer.Within()
                : new Answer.LevelOutside(level.get());
    }

    /** The levels as people list them: {@code EQF 5, 6, 7}. */
    public String levelsInWords() {
        return levels.isEmpty()
                ? ""
                : "EQF "
                        + levels.stream()
                                .sorted()
                                .map(level -> String.valueOf(level.level()))
                                .collect(Collectors.joining(", "));
    }
}
