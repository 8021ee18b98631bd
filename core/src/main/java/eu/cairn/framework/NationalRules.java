package eu.cairn.framework;

import java.util.List;

/**
 * What countries ask of a micro-credential, as far as an approval is bound by it.
 *
 * @param frameworks what national levels are referenced to
 * @param types what authorities have registered, in force or not
 */
public record NationalRules(NationalFrameworks frameworks, List<NationalType> types) {

    public NationalRules {
        types = List.copyOf(types);
    }

    /** Where no authority has registered anything. */
    public static NationalRules of(NationalFrameworks frameworks) {
        return new NationalRules(frameworks, List.of());
    }
}
