package eu.cairn.catalogue;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** What shows that a course is needed. */
public enum EvidenceKind implements Coded {
    VACANCIES("vacancies"),
    SECTOR_STATEMENT("sector-statement"),
    LAW("law"),
    SURVEY("survey"),
    STATISTICS("statistics");

    private final String code;

    EvidenceKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<EvidenceKind> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
