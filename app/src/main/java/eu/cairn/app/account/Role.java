package eu.cairn.app.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do for an organisation. A learner acts for nobody but themselves. */
public enum Role {
    DESIGNER("course designer"),
    QUALITY_OFFICER("quality officer"),
    ASSESSOR("assessor"),
    REGISTRAR("registrar"),
    RECOGNITION_OFFICER("recognition officer"),
    NATIONAL_AUTHORITY("national authority");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
