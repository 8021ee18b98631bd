package eu.cairn.app.award;

import eu.cairn.app.account.AccountStore;
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

    private final AccountStore accounts;
    private final Signing signing;
    private final Installation installation;

    AwardSettings(AccountStore accounts, Signing signing, Installation installation) {
        this.accounts = accounts;
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
                now.truncatedTo(ChronoUnit.SECONDS),
                version.design().terms().jointAwardingBodies().stream()
                        .flatMap(body -> body.organisation().stream())
                        .map(slug -> accounts.organisation(slug).orElseThrow())
                        .map(signing::jointAwardingBody)
                        .toList());
    }
}
