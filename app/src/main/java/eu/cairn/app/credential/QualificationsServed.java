package eu.cairn.app.credential;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import java.util.List;

/** Where the catalogue learns which qualifications the credential of a course can count towards. */
public interface QualificationsServed {

    /** Every qualification that applies today and has a requirement that takes the credential. */
    List<Served> by(OnOffer course);

    /** Every qualification that applies today, by title. */
    List<Applying> applyingNow();

    /**
     * A qualification that applies today.
     *
     * @param rulebook the identifier of its rules
     * @param path its page
     * @param awardedBy who awards it: the name in law
     */
    record Applying(String rulebook, String path, String title, String awardedBy) {}

    /** Which rules apply now, in one text that changes when they do. */
    String inForce();

    /**
     * A qualification that a course can count towards.
     *
     * @param path its page
     * @param awardedBy who awards it: the name in law
     * @param language of that name
     * @param requirements those that take the credential, in the order of the rules
     */
    record Served(
            String path,
            String rulebook,
            String version,
            String title,
            String awardedBy,
            String language,
            List<Place> requirements) {
        public Served {
            requirements = List.copyOf(requirements);
        }
    }

    /**
     * A requirement that takes the credential.
     *
     * @param provided what must be true besides, in words; empty where nothing must
     */
    record Place(String requirement, String title, String provided) {}
}
