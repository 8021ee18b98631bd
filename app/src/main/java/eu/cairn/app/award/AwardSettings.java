package eu.cairn.app.award;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Signing;
import eu.cairn.app.web.Installation;
import eu.cairn.award.Award;
import eu.cairn.quality.ApprovedCourse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** What the credentials of an organisation for a course state besides the award itself. */
@Component
class AwardSettings {

    private final Signing signing;
    private final Installation installation;

    AwardSettings(Signing signing, Installation installation) {
        this.signing = signing;
        this.installation = installation;
    }

    Award.Setting of(Organisation organisation, ApprovedCourse course, Instant now) {
        var version = course.version();
        return new Award.Setting(
                signing.awardingBody(organisation),
                organisation.qualityBody(),
                "%s/catalogue/%s/%s/%d"
                        .formatted(
                                installation.baseUrl(),
                                organisation.slug(),
                                version.design().code(),
                                version.number()),
                installation.baseUrl() + "/decisions/" + course.decision().id(),
                now.truncatedTo(ChronoUnit.SECONDS));
    }
}
