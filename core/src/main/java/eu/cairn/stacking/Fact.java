package eu.cairn.stacking;

import java.util.List;

/**
 * A fact of a credential that a rule can ask about, by its name in rulebooks and facts files. What
 * the European standard for micro-credentials names is named as there (Council Recommendation
 * 2022/C 243/02, Annex I).
 */
public enum Fact {
    THEME("theme", "stacking.theme-differs"),
    ISCED("isced", "stacking.field-differs"),
    SKILL("skill", "stacking.skill-differs"),
    LEVEL("level", "stacking.level-differs"),
    CYCLE("cycle", "stacking.cycle-differs"),
    NQF("nqf", "stacking.national-level-differs"),
    SIZE("credits", "stacking.size-differs"),
    HOURS("hours", "stacking.too-few-hours"),
    ISSUER("issuer", "stacking.issuer-differs"),
    KIND("kind", "stacking.kind-differs"),
    COUNTRY("country", "stacking.country-differs"),
    COURSE("course", "stacking.course-differs"),
    VERSION("version", "stacking.version-differs"),
    AWARD("award", "stacking.award-differs"),
    PLACE("place", "stacking.place-differs"),
    LANGUAGE("language", "stacking.language-differs"),
    MODE("mode", "stacking.mode-differs"),
    ASSESSMENT("assessment", "stacking.assessment-differs"),
    SUPERVISION("supervision", "stacking.supervision-differs"),
    QA("qa", "stacking.qa-differs"),
    RECOGNITION("recognition", "stacking.recognition-differs"),
    GRADE("grade", "stacking.grade-differs"),
    AWARDED("awarded", "stacking.too-old"),
    SPENT("spent", "stacking.not-spent");

    private final String key;
    private final String differs;

    Fact(String key, String differs) {
        this.key = key;
        this.differs = differs;
    }

    public String key() {
        return key;
    }

    /** Whether a credential can state several values of this fact. */
    public boolean isList() {
        return switch (this) {
            case THEME, ISCED, SKILL, LANGUAGE, ASSESSMENT, SPENT -> true;
            default -> false;
        };
    }

    /** The code of the reason that this fact is another than the rule asks for. */
    String differs() {
        return differs;
    }

    /** The values that a credential states for this fact; none where it is absent. */
    List<String> of(HeldCredential credential) {
        return switch (this) {
            case SIZE -> List.of(credential.credits().toString());
            case AWARDED ->
                    credential.currentSince().map(day -> List.of(day.toString())).orElse(List.of());
            default -> credential.values(this);
        };
    }
}
