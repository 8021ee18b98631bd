package eu.cairn.credential;

import eu.cairn.framework.Coded;
import java.util.Arrays;
import java.util.Optional;

/** How a learner takes part (Council Recommendation 2022/C 243/02, Annex I). */
public enum FormOfParticipation implements Coded {
    ONLINE("online", "920fbb3cbe"),
    ONSITE("onsite", "9191af2ed9"),
    BLENDED("blended", "e92d221e4d");

    private final String code;
    private final String concept;

    FormOfParticipation(String code, String concept) {
        this.code = code;
        this.concept = concept;
    }

    @Override
    public String code() {
        return code;
    }

    /** The identifier of this mode in the EU controlled vocabulary. */
    public String uri() {
        return "http://data.europa.eu/snb/learning-assessment/" + concept;
    }

    public static Optional<FormOfParticipation> ofCode(String code) {
        return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
    }

    public static Optional<FormOfParticipation> ofUri(String uri) {
        return Arrays.stream(values()).filter(form -> form.uri().equals(uri)).findFirst();
    }
}
