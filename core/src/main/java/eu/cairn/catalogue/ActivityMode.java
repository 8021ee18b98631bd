package eu.cairn.catalogue;

import eu.cairn.credential.FormOfParticipation;
import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/**
 * How learners take part in one teaching and learning activity: as in the whole course, but for
 * online activities, of which it matters whether all are there at the same time.
 */
public enum ActivityMode implements Coded {
    ONSITE("onsite", FormOfParticipation.ONSITE),
    ONLINE_SYNCHRONOUS("online-synchronous", FormOfParticipation.ONLINE),
    ONLINE_ASYNCHRONOUS("online-asynchronous", FormOfParticipation.ONLINE),
    BLENDED("blended", FormOfParticipation.BLENDED);

    private final String code;
    private final FormOfParticipation participation;

    ActivityMode(String code, FormOfParticipation participation) {
        this.code = code;
        this.participation = participation;
    }

    @Override
    public String code() {
        return code;
    }

    /** The same in the terms of a course. */
    public FormOfParticipation participation() {
        return participation;
    }

    public static Optional<ActivityMode> ofCode(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code.equals(code)).findFirst();
    }
}
