package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.portfolio.Transcript;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the transcript of what a person holds from every awarding body. */
@Component
class Transcripts {

    private final Holdings holdings;
    private final RecognisedStore recognised;
    private final Clock clock;

    Transcripts(Holdings holdings, RecognisedStore recognised, Clock clock) {
        this.holdings = holdings;
        this.recognised = recognised;
        this.clock = clock;
    }

    /** The transcript of a person, each credential verified now. */
    LearnersTranscript of(Person person) {
        return of(person, holdings.of(person));
    }

    /** The transcript of what was verified for a person. */
    LearnersTranscript of(Person person, List<Holding> held) {
        var entries = new HashMap<Transcript.Entry, Holding>();
        var refused = new ArrayList<Holding>();
        for (var holding : held) {
            holding.verified()
                    .ifPresentOrElse(
                            credential ->
                                    entries.put(
                                            new Transcript.Entry(
                                                    credential, holding.awardedBy().slug()),
                                            holding),
                            () -> refused.add(holding));
        }
        return new LearnersTranscript(
                person.fullName(),
                clock.instant(),
                Transcript.of(entries.keySet()),
                entries,
                refused,
                recognised.of(person.id()).values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(Recognised::credential)));
    }
}
