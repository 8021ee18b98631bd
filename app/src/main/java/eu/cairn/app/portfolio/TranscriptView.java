package eu.cairn.app.portfolio;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Labels;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.framework.Ects;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.portfolio.Transcript;
import eu.cairn.portfolio.TranscriptSum;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page of a transcript shows.
 *
 * @param checkedAt when everything in it was verified, in words
 * @param bodies the awarding bodies with what each awarded
 * @param countries how many countries they are in
 * @param apart what is held and not counted
 */
public record TranscriptView(
        String learner,
        String checkedAt,
        boolean empty,
        TranscriptSum total,
        List<Total> levels,
        List<Total> fields,
        List<Body> bodies,
        long countries,
        List<Apart> apart) {

    public TranscriptView {
        levels = List.copyOf(levels);
        fields = List.copyOf(fields);
        bodies = List.copyOf(bodies);
        apart = List.copyOf(apart);
    }

    /**
     * A level or field with what it adds up to.
     *
     * @param parts the narrower fields in it
     * @param percent its share of all credits, for the bar beside it
     */
    public record Total(String name, List<String> parts, TranscriptSum sum, int percent) {}

    /** An awarding body with what it awarded. */
    public record Body(Organisation organisation, TranscriptSum sum, List<Line> lines) {}

    /** A credential that is counted. */
    public record Line(MicroCredential content, String shortCode, List<Recognised> recognised) {

        public String credits() {
            return content.workload()
                    .flatMap(workload -> workload.credits())
                    .map(Ects::toString)
                    .orElse("not stated");
        }

        public String hours() {
            return content.workload()
                    .flatMap(workload -> workload.hours())
                    .map(hours -> hours + " h")
                    .orElse("not stated");
        }

        /** Each framework that the level is stated in, on a line of its own. */
        public List<String> levels() {
            return content.level()
                    .map(
                            level ->
                                    Stream.of(
                                                    level.eqf().map(eqf -> "EQF " + eqf.level()),
                                                    level.national()
                                                            .map(
                                                                    n ->
                                                                            n.framework()
                                                                                    + " "
                                                                                    + n.level()),
                                                    level.cycle().map(Labels::of))
                                            .flatMap(Optional::stream)
                                            .toList())
                    .orElse(List.of("not stated"));
        }

        public String field() {
            return content.field().map(TranscriptView::name).orElse("Field not stated");
        }
    }

    /** A credential that is counted nowhere; what it says may be unproven. */
    public record Apart(Holding holding, LearnersTranscript.Reason reason) {

        public String title() {
            return new PortfolioView.Line(holding).title();
        }

        public String language() {
            return new PortfolioView.Line(holding).language();
        }
    }

    static TranscriptView of(LearnersTranscript made) {
        var transcript = made.transcript();
        var bodies = transcript.byAwardingBody().stream().map(group -> body(made, group)).toList();
        return new TranscriptView(
                made.learner(),
                Labels.utc(made.checkedAt()),
                made.isEmpty(),
                transcript.total(),
                transcript.byLevel().stream()
                        .map(
                                group ->
                                        total(
                                                transcript,
                                                group.in().map(Labels::of),
                                                List.of(),
                                                group.sum()))
                        .toList(),
                transcript.byBroadField().stream()
                        .map(
                                group ->
                                        total(
                                                transcript,
                                                group.in().map(TranscriptView::name),
                                                parts(transcript, group),
                                                group.sum()))
                        .toList(),
                bodies,
                bodies.stream().map(body -> body.organisation().country()).distinct().count(),
                made.notCounted().stream()
                        .map(one -> new Apart(one.holding(), one.reason()))
                        .toList());
    }

    private static Body body(LearnersTranscript made, Transcript.Group<String> group) {
        return new Body(
                made.holding(group.entries().getFirst()).awardedBy(),
                group.sum(),
                group.entries().stream()
                        .map(
                                entry ->
                                        new Line(
                                                entry.content(),
                                                made.holding(entry).awarded().shortCode(),
                                                made.recognised(entry)))
                        .toList());
    }

    private static Total total(
            Transcript transcript, Optional<String> name, List<String> parts, TranscriptSum sum) {
        long all = Math.max(1, transcript.total().credits().hundredths());
        return new Total(
                name.orElse("Not stated"),
                parts,
                sum,
                Math.toIntExact(Math.round(100.0 * sum.credits().hundredths() / all)));
    }

    /** The narrower fields in a broad one, unless only the broad one is stated. */
    private static List<String> parts(
            Transcript transcript, Transcript.Group<FieldOfEducation> broadField) {
        return transcript.fieldsWithin(broadField).stream()
                .filter(part -> !part.in().equals(broadField.in()))
                .map(
                        part ->
                                part.in().map(TranscriptView::name).orElseThrow()
                                        + ": "
                                        + part.sum().credits()
                                        + " ECTS")
                .toList();
    }

    private static String name(FieldOfEducation field) {
        return (field.code() + " " + field.label()).strip();
    }

    /** The hours of a sum, and how many credentials they leave out. */
    public static String hours(TranscriptSum sum) {
        return sum.withoutHours() == sum.credentials() ? "–" : sum.hours() + " h";
    }

    /** Who decided on the quality, when and by which standards. */
    public static String of(QualityAssurance quality) {
        return Stream.of(
                        Optional.of(quality.decidedBy()),
                        quality.decidedOn().map(day -> "decided on " + Labels.of(day)),
                        quality.standards())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** What the sums leave out because it is not stated; empty where nothing is. */
    public String left() {
        return Stream.of(
                        left(total.withoutCredits(), "credits"),
                        left(total.withoutHours(), "hours"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String left(int credentials, String what) {
        return switch (credentials) {
            case 0 -> "";
            case 1 -> "1 credential states no %s and adds none.".formatted(what);
            default -> "%d credentials state no %s and add none.".formatted(credentials, what);
        };
    }
}
