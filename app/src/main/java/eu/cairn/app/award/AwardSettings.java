package eu.cairn.app.award;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Signing;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Refused;
import eu.cairn.award.Award;
import eu.cairn.credential.Contributor;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

    /** Those who award the course jointly with the organisation that designed it. */
    List<Organisation> jointly(ApprovedCourse course) {
        return course.version().design().terms().jointAwardingBodies().stream()
                .flatMap(body -> body.organisation().stream())
                .map(slug -> accounts.organisation(slug).orElseThrow())
                .toList();
    }

    /** Why the course cannot be awarded now: of those who award it jointly, some have no key. */
    List<Refusal> hindrances(ApprovedCourse course) {
        return jointly(course).stream()
                .filter(one -> signing.jointAwardingBody(one).isEmpty())
                .map(AwardSettings::noKey)
                .toList();
    }

    private static Refusal noKey(Organisation organisation) {
        return Refusal.of("catalogue.joint-no-key", "", organisation.name(), organisation.slug());
    }

    private Contributor joint(Organisation organisation) {
        return signing.jointAwardingBody(organisation)
                .orElseThrow(() -> new Refused(noKey(organisation)));
    }

    /** Throws {@link Refused} where one of those who award jointly has no key in use. */
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
                jointly(course).stream().map(this::joint).toList());
    }
}
