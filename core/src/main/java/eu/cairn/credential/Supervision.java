package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether somebody watched the assessment, where, and whether the learner's identity was checked
 * (Council Recommendation 2022/C 243/02, Annex I; European Learning Model, supervision and
 * verification).
 */
public enum Supervision implements Coded {
    NONE("unsupervised", false, "c598449d64"),
    NONE_WITH_IDENTITY_CHECK("unsupervised-id", true, "df2880c5cb"),
    ONLINE("supervised-online", false, "44314532f9"),
    ONLINE_WITH_IDENTITY_CHECK("supervised-online-id", true, "70be69aaf9"),
    ONSITE("supervised-onsite", false, "44314532f9"),
    ONSITE_WITH_IDENTITY_CHECK("supervised-onsite-id", true, "70be69aaf9");

    private final String code;
    private final boolean identityChecked;
    private final String concept;

    Supervision(String code, boolean identityChecked, String concept) {
        this.code = code;
        this.identityChecked = identityChecked;
        this.concept = concept;
    }

    @Override
    public String code() {
        return code;
    }

    public boolean identityChecked() {
        return identityChecked;
    }

    /** The identifier in the EU controlled vocabulary, which does not tell online from onsite. */
    public String uri() {
        return "http://data.europa.eu/snb/supervision-verification/" + concept;
    }

    public static Optional<Supervision> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
