package eu.cairn.catalogue;

import eu.cairn.credential.SkillLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a draft that two people wrote at the same time, field by field against the state
 * that both began from. A field that only one of them changed is theirs; of a field that both
 * changed, the one saved first stays and the other text is handed back, so that nothing is lost.
 * Every field of a draft is treated, whatever fields there are.
 */
public final class DraftMerge {

    /**
     * A text that was written into a field which somebody else had changed.
     *
     * @param place the field, such as {@code need} or {@code outcomes[2].text}
     */
    public record Clash(String place, String text) {}

    /** Both in one, and what could not be put into it. */
    public record Merged(CourseDraft draft, List<Clash> clashes) {
        public Merged {
            clashes = List.copyOf(clashes);
        }
    }

    private final List<Clash> clashes = new ArrayList<>();
    private boolean rowsUnclear;

    private DraftMerge() {}

    /**
     * Merges two drafts, or nothing if rows were taken out or put in so that it is not clear which
     * row the other meant.
     *
     * @param base what both began from
     * @param theirs what is saved already
     */
    public static Optional<Merged> of(CourseDraft base, CourseDraft mine, CourseDraft theirs) {
        if (outcomesRenumbered(base, mine, theirs) || outcomesRenumbered(base, theirs, mine)) {
            return Optional.empty();
        }
        var merge = new DraftMerge();
        var draft = (CourseDraft) merge.merge("", base, mine, theirs);
        return merge.rowsUnclear ? Optional.empty() : Optional.of(new Merged(draft, merge.clashes));
    }

    /** Activities and tasks name outcomes by number, which another row of outcomes changes. */
    private static boolean outcomesRenumbered(
            CourseDraft base, CourseDraft one, CourseDraft other) {
        return one.outcomes().size() != base.outcomes().size()
                && !(other.outcomes().equals(base.outcomes())
                        && other.activities().equals(base.activities())
                        && other.tasks().equals(base.tasks()));
    }

    private Object merge(String place, Object base, Object mine, Object theirs) {
        if (mine.equals(base)) {
            return theirs;
        }
        if (theirs.equals(base)) {
            return mine;
        }
        return switch (theirs) {
            case Record record -> record(place, (Record) base, (Record) mine, record);
            case List<?> list -> list(place, (List<?>) base, (List<?>) mine, list);
            default -> {
                if (!mine.equals(theirs)) {
                    clashes.add(new Clash(place, mine.toString()));
                }
                yield theirs;
            }
        };
    }

    private Object record(String place, Record base, Record mine, Record theirs) {
        var parts = DraftParts.of(theirs);
        var was = DraftParts.of(base);
        var is = DraftParts.of(mine);
        var merged = new ArrayList<Object>();
        for (int i = 0; i < parts.names().size(); i++) {
            merged.add(
                    merge(
                            DraftParts.below(place, parts.names().get(i)),
                            was.values().get(i),
                            is.values().get(i),
                            parts.values().get(i)));
        }
        return parts.with(merged);
    }

    private List<?> list(String place, List<?> base, List<?> mine, List<?> theirs) {
        if (isSet(base) && isSet(mine) && isSet(theirs)) {
            return union(base, mine, theirs);
        }
        if (isKeyed(base) && isKeyed(mine) && isKeyed(theirs)) {
            return keyed(place, base, mine, theirs);
        }
        if (mine.size() < base.size() || theirs.size() < base.size()) {
            rowsUnclear |= !mine.equals(theirs);
            return theirs;
        }
        var rows = new ArrayList<Object>();
        for (int i = 0; i < base.size(); i++) {
            rows.add(
                    merge(
                            "%s[%d]".formatted(place, i + 1),
                            base.get(i),
                            mine.get(i),
                            theirs.get(i)));
        }
        rows.addAll(theirs.subList(base.size(), theirs.size()));
        mine.subList(base.size(), mine.size()).stream()
                .filter(
                        row ->
                                isEmpty(row)
                                        || !theirs.subList(base.size(), theirs.size())
                                                .contains(row))
                .forEach(rows::add);
        return rows;
    }

    /** A new row that nothing was typed into: whoever added one wants one of their own. */
    private static boolean isEmpty(Object row) {
        var texts = new LinkedHashMap<String, String>();
        DraftParts.texts(row, "", texts);
        return texts.values().stream().allMatch(String::isBlank);
    }

    /** What a row is about, where rows are told apart by that and not by their order. */
    private static Optional<Object> key(Object row) {
        return Optional.ofNullable(
                switch (row) {
                    case DraftPlan.Rate rate -> rate.method();
                    case DraftPlan.Alternative alternative -> alternative.group();
                    case CourseDraft.Answer answer -> List.of(answer.code(), answer.place());
                    default -> null;
                });
    }

    private static boolean isKeyed(List<?> rows) {
        var keys = rows.stream().map(DraftMerge::key).toList();
        return keys.stream().allMatch(Optional::isPresent)
                && keys.stream().distinct().count() == keys.size();
    }

    private List<?> keyed(String place, List<?> base, List<?> mine, List<?> theirs) {
        var rows = new ArrayList<Object>();
        for (var row : theirs) {
            var was = same(row, base);
            var typed = same(row, mine);
            var here = "%s[%d]".formatted(place, rows.size() + 1);
            if (typed.isPresent()) {
                rows.add(merge(here, was.orElseGet(() -> blank(row)), typed.get(), row));
            } else if (!was.equals(Optional.of(row))) {
                rows.add(row);
            }
        }
        for (var row : mine) {
            if (same(row, theirs).isEmpty() && !same(row, base).equals(Optional.of(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Optional<Object> same(Object row, List<?> rows) {
        return rows.stream()
                .filter(one -> key(one).equals(key(row)))
                .map(Object.class::cast)
                .findFirst();
    }

    /** The row before anything was typed into it. */
    private static Object blank(Object row) {
        var parts = DraftParts.of((Record) row);
        return parts.with(parts.values().stream().<Object>map(value -> "").toList());
    }

    /** Lists of which the order says nothing: numbers of outcomes, skills, and resources. */
    private static boolean isSet(List<?> list) {
        return list.stream()
                .allMatch(
                        one ->
                                one instanceof Integer
                                        || one instanceof SkillLink
                                        || one instanceof String);
    }

    private static List<?> union(List<?> base, List<?> mine, List<?> theirs) {
        var all = new ArrayList<Object>(theirs);
        all.removeIf(one -> base.contains(one) && !mine.contains(one));
        mine.stream().filter(one -> !base.contains(one) && !all.contains(one)).forEach(all::add);
        return all.stream().allMatch(Integer.class::isInstance)
                ? all.stream().map(Integer.class::cast).sorted().toList()
                : all;
    }

    /** The draft with another text in one field; empty if it has no such field any more. */
    public static Optional<CourseDraft> with(CourseDraft draft, String place, String text) {
        return DraftParts.replace(draft, "", place, text).map(CourseDraft.class::cast);
    }

    /** The text of one field, if the draft has it. */
    public static Optional<String> text(CourseDraft draft, String place) {
        return Optional.ofNullable(texts(draft).get(place));
    }

    /** Every text of a draft by its place, empty ones too, in the order of the draft. */
    public static Map<String, String> texts(CourseDraft draft) {
        var texts = new LinkedHashMap<String, String>();
        DraftParts.texts(draft, "", texts);
        return texts;
    }
}
