package eu.cairn.app.portfolio;

import eu.cairn.app.verification.VerdictWords;
import eu.cairn.app.web.Words;
import eu.cairn.portfolio.Transcript;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A learner's transcript, and what they hold that it does not count.
 *
 * @param learner the name of the learner
 * @param checkedAt when everything in it was verified
 * @param transcript of what is genuine
 * @param holdings what each entry of the transcript was made from
 * @param refused what is not genuine, could not be checked or is being signed
 * @param recognised the decisions that recognised a credential, by its identifier
 */
public record LearnersTranscript(
        String learner,
        Instant checkedAt,
        Transcript transcript,
        Map<Transcript.Entry, Holding> holdings,
        List<Holding> refused,
        Map<String, List<Recognised>> recognised) {

    public LearnersTranscript {
        holdings = Map.copyOf(holdings);
        refused = List.copyOf(refused);
        recognised = Map.copyOf(recognised);
    }

    /** A credential that the transcript does not count, and why. */
    public record NotCounted(Holding holding, Reason reason) {}

    /**
     * Why a credential is not counted.
     *
     * @param shape the shape that stands for it
     * @param code stable code of the finding
     * @param headline the same in a few words
     * @param sentence the same in full
     */
    public record Reason(String shape, String code, String headline, String sentence) {

        /** The class of its colour. */
        public String css() {
            return switch (shape) {
                case "ask" -> "part";
                case "skip" -> "open";
                default -> shape;
            };
        }

        private static Reason of(Holding holding) {
            return holding.verdict()
                    .map(Reason::of)
                    .orElseGet(() -> worded("part", "portfolio.being-signed", "Being signed"));
        }

        private static Reason of(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Genuine genuine ->
                        throw new IllegalStateException("what is genuine is counted");
                case Verdict.AllGenuine several ->
                        throw new IllegalStateException("a learner holds credentials one by one");
                case Verdict.NotGenuine not -> of("no", verdict, not.reason());
                case Verdict.CouldNotFinish open -> of("ask", verdict, open.reason());
            };
        }

        private static Reason of(String shape, Verdict verdict, Check check) {
            return new Reason(
                    shape,
                    check.code(),
                    VerdictWords.ENGLISH.headline(verdict),
                    VerdictWords.ENGLISH.sentence(check));
        }

        private static Reason repeated() {
            return worded("skip", "portfolio.held-twice", "Held twice");
        }

        private static Reason worded(String shape, String code, String headline) {
            return new Reason(shape, code, headline, Words.of(code, List.of()));
        }
    }

    /** Whether the learner holds nothing at all. */
    boolean isEmpty() {
        return holdings.isEmpty() && refused.isEmpty();
    }

    Holding holding(Transcript.Entry entry) {
        return Optional.ofNullable(holdings.get(entry)).orElseThrow();
    }

    /** The decisions on an achievement; they say what it counts as elsewhere, and add nothing. */
    List<Recognised> recognised(Transcript.Entry entry) {
        return recognised.getOrDefault(entry.content().id(), List.of()).stream()
                .sorted(
                        Comparator.comparing((Recognised it) -> it.unit().decidedOn())
                                .thenComparing(Recognised::number))
                .toList();
    }

    /** Everything that is held and counted nowhere, each with its reason. */
    List<NotCounted> notCounted() {
        var all = new ArrayList<NotCounted>();
        refused.forEach(holding -> all.add(new NotCounted(holding, Reason.of(holding))));
        transcript
                .repeated()
                .forEach(entry -> all.add(new NotCounted(holding(entry), Reason.repeated())));
        return all;
    }
}
