package eu.cairn.formats.credential.elmo;

import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Learner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report says of all that is in it.
 *
 * @param node the report
 * @param learner whose achievements it reports
 */
record ElmoReport(ElmoNode node, Optional<Learner> learner) {

    /** The kinds of identifiers of an institution, the best first. */
    private static final List<String> KINDS = List.of("schac", "pic", "erasmus");

    /**
     * The issuer, named by an address of its own where it states one, else by its first identifier
     * with the kind before it, such as {@code schac:uw.edu.pl}.
     */
    Optional<AwardingBody> issuer() {
        var issuer = node.one("issuer");
        var id =
                issuer.flatMap(
                        i ->
                                identifier(i, Elmo.URI)
                                        .or(
                                                () ->
                                                        KINDS.stream()
                                                                .flatMap(kind -> named(i, kind))
                                                                .findFirst()));
        var title = issuer.flatMap(i -> i.wordings("title"));
        return id.map(
                uri ->
                        new AwardingBody(
                                uri,
                                title.map(t -> t.authoritative()).orElse(uri),
                                issuer.flatMap(i -> i.country("country")),
                                Optional.empty(),
                                issuer.flatMap(i -> i.said("url"))));
    }

    private static Stream<String> named(ElmoNode issuer, String kind) {
        return identifier(issuer, kind).map(value -> kind + ":" + value).stream();
    }

    /** The scale that results of this name are given on. */
    Optional<String> scale(String localId) {
        return node.all("gradingScheme").stream()
                .filter(scheme -> scheme.attribute("localId").equals(Optional.of(localId)))
                .findFirst()
                .map(
                        scheme ->
                                scheme.all("description").stream()
                                        .map(ElmoNode::token)
                                        .findFirst()
                                        .orElse(""));
    }

    /** The identifier of this kind, if there is exactly one. */
    static Optional<String> identifier(ElmoNode node, String kind) {
        var found =
                node.all("identifier").stream()
                        .filter(i -> i.attribute("type").equals(Optional.of(kind)))
                        .map(ElmoNode::token)
                        .filter(token -> !token.isEmpty())
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
