package eu.cairn.catalogue;

import eu.cairn.framework.Admissions;
import eu.cairn.framework.Country;
import eu.cairn.framework.LevelClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A frozen version of a course design: what is reviewed, approved, offered and certified, and never
 * edited again.
 *
 * @param course the course that this is a version of
 * @param number 1, 2, 3, …
 * @param organisation the institution that offers it
 * @param country the country whose law the institution acts under
 * @param submittedBy the account that submitted it
 */
public record CourseVersion(
        UUID course,
        int number,
        UUID organisation,
        Country country,
        UUID submittedBy,
        Instant submittedAt,
        CourseDesign design) {

    /** How its level may be stated, by the framework of the country on the day of submission. */
    public LevelClaim levelClaim() {
        return Admissions.published()
                .claim(country, LocalDate.ofInstant(submittedAt, ZoneOffset.UTC));
    }

    public CourseVersion {
        if (number < 1) {
            throw new IllegalArgumentException("versions are numbered from 1");
        }
    }
}
