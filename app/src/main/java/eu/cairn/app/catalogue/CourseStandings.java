package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.QualityRecords;
import eu.cairn.app.web.Installation;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.credential.LevelStanding;
import eu.cairn.credential.QualityRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the level of a course is confirmed, and what registers of others say of its quality. */
@Component
public class CourseStandings {

    private final AccountStore accounts;
    private final Keys keys;
    private final QualityRecords records;
    private final PublicDecisions decisions;
    private final Installation installation;
    private final Clock clock;

    CourseStandings(
            AccountStore accounts,
            Keys keys,
            QualityRecords records,
            PublicDecisions decisions,
            Installation installation,
            Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.records = records;
        this.decisions = decisions;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * How a course stands on a day.
     *
     * @param level whether its level is a claim or a decision
     * @param reviews of the institution and of the course
     */
    public record Standing(LevelStanding level, List<Review> reviews, LocalDate day) {

        /** The level's standing in words. */
        public String levelWords() {
            return switch (level) {
                case LevelStanding.SelfAssessed claim ->
                        "self-assessed until an authorised body confirms it";
                case LevelStanding.Confirmed(var by, var authorised, var until, var source) ->
                        "confirmed by "
                                + by
                                + authorised.map(body -> ", authorised by " + body).orElse("");
            };
        }
    }

    /** One review, and how it stands on the day. */
    public record Review(QualityRecord record, QualityRecord.Standing standing) {}

    /** How a version stands today. */
    public Standing of(CourseVersion version) {
        return of(version, accounts.organisation(version.organisation()).orElseThrow());
    }

    private Standing of(CourseVersion version, Organisation organisation) {
        var day = LocalDate.now(clock.withZone(organisation.zone()));
        var known = records.of(organisation, keys);
        var decided =
                decisions
                        .on(version.course(), version.number())
                        .filter(
                                one ->
                                        one.validUntil()
                                                .filter(until -> !day.isAfter(until))
                                                .isPresent())
                        .map(one -> organisation.qualityBody());
        var level =
                LevelStanding.of(
                        version.design().level().eqf(),
                        day,
                        record -> isOf(record, version, organisation),
                        decided,
                        known);
        var reviews =
                known.stream()
                        .filter(
                                record ->
                                        record.isOfInstitution()
                                                || isOf(record, version, organisation))
                        .map(record -> new Review(record, record.standingOn(day)))
                        .toList();
        return new Standing(level, reviews, day);
    }

    private boolean isOf(QualityRecord record, CourseVersion version, Organisation organisation) {
        var design = version.design();
        var address =
                "%s/catalogue/%s/%s/%d"
                        .formatted(
                                installation.baseUrl(),
                                organisation.slug(),
                                design.code(),
                                version.number());
        return record.programme().contains(design.code())
                || record.programme().contains(address)
                || record.programme().contains(design.title().authoritative());
    }
}
