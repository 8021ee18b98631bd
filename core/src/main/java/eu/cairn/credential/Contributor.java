package eu.cairn.credential;

import eu.cairn.framework.Coded;
import eu.cairn.framework.Country;
import java.util.Optional;

/**
 * An organisation beside the awarding body that had a part in a micro-credential.
 *
 * @param legalName its name in law
 * @param role its part
 * @param id the identifier that its signatures name it by, where it has one
 * @param country the country whose law it acts under
 */
public record Contributor(
        String legalName, Role role, Optional<String> id, Optional<Country> country) {

    /** The part of an organisation in a micro-credential. */
    public enum Role implements Coded {
        /** Answers for the award together with the awarding body. */
        JOINT_AWARDING_BODY("joint-awarding-body"),
        /** Taught the course. */
        PROVIDER("provider"),
        /** Ran the technical platform that the course was taken on. */
        PLATFORM("platform");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Optional<Role> ofCode(String code) {
            for (var role : values()) {
                if (role.code.equals(code)) {
                    return Optional.of(role);
                }
            }
            return Optional.empty();
        }
    }
}
