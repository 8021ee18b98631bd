package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What learners do in a teaching and learning activity. */
public enum ActivityType implements Coded {
    LECTURE,
    SEMINAR,
    READING,
    VIDEO,
    WRITING,
    DISCUSSION,
    PRACTICAL,
    PROJECT,
    PLACEMENT,
    SELF_STUDY,
    EXAM_PREPARATION;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its hours are contact, guided or independent, where nothing else is stated. */
    public TimeKind timeKind() {
        return switch (this) {
            case LECTURE, SEMINAR -> TimeKind.CONTACT;
            case DISCUSSION, PRACTICAL, PLACEMENT -> TimeKind.GUIDED;
            case READING, VIDEO, WRITING, PROJECT, SELF_STUDY, EXAM_PREPARATION ->
                    TimeKind.INDEPENDENT;
        };
    }

    public static Optional<ActivityType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
