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
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
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
     */
    public record Subject(RawDocument document, Answer answer, String registry) {

        /** What {@code verifications} finds on {@code document} now. */
        static Subject of(Verifications verifications, byte[] document, String registry) {
            return new Subject(RawDocument.of(document), verifications.answer(document), registry);
        }
    }

    /** The signed report. */
    public String signed(Subject subject) {
        return VerificationReport.sign(
                VerdictWords.json(subject.answer), circumstances(subject), key.signer());
    }

    /** The same to print, with the signed report inside. */
    public byte[] pdf(Subject subject) {
        var verdict = subject.answer.verdict();
        var sections = new ArrayList<Section>();
        sections.add(new Section("What was verified", verified(subject)));
        verdict.credential().ifPresent(content -> sections.add(says(content, verdict)));
        sections.add(
                new Section(
                        "What was checked",
                        verdict.checks().stream().map(Reports::checked).toList()));
        subject.answer.record().ifPresent(record -> sections.add(each(record)));
        return FiledReport.write(
                new FiledReport.Content(
                        "Verification report",
                        VerdictWords.headline(verdict),
                        sections,
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
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Document, SHA-256", subject.document.sha256()));
        facts.add(new Fact("Length", subject.document.bytes() + " bytes"));
        facts.add(new Fact("Verified at", subject.answer.verdict().at().toString()));
        facts.add(new Fact("By", "Cairn " + VERSION + ", key " + key.signer().controller()));
        facts.add(new Fact("Awarding bodies known by", subject.registry));
        for (var list : lists.lists()) {
            var reference = list.reference();
            facts.add(
                    new Fact(
                            "List at hand",
                            "%s, published by %s, of %s, to be replaced by %s"
                                    .formatted(
                                            reference.name(),
                                            reference.publisher(),
                                            reference.date(),
                                            reference.nextUpdate())));
        }
        return facts;
    }

    private static Section says(MicroCredential content, Verdict verdict) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Title", content.title().authoritative()));
        content.learner().ifPresent(learner -> facts.add(new Fact("Learner", learner.fullName())));
        facts.add(new Fact("Awarded by", AwardedBy.of(verdict, content).inWords()));
        content.awardedOn()
                .ifPresent(day -> facts.add(new Fact("Awarded on", VerdictWords.day(day))));
        var worth = WorthView.of(verdict, content, Optional.empty());
        if (!worth.amounts().isEmpty()) {
            facts.add(new Fact("Worth", String.join(" · ", worth.amounts())));
        }
        worth.doubts()
                .forEach(check -> facts.add(new Fact("Doubtful", VerdictWords.sentence(check))));
        facts.add(new Fact("Identifier", content.id()));
        return new Section(ContentStanding.of(verdict), facts);
    }

    private static Fact checked(Check check) {
        return new Fact(
                VerdictWords.label(check.kind()) + ": " + VerdictWords.result(check.result()),
                "%s: %s (%s, %s)"
                        .formatted(
                                VerdictWords.state(check),
                                VerdictWords.sentence(check),
                                check.code(),
                                check.at()));
    }

    private static Section each(RecordVerdict record) {
        return new Section(
                "The credentials in it",
                IntStream.range(0, record.credentials().size())
                        .mapToObj(i -> one(i + 1, record.credentials().get(i)))
                        .toList());
    }

    private static Fact one(int number, Verdict verdict) {
        var title =
                verdict.credential()
                        .map(content -> content.title().authoritative())
                        .orElse("not confirmed");
        return new Fact(number + ". " + title, VerdictWords.headline(verdict));
    }
}
