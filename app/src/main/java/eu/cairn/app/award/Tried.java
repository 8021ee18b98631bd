package eu.cairn.app.award;

import eu.cairn.framework.Refusal;
import java.util.List;

/**
 * What was typed into a form of an award's page and refused.
 *
 * @param deed {@code revocation}, {@code suspension} or {@code reinstatement}; empty for none
 */
public record Tried(String deed, List<Refusal> refusals, String code, String reason) {

    static final Tried NOTHING = new Tried("", List.of(), "", "");

    public Tried {
        refusals = List.copyOf(refusals);
    }

    /** What was typed as the reason into this form. */
    public String reasonOf(String form) {
        return deed.equals(form) ? reason : "";
    }

    /** Whether this code was chosen in this form. */
    public boolean chose(String form, String wanted) {
        return deed.equals(form) && code.equals(wanted);
    }
}
