package eu.cairn.app.portfolio;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.account.Person;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.Signing;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Words;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.CourseReference;
import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Stackability;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.credential.badge.LearnerRecord;
import eu.cairn.formats.credential.badge.LearnerRecord.Association;
import eu.cairn.formats.credential.badge.LearnerRecord.Qualification;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one signed learner record (Comprehensive Learner Record 2.0) of several credentials that a
 * learner holds, each in it as its awarding body signed it.
 *
 * <p>A learner has no key here, so an institution publishes the record: of a stack, the one that
 * awards the qualification and published its rules; else the one that awarded most of what is in it
 * and, of several, the one whose award is the oldest. What it says with its signature is that these
 * documents are about this learner and how they hang together; what each certifies is proven by
 * itself. Nothing is kept: a record can be made again at any time.
 */
@Component
class LearnerRecords {

    private static final Logger LOG = LoggerFactory.getLogger(LearnerRecords.class);

    private final Holdings holdings;
    private final Signing signing;
    private final Keys keys;
    private final Installation installation;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final DataIntegrity proofs = new DataIntegrity(Contexts.trusted());

    LearnerRecords(
            Holdings holdings,
            Signing signing,
            Keys keys,
            Installation installation,
            Journal journal,
            Clock clock,
            TransactionTemplate transaction) {
        this.holdings = holdings;
        this.signing = signing;
        this.keys = keys;
        this.installation = installation;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The record of the credentials with these short codes; refused with every reason. */
    Decided<byte[]> of(Person person, List<String> shortCodes) {
        if (shortCodes.isEmpty()) {
            return Decided.refused(Refusal.of("portfolio.record-empty", "credentials"));
        }
        var held = holdings.of(person);
        var unknown =
                shortCodes.stream()
                        .distinct()
                        .filter(code -> held.stream().noneMatch(one -> isNamed(one, code)))
                        .map(code -> Refusal.of("portfolio.record-not-held", "credentials", code))
                        .toList();
        if (!unknown.isEmpty()) {
            return Decided.refused(unknown);
        }
        var chosen =
                held.stream()
                        .filter(one -> shortCodes.stream().anyMatch(code -> isNamed(one, code)))
                        .toList();
        return checked(chosen)
                .then(
                        genuine ->
                                signed(
                                        person,
                                        genuine,
                                        publisher(genuine),
                                        Words.of(
                                                "portfolio.record-name",
                                                List.of(
                                                        learner(genuine, publisher(genuine))
                                                                .fullName())),
                                        List.of(),
                                        stated(genuine)));
    }

    private static boolean isNamed(Holding holding, String shortCode) {
        return holding.awarded().shortCode().equals(shortCode);
    }

    /** The record of what counts in a stack, which says what it is part of. */
    Decided<byte[]> of(Person person, Stack stack) {
        var counted =
                stack.audit().counted().stream()
                        .flatMap(count -> count.credentials().stream())
                        .collect(Collectors.toSet());
        var chosen =
                stack.holdings().stream()
                        .filter(
                                one ->
                                        one.content()
                                                .filter(c -> counted.contains(c.id()))
                                                .isPresent())
                        .toList();
        if (chosen.isEmpty()) {
            return Decided.refused(Refusal.of("portfolio.record-nothing-counts", "credentials"));
        }
        var rulebook = stack.rulebook();
        var page =
                "%s/qualifications/%s/%s"
                        .formatted(
                                installation.baseUrl(), rulebook.id(), rulebook.rules().version());
        var whole =
                new Qualification(
                        page,
                        rulebook.title(),
                        Words.of(
                                "portfolio.record-qualification",
                                List.of(
                                        rulebook.organisation().name(),
                                        rulebook.rules().version())),
                        page);
        return checked(chosen)
                .then(
                        genuine ->
                                signed(
                                        person,
                                        genuine,
                                        rulebook.organisation(),
                                        Words.of(
                                                "portfolio.record-of-stack",
                                                List.of(
                                                        learner(genuine, rulebook.organisation())
                                                                .fullName(),
                                                        rulebook.title())),
                                        List.of(whole),
                                        genuine.stream()
                                                .map(LearnerRecords::content)
                                                .map(c -> Association.partOf(c.id(), page))
                                                .toList()));
    }

    /** Only what is genuine now is put together, and no more than others have to read. */
    private static Decided<List<Holding>> checked(List<Holding> chosen) {
        var refusals = new ArrayList<Refusal>();
        if (chosen.size() > LearnerRecord.MAX_CREDENTIALS) {
            refusals.add(
                    Refusal.of(
                            "portfolio.record-too-large",
                            "credentials",
                            LearnerRecord.MAX_CREDENTIALS,
                            chosen.size()));
        }
        for (var one : chosen) {
            if (one.verified().isEmpty()) {
                refusals.add(
                        Refusal.of(
                                "portfolio.record-not-genuine",
                                "credentials",
                                one.awarded().shortCode()));
            }
        }
        return refusals.isEmpty() ? Decided.accepted(chosen) : Decided.refused(refusals);
    }

    private static MicroCredential content(Holding holding) {
        return holding.verified().orElseThrow().content();
    }

    /**
     * As the publisher's own newest credential names them. Where it awarded none, only by the name
     * in the newest of others: what they know the learner by is not the publisher's to state.
     */
    private static Learner learner(List<Holding> chosen, Organisation publisher) {
        return chosen.reversed().stream()
                .filter(one -> one.awardedBy().id().equals(publisher.id()))
                .findFirst()
                .flatMap(one -> content(one).learner())
                .orElseGet(
                        () ->
                                Learner.named(
                                        content(chosen.getLast())
                                                .learner()
                                                .orElseThrow()
                                                .fullName()));
    }

    private static Organisation publisher(List<Holding> chosen) {
        var awards =
                chosen.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.awardedBy().id(), Collectors.counting()));
        return chosen.stream()
                .map(Holding::awardedBy)
                .max(Comparator.comparing(one -> awards.getOrDefault(one.id(), 0L)))
                .orElseThrow();
    }

    /** What the credentials themselves state: that one is part of the qualification of another. */
    private static List<Association> stated(List<Holding> chosen) {
        var all = chosen.stream().map(LearnerRecords::content).toList();
        return all.stream()
                .flatMap(
                        part ->
                                all.stream()
                                        .filter(whole -> isPartOf(part, whole))
                                        .map(whole -> Association.partOf(part.id(), whole.id())))
                .toList();
    }

    private static boolean isPartOf(MicroCredential part, MicroCredential whole) {
        var names =
                part.stackability().map(Stackability::partOf).orElse(List.of()).stream()
                        .flatMap(larger -> larger.uri().stream())
                        .toList();
        return !part.id().equals(whole.id())
                && (names.contains(whole.id())
                        || whole.course()
                                .map(CourseReference::url)
                                .filter(names::contains)
                                .isPresent());
    }

    private Decided<byte[]> signed(
            Person person,
            List<Holding> chosen,
            Organisation publisher,
            String name,
            List<Qualification> qualifications,
            List<Association> associations) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            var body = signing.awardingBody(publisher);
            var key = key(publisher, body);
            var record =
                    new LearnerRecord(
                            "urn:uuid:" + UUID.randomUUID(),
                            name,
                            body,
                            learner(chosen, publisher),
                            now,
                            chosen.stream().map(one -> text(one.awarded().signed())).toList(),
                            qualifications,
                            associations);
            return bounded(record.write())
                    .then(unsigned -> proofs.sign(unsigned, keys.signer(key.id()), now))
                    .then(LearnerRecords::bounded)
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .map(document -> journalled(person, publisher, record.id(), document));
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.error("a learner record cannot be signed for {}", publisher.slug(), e);
            return Decided.refused(Refusal.of("portfolio.record-not-signed", ""));
        }
    }

    /** The key that the record names, whichever is in use by now. */
    private Keys.Key key(Organisation publisher, AwardingBody body) {
        return keys.of(publisher).stream()
                .filter(key -> key.did().equals(body.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key is " + body.id()));
    }

    /** No longer than verifiers read. */
    private static Decided<String> bounded(String document) {
        return document.getBytes(StandardCharsets.UTF_8).length <= StrictJson.MAX_BYTES
                ? Decided.accepted(document)
                : Decided.refused(Refusal.of("portfolio.record-too-long", "credentials"));
    }

    private byte[] journalled(
            Person person, Organisation publisher, String record, byte[] document) {
        transaction.executeWithoutResult(
                status ->
                        journal.append(
                                Optional.of(publisher.id()),
                                person.id(),
                                "records.signed",
                                record,
                                document));
        return document;
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
