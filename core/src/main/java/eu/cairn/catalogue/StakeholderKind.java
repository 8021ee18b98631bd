package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** What somebody is who was asked whether a course is needed. */
public enum StakeholderKind implements Coded {
    EMPLOYER("employer"),
    SECTOR_BODY("sector-body"),
    PUBLIC_BODY("public-body"),
    PROFESSIONAL_BODY("professional-body"),
    LEARNERS("learners"),
    CIVIL_SOCIETY("civil-society");

    private final String code;

    StakeholderKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<StakeholderKind> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
