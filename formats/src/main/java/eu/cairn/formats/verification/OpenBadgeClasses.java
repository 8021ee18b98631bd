package eu.cairn.formats.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The classes and the closed lists of words of Open Badges 3.0 (data model, appendix B), read from
 * two tables beside this class.
 */
final class OpenBadgeClasses {

    /** How often a member stands in an object of its class. */
    enum Occurs {
        ONCE,
        AT_MOST_ONCE,
        ANY_NUMBER;

        static Occurs of(String sign) {
            return switch (sign) {
                case "1" -> ONCE;
                case "?" -> AT_MOST_ONCE;
                default -> ANY_NUMBER;
            };
        }
    }

    /**
     * A member of a class.
     *
     * @param name how it is called in JSON
     * @param kind what its values are: a class, a list of words, or a plain kind such as {@code
     *     Uri}
     */
    record Member(String name, Occurs occurs, String kind) {

        /** The same as credentials of {@code model} call it. */
        Member in(DataModel model) {
            return new Member(model.term(name), occurs, kind);
        }
    }

    /**
     * One class.
     *
     * @param members what the model says of it
     * @param open whether it takes members that the model does not know
     */
    record OfClass(List<Member> members, boolean open) {

        boolean has(String name) {
            return members.stream().anyMatch(member -> member.name.equals(name));
        }
    }

    private record Words(boolean extensible, Set<String> closed) {}

    private static final String OTHER_MEMBERS = "…";
    private static final Map<String, OfClass> CLASSES = classes();
    private static final Map<String, Words> WORDS = words();

    private OpenBadgeClasses() {}

    static Optional<OfClass> named(String name) {
        return Optional.ofNullable(CLASSES.get(name));
    }

    static Set<String> names() {
        return CLASSES.keySet();
    }

    static boolean isListOfWords(String name) {
        return WORDS.containsKey(name);
    }

    /** Whether {@code list} has {@code word}, or admits it as an extension. */
    static boolean admits(String list, String word) {
        var words = Objects.requireNonNull(WORDS.get(list), list);
        return words.closed.contains(word)
                || (words.extensible && word.startsWith("ext:") && word.length() > 4);
    }

    private static Map<String, OfClass> classes() {
        var members = new LinkedHashMap<String, List<Member>>();
        var open = new HashSet<String>();
        for (var cell : rows("model")) {
            var of = members.computeIfAbsent(cell[0], name -> new ArrayList<>());
            if (cell[1].equals(OTHER_MEMBERS)) {
                open.add(cell[0]);
            } else {
                of.add(new Member(cell[1], Occurs.of(cell[2]), cell[3]));
            }
        }
        var classes = new LinkedHashMap<String, OfClass>();
        members.forEach(
                (name, of) -> classes.put(name, new OfClass(List.copyOf(of), open.contains(name))));
        return classes;
    }

    private static Map<String, Words> words() {
        var words = new HashMap<String, Words>();
        for (var cell : rows("words")) {
            words.computeIfAbsent(
                            cell[0], name -> new Words(cell[1].equals("yes"), new HashSet<>()))
                    .closed
                    .add(cell[2]);
        }
        return words;
    }

    private static List<String[]> rows(String table) {
        var name = "open-badges-3.0-" + table + ".tsv";
        try (var in = OpenBadgeClasses.class.getResourceAsStream(name)) {
            return new String(
                            Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
