package eu.cairn.stacking;

import java.util.List;
import java.util.Optional;

/** A fact of a credential that a rule can ask about, by its name in rulebooks and facts files. */
public enum Fact {
    THEME("theme", "stacking.theme-differs"),
    ISCED("isced", "stacking.field-differs"),
    LEVEL("level", "stacking.level-differs"),
    ISSUER("issuer", "stacking.issuer-differs"),
    KIND("kind", "stacking.kind-differs"),
    COUNTRY("country", "stacking.country-differs"),
    COURSE("course", "stacking.course-differs"),
    AWARD("award", "stacking.award-differs"),
    MODE("mode", "stacking.mode-differs"),
    QA("qa", "stacking.qa-differs"),
    RECOGNITION("recognition", "stacking.recognition-differs"),
    GRADE("grade", "stacking.grade-differs"),
    AWARDED("awarded", "stacking.too-old");

    private final String key;
    private final String differs;

    Fact(String key, String differs) {
        this.key = key;
        this.differs = differs;
    }

    public String key() {
        return key;
    }

    /** The code of the reason that this fact is another than the rule asks for. */
    String differs() {
        return differs;
    }

    /** The values that a credential states for this fact; none where it is absent. */
    List<String> of(HeldCredential credential) {
        return switch (this) {
            case THEME -> credential.themes();
            case ISCED -> credential.isced();
            case LEVEL -> list(credential.level().map(level -> String.valueOf(level.level())));
            case ISSUER -> list(credential.issuer());
            case KIND -> list(credential.kind());
            case COUNTRY -> list(credential.country().map(country -> country.code()));
            case COURSE -> list(credential.course());
            case AWARD -> list(credential.award());
            case MODE -> list(credential.mode());
            case QA -> list(credential.qa());
            case RECOGNITION -> list(credential.recognition().map(Recognition::code));
            case GRADE -> list(credential.grade());
            case AWARDED -> list(credential.awarded().map(String::valueOf));
        };
    }

    private static List<String> list(Optional<String> value) {
        return value.map(List::of).orElse(List.of());
    }
}
