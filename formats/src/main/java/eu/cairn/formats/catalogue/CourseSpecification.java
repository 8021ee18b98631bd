package eu.cairn.formats.catalogue;

import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseState;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.framework.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A frozen version of a course with who offers it and how it stands: what leaves as a course
 * specification.
 *
 * @param course the identifier of the course
 * @param address the public page of the version
 * @param language of the institution, for its name
 * @param approval the decision on its quality, where there is one
 */
public record CourseSpecification(
        UUID course,
        int number,
        String address,
        AwardingBody institution,
        Language language,
        CourseState state,
        Instant frozenAt,
        Optional<QualityAssurance> approval,
        CourseDesign design) {}
