package eu.cairn.portfolio;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.FieldsOfEducation;
import eu.cairn.verification.VerifiedCredential;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a learner achieved with any number of awarding bodies, each achievement once, and what it
 * adds up to: a transcript of records (ECTS Users' Guide 2015, 4.3) over several institutions.
 *
 * <p>Only what was found genuine can enter. An achievement that is held in several documents, known
 * by its identifier, enters by the one that was issued last. Whatever is summed by, what does not
 * state it has a sum of its own, so that the sums always come to the total.
 */
public final class Transcript {

    private static final Comparator<Entry> BY_DAY =
            comparing(
                            (Entry entry) -> entry.content().awardedOn().orElse(null),
                            nullsLast(naturalOrder()))
                    .thenComparing(entry -> entry.content().title().authoritative())
                    .thenComparing(entry -> entry.content().id());

    private static final Comparator<Entry> NEWEST_FIRST =
            comparing((Entry entry) -> entry.content().issuedAt())
                    .reversed()
                    .thenComparingInt(entry -> entry.content().missing().size())
                    .thenComparing(entry -> entry.content().awardingBody().id());

    private static final Comparator<Level> BY_FRAMEWORK =
            comparing((Level level) -> level.eqf().orElse(null), nullsLast(naturalOrder()))
                    .thenComparing(level -> level.cycle().orElse(null), nullsLast(naturalOrder()))
                    .thenComparing(level -> level.national().map(n -> n.framework()).orElse(""))
                    .thenComparing(level -> level.national().map(n -> n.level()).orElse(""));

    private final List<Entry> entries;
    private final List<Entry> repeated;

    private Transcript(List<Entry> entries, List<Entry> repeated) {
        this.entries = List.copyOf(entries);
        this.repeated = List.copyOf(repeated);
    }

    /**
     * A credential of the transcript.
     *
     * @param awardingBody what the awarding body is known by, whichever of its keys signed
     */
    public record Entry(VerifiedCredential credential, String awardingBody) {

        public MicroCredential content() {
            return credential.content();
        }
    }

    /**
     * The credentials that have something in common.
     *
     * @param in what they have in common; empty for those that do not state it
     */
    public record Group<T>(Optional<T> in, List<Entry> entries) {

        public Group {
            entries = List.copyOf(entries);
        }

        public TranscriptSum sum() {
            return TranscriptSum.of(entries);
        }
    }

    /** The transcript of all that a learner holds and that was found genuine, in any order. */
    public static Transcript of(Collection<Entry> held) {
        var entries = new ArrayList<Entry>();
        var repeated = new ArrayList<Entry>();
        var known = new HashSet<String>();
        held.stream()
                .sorted(NEWEST_FIRST)
                .forEach(
                        entry -> (known.add(entry.content().id()) ? entries : repeated).add(entry));
        entries.sort(BY_DAY);
        repeated.sort(BY_DAY);
        return new Transcript(entries, repeated);
    }

    /** Every achievement once, the first award first. */
    public List<Entry> entries() {
        return entries;
    }

    /** Further documents of achievements that are counted already. */
    public List<Entry> repeated() {
        return repeated;
    }

    public TranscriptSum total() {
        return TranscriptSum.of(entries);
    }

    /**
     * By European level; by the cycle where no European level is stated, and by the national level
     * where neither is. A level that is not stated is not derived from another.
     */
    public List<Group<Level>> byLevel() {
        return groups(entry -> entry.content().level().map(Transcript::leading), BY_FRAMEWORK);
    }

    /** By field of education, as narrow as each credential states it. */
    public List<Group<FieldOfEducation>> byField() {
        return groups(
                entry -> entry.content().field().map(Transcript::titled),
                comparing(FieldOfEducation::code));
    }

    /** By broad field of education: the first two digits of what each credential states. */
    public List<Group<FieldOfEducation>> byBroadField() {
        return groups(
                entry -> entry.content().field().map(Transcript::broad),
                comparing(FieldOfEducation::code));
    }

    /**
     * The fields, as narrow as stated, that a broad field of {@link #byBroadField()} is made of.
     */
    public List<Group<FieldOfEducation>> fieldsWithin(Group<FieldOfEducation> broadField) {
        return byField().stream()
                .filter(
                        group ->
                                group.in().isPresent()
                                        && group.in()
                                                .map(Transcript::broad)
                                                .equals(broadField.in()))
                .toList();
    }

    /** By awarding body, that of the first award first. */
    public List<Group<String>> byAwardingBody() {
        var order = entries.stream().map(Entry::awardingBody).distinct().toList();
        return groups(entry -> Optional.of(entry.awardingBody()), comparingInt(order::indexOf));
    }

    /** What has none of what is asked for comes last. */
    private <T> List<Group<T>> groups(Function<Entry, Optional<T>> what, Comparator<T> order) {
        var groups =
                new TreeMap<Optional<T>, List<Entry>>(
                        comparing(found -> found.orElse(null), nullsLast(order)));
        entries.forEach(
                entry ->
                        groups.computeIfAbsent(what.apply(entry), it -> new ArrayList<>())
                                .add(entry));
        return groups.entrySet().stream()
                .map(group -> new Group<>(group.getKey(), group.getValue()))
                .toList();
    }

    private static Level leading(Level level) {
        var eqf = level.eqf();
        var cycle = eqf.isPresent() ? Optional.<Cycle>empty() : level.cycle();
        return eqf.isPresent() || cycle.isPresent()
                ? new Level(eqf, cycle, Optional.empty())
                : level;
    }

    /** The field by the title of the classification, where it knows the code. */
    private static FieldOfEducation titled(FieldOfEducation stated) {
        return FieldsOfEducation.of(stated.code()).orElse(stated);
    }

    private static FieldOfEducation broad(FieldOfEducation stated) {
        var code = stated.code().substring(0, 2);
        return FieldsOfEducation.of(code).orElse(new FieldOfEducation(code, ""));
    }
}
