package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.Grade;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import eu.cairn.portfolio.Transcript;
import eu.cairn.portfolio.TranscriptSum;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The learner's transcript of records for other systems. */
@RestController
@Tag(name = "Portfolio")
public class TranscriptApi {

    private final Transcripts transcripts;
    private final Installation installation;

    TranscriptApi(Transcripts transcripts, Installation installation) {
        this.transcripts = transcripts;
        this.installation = installation;
    }

    /**
     * A transcript of records; the totals by level, by field and by awarding body each add up to
     * the total.
     *
     * @param checkedAt when every credential in it was verified
     * @param credentials each achievement once, the first award first
     * @param notCounted what is held besides, and why it is in no total
     */
    public record TranscriptOfRecords(
            String learner,
            Instant checkedAt,
            TranscriptSum total,
            List<LevelTotal> byLevel,
            List<FieldTotal> byField,
            List<AwardingBodyTotal> byAwardingBody,
            List<Achievement> credentials,
            List<NotCounted> notCounted) {}

    /**
     * What a level adds up to.
     *
     * @param level the European level, else the cycle, else the national level; absent where none
     *     is stated
     */
    public record LevelTotal(Optional<Level> level, TranscriptSum sum) {}

    /**
     * What a broad field of education adds up to.
     *
     * @param field by ISCED-F 2013; absent where none is stated
     * @param fields the same by the fields that the credentials state
     */
    public record FieldTotal(
            Optional<FieldOfEducation> field, TranscriptSum sum, List<NarrowerTotal> fields) {}

    /** What a field of education adds up to, as narrow as it is stated. */
    public record NarrowerTotal(FieldOfEducation field, TranscriptSum sum) {}

    /** What the credentials of an awarding body add up to. */
    public record AwardingBodyTotal(String awardingBody, Country country, TranscriptSum sum) {}

    /**
     * A credential that is counted.
     *
     * @param verdict {@code genuine}
     * @param recognised what it was recognised as elsewhere, which adds nothing to any total
     */
    public record Achievement(
            String shortCode,
            String page,
            String id,
            MultilingualText title,
            String awardingBody,
            Country country,
            Optional<LocalDate> awardedOn,
            Optional<LocalDate> expiresOn,
            Optional<Ects> credits,
            Optional<LearningHours> hours,
            Optional<Level> level,
            Optional<FieldOfEducation> field,
            Optional<Grade> grade,
            List<QualityAssurance> qualityAssurance,
            String verdict,
            List<RecognisedAs> recognised) {}

    /** A recognition decision on a credential. */
    public record RecognisedAs(
            String unit, Ects credits, String decidedBy, LocalDate decidedOn, String application) {}

    /**
     * A credential that is in no total; what its document states is absent where it cannot be read.
     *
     * @param reason the code of the finding
     * @param detail the same in words
     */
    public record NotCounted(
            String shortCode,
            String page,
            Optional<String> id,
            Optional<MultilingualText> title,
            String awardingBody,
            Country country,
            Optional<LocalDate> awardedOn,
            Optional<Ects> credits,
            String reason,
            String detail) {}

    @GetMapping("/api/v1/transcript")
    @Operation(summary = "What you hold from every awarding body, and what it adds up to")
    TranscriptOfRecords transcript(Person person) {
        var made = transcripts.of(person);
        var transcript = made.transcript();
        return new TranscriptOfRecords(
                made.learner(),
                made.checkedAt(),
                transcript.total(),
                transcript.byLevel().stream()
                        .map(group -> new LevelTotal(group.in(), group.sum()))
                        .toList(),
                transcript.byBroadField().stream().map(group -> field(transcript, group)).toList(),
                transcript.byAwardingBody().stream().map(group -> body(made, group)).toList(),
                transcript.entries().stream().map(entry -> achievement(made, entry)).toList(),
                made.notCounted().stream().map(this::notCounted).toList());
    }

    private static FieldTotal field(
            Transcript transcript, Transcript.Group<FieldOfEducation> broadField) {
        return new FieldTotal(
                broadField.in(),
                broadField.sum(),
                transcript.fieldsWithin(broadField).stream()
                        .map(part -> new NarrowerTotal(part.in().orElseThrow(), part.sum()))
                        .toList());
    }

    private static AwardingBodyTotal body(LearnersTranscript made, Transcript.Group<String> group) {
        var organisation = made.holding(group.entries().getFirst()).awardedBy();
        return new AwardingBodyTotal(organisation.name(), organisation.country(), group.sum());
    }

    private Achievement achievement(LearnersTranscript made, Transcript.Entry entry) {
        var holding = made.holding(entry);
        var content = entry.content();
        return new Achievement(
                holding.awarded().shortCode(),
                page(holding),
                content.id(),
                content.title(),
                holding.awardedBy().name(),
                holding.awardedBy().country(),
                content.awardedOn(),
                content.expiresOn(),
                PortfolioView.credits(content),
                content.workload().flatMap(workload -> workload.hours()),
                content.level(),
                content.field(),
                content.grade(),
                content.qualityAssurance(),
                holding.state().code(),
                made.recognised(entry).stream()
                        .map(
                                decision ->
                                        new RecognisedAs(
                                                decision.unit().course(),
                                                decision.unit().credits(),
                                                decision.unit().decidedBy(),
                                                decision.unit().decidedOn(),
                                                decision.number()))
                        .toList());
    }

    private NotCounted notCounted(LearnersTranscript.NotCounted one) {
        var holding = one.holding();
        var content = holding.content();
        return new NotCounted(
                holding.awarded().shortCode(),
                page(holding),
                content.map(MicroCredential::id),
                content.map(MicroCredential::title),
                holding.awardedBy().name(),
                holding.awardedBy().country(),
                content.flatMap(MicroCredential::awardedOn),
                content.flatMap(PortfolioView::credits),
                one.reason().code(),
                one.reason().sentence());
    }

    private String page(Holding holding) {
        return installation.baseUrl() + "/v/" + holding.awarded().shortCode();
    }
}
