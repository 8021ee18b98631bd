package eu.cairn.formats.credential.elmo;

import eu.cairn.credential.Element;
import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Publication;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/** Micro-credentials in ELMO 1.7, alone and as stacks. */
public final class Elmo {

    /** The namespace of ELMO, the same for all of version 1. */
    public static final String NAMESPACE = "https://github.com/emrex-eu/elmo-schemas/tree/v1";

    /** The namespace of what Cairn adds in extensions. */
    public static final String EXTENSION = "https://w3id.org/cairn/elmo/v1";

    static final String ROOT = "elmo";
    static final String URI = "uri";
    static final String ECTS = "ects";
    static final String PASSED = "passed";
    static final String EQF = "EQF";
    static final String CYCLE = "QF-EHEA";
    static final String NATIONAL = "NQF";

    private static final Set<String> ISO_639_1 =
            Stream.of(Locale.getISOLanguages())
                    .filter(code -> code.length() == 2)
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ISO_3166_1 = Set.of(Locale.getISOCountries());

    private Elmo() {}

    /**
     * The unsigned document of one credential.
     *
     * @throws IllegalArgumentException if a mandatory element of the standard is missing
     */
    public static byte[] write(MicroCredential credential, Publication publication) {
        return write(List.of(ElmoTree.leaf(credential, publication)));
    }

    /**
     * The unsigned document of stacks of one learner, a report each. What a stack is made of may
     * lack elements, as it may be of others.
     *
     * @throws IllegalArgumentException if the whole of a stack lacks a mandatory element of the
     *     standard, or if the stacks are not all of the same learner
     */
    public static byte[] write(List<ElmoTree> stacks) {
        for (var stack : stacks) {
            var missing = stack.credential().missing();
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(
                        "a credential without "
                                + missing.stream()
                                        .map(Element::code)
                                        .collect(Collectors.joining(", ")));
            }
        }
        var learners =
                stacks.stream().flatMap(Elmo::learners).collect(Collectors.toUnmodifiableSet());
        if (learners.size() != 1) {
            throw new IllegalArgumentException(
                    "an ELMO document is about one learner, not " + learners.size());
        }
        return new ElmoWriter(stacks, learners.iterator().next()).document();
    }

    private static Stream<Learner> learners(ElmoTree tree) {
        return Stream.concat(
                tree.credential().learner().stream(),
                tree.parts().stream().flatMap(Elmo::learners));
    }

    /**
     * Every credential of a document with what it is made of, or why the document says nothing.
     * What the learner has not passed is left out.
     */
    public static Decided<List<ElmoTree>> read(byte[] document) {
        return ElmoXml.parse(document).then(xml -> new ElmoReader(xml).trees());
    }

    /** The one credential of a document, whatever it is made of. */
    public static Decided<ElmoTree> readOne(byte[] document) {
        return ElmoXml.parse(document).then(Elmo::readOne);
    }

    /** The one credential of a document that was parsed within bounds. */
    public static Decided<ElmoTree> readOne(Document document) {
        return new ElmoReader(document).trees().then(Elmo::only);
    }

    private static Decided<ElmoTree> only(List<ElmoTree> trees) {
        return trees.size() == 1
                ? Decided.accepted(trees.getFirst())
                : Decided.refused(Refusal.of("format.several-credentials", "", trees.size()));
    }

    /** Whether the name of {@code learner} is not known in parts. */
    static boolean isUndivided(Learner learner) {
        return learner.givenName().isEmpty() && learner.familyName().isEmpty();
    }

    /** The state of {@code country} as ELMO names it. */
    static Optional<String> country(Country country) {
        return Optional.of(country.alpha2()).filter(ISO_3166_1::contains);
    }

    /** {@code language} as ELMO names it (ISO 639-1). */
    static Optional<String> twoLetters(Language language) {
        return Optional.of(language.tag().split("-", 2)[0]).filter(ISO_639_1::contains);
    }
}
