package eu.cairn.app.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.FiledReport;
import eu.cairn.formats.credential.FiledReport.Fact;
import eu.cairn.formats.credential.FiledReport.Section;
import eu.cairn.formats.verification.Answer;
import eu.cairn.formats.verification.AwardedBy;
import eu.cairn.formats.verification.RecordVerdict;
import eu.cairn.formats.verification.VerificationReport;
import eu.cairn.formats.verification.VerificationReport.AtHand;
import eu.cairn.formats.verification.VerificationReport.Circumstances;
import eu.cairn.framework.Country;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What a verification found, for the files of whoever asked: signed, as JSON and as PDF. */
@Component
public class Reports {

    /** The version that judges. */
    public static final String VERSION = "0.1.0";

    private final TrustLists lists;
    private final VerifierKey key;

    public Reports(TrustLists lists, VerifierKey key) {
        this.lists = lists;
        this.key = key;
    }

    /**
     * What is said of a document.
     *
     * @param registry the registry that issuers were looked up in
     * @param language in which it is said
     * @param reader the country for which the level is said; where none is, that of the award
     */
    public record Subject(
            RawDocument document,
            Answer answer,
            String registry,
            Locale language,
            Optional<Country> reader) {

        /** What {@code verifications} finds on {@code document} now. */
        static Subject of(
                Verifications verifications, byte[] document, String registry, Locale language) {
            return new Subject(
                    RawDocument.of(document), verifications.answer(document), registry, language);
        }

        public Subject(RawDocument document, Answer answer, String registry, Locale language) {
            this(document, answer, registry, language, Optional.empty());
        }

        Subject in(Optional<Country> country) {
            return new Subject(document, answer, registry, language, country);
        }

        private VerdictWords verdictWords() {
            return VerdictWords.in(language);
        }

        private PageWords words() {
            return PageWords.in(language);
        }
    }

    /** The signed report. */
    public String signed(Subject subject) {
        return VerificationReport.sign(
                subject.verdictWords().json(subject.answer), circumstances(subject), key.signer());
    }

    /** The same to print, with the signed report inside. */
    public byte[] pdf(Subject subject) {
        var verdict = subject.answer.verdict();
        var words = subject.words();
        var sections = new ArrayList<Section>();
        sections.add(new Section(words.text("report.what-verified"), verified(subject)));
        verdict.credential().ifPresent(content -> sections.add(says(content, verdict, subject)));
        sections.add(
                new Section(
                        words.text("checks.title"),
                        verdict.checks().stream()
                                .map(check -> checked(check, subject.verdictWords()))
                                .toList()));
        subject.answer.record().ifPresent(record -> sections.add(each(record, subject)));
        return FiledReport.write(
                new FiledReport.Content(
                        subject.language.toLanguageTag(),
                        words.text("report.title"),
                        subject.verdictWords().headline(verdict),
                        sections,
                        words.text("report.attached"),
                        verdict.at()),
                signed(subject));
    }

    private Circumstances circumstances(Subject subject) {
        return new Circumstances(
                subject.document.sha256(),
                subject.document.bytes(),
                subject.registry,
                lists.lists().stream()
                        .map(list -> new AtHand(list.id(), list.reference()))
                        .toList(),
                VERSION);
    }

    private List<Fact> verified(Subject subject) {
        var words = subject.words();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.text("report.document"), subject.document.sha256()));
        facts.add(
                new Fact(
                        words.text("report.length"),
                        words.text("amount.bytes", subject.document.bytes())));
        facts.add(
                new Fact(
                        words.text("report.verified-at"), words.of(subject.answer.verdict().at())));
        facts.add(
                new Fact(
                        words.text("report.by"),
                        words.text("report.by-whom", VERSION, key.signer().controller())));
        facts.add(new Fact(words.text("report.known-by"), subject.registry));
        for (var list : lists.lists()) {
            var reference = list.reference();
            facts.add(
                    new Fact(
                            words.text("report.list"),
                            words.text(
                                    "report.list-of",
                                    reference.name(),
                                    reference.publisher(),
                                    words.of(reference.date()),
                                    words.of(reference.nextUpdate()))));
        }
        return facts;
    }

    private static Section says(MicroCredential content, Verdict verdict, Subject subject) {
        var words = subject.words();
        var facts = new ArrayList<Fact>();
        verdict.checks().stream()
                .filter(check -> check.code().equals("trust.listed-demo"))
                .map(subject.verdictWords()::sentence)
                .forEach(invented -> facts.add(new Fact(words.text("report.demo"), invented)));
        facts.add(new Fact(words.text("report.name"), content.title().authoritative()));
        content.learner()
                .ifPresent(l -> facts.add(new Fact(words.text("report.learner"), l.fullName())));
        facts.add(new Fact(words.text("awarded-by"), words.of(AwardedBy.of(verdict, content))));
        content.awardedOn()
                .ifPresent(day -> facts.add(new Fact(words.text("awarded-on"), words.of(day))));
        var worth = WorthView.of(verdict, content, subject.reader, words);
        if (!worth.amounts().isEmpty()) {
            var there = worth.inCountry(words).map(said -> ". " + said).orElse("");
            facts.add(
                    new Fact(
                            words.text("report.worth"),
                            String.join(" · ", worth.amounts()) + there));
        }
        worth.doubts().stream()
                .map(subject.verdictWords()::sentence)
                .forEach(doubt -> facts.add(new Fact(words.text("report.doubtful"), doubt)));
        facts.add(new Fact(words.text("identifier"), content.id()));
        return new Section(ContentStanding.of(verdict, words), facts);
    }

    private static Fact checked(Check check, VerdictWords words) {
        return new Fact(
                words.label(check.kind()) + ": " + words.result(check.result()),
                "%s: %s (%s, %s)"
                        .formatted(
                                words.state(check),
                                words.sentence(check),
                                check.code(),
                                check.at().truncatedTo(ChronoUnit.SECONDS)));
    }

    private static Section each(RecordVerdict record, Subject subject) {
        return new Section(
                subject.words().text("report.each"),
                IntStream.range(0, record.credentials().size())
                        .mapToObj(i -> one(i + 1, record.credentials().get(i), subject))
                        .toList());
    }

    private static Fact one(int number, Verdict verdict, Subject subject) {
        var title =
                verdict.credential()
                        .map(content -> content.title().authoritative())
                        .orElseGet(() -> subject.words().text("report.one-not-confirmed"));
        return new Fact(number + ". " + title, subject.verdictWords().headline(verdict));
    }
}
