package eu.cairn.framework;

import java.util.Optional;

/**
 * Whether a country, or a system within it, admits micro-credentials, and how.
 *
 * @param status how far it went
 * @param claim the strongest statement of a level that it gives ground for
 * @param instrument the law, scheme or practice in words; empty where none is known
 * @param creditsMin the smallest admitted size
 * @param creditsMax the largest admitted size
 * @param link how a level is tied to it, in words; empty where nothing is known
 * @param validity since when and until when
 * @param confirmed whether this was read in a named source; what was not is a claim to check
 * @param source where it is stated
 */
public record Admission(
        Country country,
        Status status,
        LevelClaim claim,
        String instrument,
        Optional<Ects> creditsMin,
        Optional<Ects> creditsMax,
        String link,
        Validity validity,
        boolean confirmed,
        String source) {

    /** How far a country went with micro-credentials. */
    public enum Status implements Coded {
        IN_NQF("in_nqf"),
        IN_NQF_PARTLY("in_nqf_partly"),
        IN_LAW_LINKED("in_law_linked"),
        IN_LAW("in_law"),
        AGENCY_SCHEME("agency_scheme"),
        REGULATED("regulated"),
        PARTLY("partly"),
        PILOT("pilot"),
        STRATEGY("strategy"),
        PLANNED("planned"),
        DISCUSSION("discussion"),
        NOT_REGULATED("not_regulated");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Whether a size lies in the limits that are stated. */
    public boolean admits(Ects credits) {
        return creditsMin.map(least -> credits.compareTo(least) >= 0).orElse(true)
                && creditsMax.map(most -> credits.compareTo(most) <= 0).orElse(true);
    }
}
