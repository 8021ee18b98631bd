package eu.cairn.app.quality;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.DecisionsMade;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.QualityRecord;
import eu.cairn.quality.QualityDecision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The decisions on quality that an organisation made in this installation, as records. */
@Component
class DecisionRecords implements DecisionsMade {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ReviewStore reviews;
    private final Installation installation;
    private final Clock clock;

    DecisionRecords(ReviewStore reviews, Installation installation, Clock clock) {
        this.reviews = reviews;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public List<QualityRecord> of(Organisation organisation, MicroCredential credential) {
        return credential.qualityAssurance().stream()
                .flatMap(claim -> claim.decision().flatMap(this::id).stream())
                .flatMap(id -> reviews.decision(id).stream())
                .filter(one -> one.version().organisation().equals(organisation.id()))
                .filter(one -> one.outcome().approves())
                .map(one -> record(organisation, one))
                .toList();
    }

    private Optional<UUID> id(String address) {
        var prefix = installation.baseUrl() + "/decisions/";
        return Optional.of(address)
                .filter(one -> one.startsWith(prefix))
                .map(one -> one.substring(prefix.length()))
                .filter(id -> ID.matcher(id).matches())
                .map(UUID::fromString);
    }

    private QualityRecord record(Organisation organisation, QualityDecision decision) {
        var version = decision.version();
        var design = version.design();
        return new QualityRecord(
                QualityAssurance.Kind.INTERNAL,
                organisation.qualityBody(),
                Set.of(organisation.url(), organisation.name()),
                organisation.name(),
                List.of(
                        "%s/catalogue/%s/%s/%d"
                                .formatted(
                                        installation.baseUrl(),
                                        organisation.slug(),
                                        design.code(),
                                        version.number())),
                QualityRecord.Decision.POSITIVE,
                false,
                decision.decidedOn(),
                decision.validUntil().orElseThrow(),
                Optional.of(installation.baseUrl() + "/decisions/" + decision.id()),
                Optional.empty(),
                Set.of(),
                SOURCE,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
