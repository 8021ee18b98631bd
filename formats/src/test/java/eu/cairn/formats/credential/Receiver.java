package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.framework.Decided;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Software of others that knows a format and none of Cairn's own terms. */
final class Receiver {

    private static final Set<String> OWN_MEMBERS =
            ContextTable.named("cairn-v1").rows().stream()
                    .filter(row -> row.iri().startsWith(Contexts.CAIRN))
                    .map(ContextTable.Row::term)
                    .collect(Collectors.toUnmodifiableSet());

    private final CredentialFormat format;
    private final byte[] known;

    /** What is left of {@code document} to somebody who passes over what Cairn added. */
    Receiver(CredentialFormat format, byte[] document) {
        this.format = format;
        this.known =
                switch (format) {
                    case OpenBadgeFormat badge -> bytes(withoutMembers(json(document)));
                    case EdubadgesFormat edubadge -> document.clone();
                    case EuropeanDigitalCredentialFormat european ->
                            bytes(withoutConcepts(json(document)));
                    case LearningCredentialFormat learning -> bytes(ofTheType(json(document)));
                    case ElmoFormat elmo -> withoutExtensions(document);
                };
    }

    String text() {
        return new String(known, StandardCharsets.UTF_8);
    }

    /**
     * What it gets of {@code part}. Where the reader of Cairn asks for more than the standard term
     * before it takes it, the standard term is looked at.
     */
    List<?> gets(CredentialPart part) {
        return switch (format) {
            case EuropeanDigitalCredentialFormat european
                    when part == CredentialPart.LARGER_QUALIFICATIONS ->
                    larger();
            case LearningCredentialFormat learning when part == CredentialPart.AWARD_DATE ->
                    claim("date_of_issuance").stream()
                            .map(text -> Members.day(text).orElseThrow())
                            .toList();
            case LearningCredentialFormat learning
                    when part == CredentialPart.LEARNER_FAMILY_NAME ->
                    claim("family_name");
            default -> part.of(read());
        };
    }

    private MicroCredential read() {
        return ((Decided.Accepted<MicroCredential>) format.read(known)).value();
    }

    private List<String> claim(String name) {
        return Members.text(json(known), name).stream().toList();
    }

    private List<?> larger() {
        return Stream.of(json(known))
                .flatMap(document -> Members.object(document, "credentialSubject").stream())
                .flatMap(person -> Members.object(person, "hasClaim").stream())
                .flatMap(claim -> Members.object(claim, "specifiedBy").stream())
                .flatMap(qualification -> Members.objects(qualification, "isPartOf").stream())
                .map(
                        larger ->
                                new eu.cairn.credential.Stackability.LargerQualification(
                                        text(Members.object(larger, "title").orElseThrow()),
                                        Members.object(larger, "identifier")
                                                .flatMap(i -> Members.text(i, "notation"))))
                .toList();
    }

    private static String text(JsonObject words) {
        return Members.text(words, words.keySet().iterator().next()).orElseThrow();
    }

    private static JsonObject json(byte[] document) {
        return ((Decided.Accepted<JsonObject>) StrictJson.parse(document)).value();
    }

    private static byte[] bytes(JsonValue json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonValue withoutMembers(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                var rest = JSON.createObjectBuilder();
                object.forEach(
                        (name, member) -> {
                            if (name.equals("@context")) {
                                rest.add(name, withoutCairn(member.asJsonArray()));
                            } else if (!OWN_MEMBERS.contains(name)) {
                                rest.add(name, withoutMembers(member));
                            }
                        });
                yield rest.build();
            }
            case JsonArray array -> {
                var rest = JSON.createArrayBuilder();
                array.forEach(item -> rest.add(withoutMembers(item)));
                yield rest.build();
            }
            default -> value;
        };
    }

    private static JsonArray withoutCairn(JsonArray contexts) {
        var rest = JSON.createArrayBuilder();
        contexts.stream()
                .filter(context -> !context.equals(JSON.createValue(Contexts.CAIRN)))
                .forEach(rest::add);
        return rest.build();
    }

    /** Concepts and schemes of Cairn's say nothing to it but their labels. */
    private static JsonValue withoutConcepts(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                var rest = JSON.createObjectBuilder();
                object.forEach(
                        (name, member) -> {
                            var own =
                                    Set.of("id", "schemeId").contains(name)
                                            && member.toString().startsWith("\"" + Contexts.CAIRN);
                            if (!own) {
                                rest.add(name, withoutConcepts(member));
                            }
                        });
                yield rest.build();
            }
            case JsonArray array -> {
                var rest = JSON.createArrayBuilder();
                array.forEach(item -> rest.add(withoutConcepts(item)));
                yield rest.build();
            }
            default -> value;
        };
    }

    private static JsonObject ofTheType(JsonObject claims) {
        var rest = JSON.createObjectBuilder();
        claims.forEach(
                (name, value) -> {
                    if (!name.startsWith("https://") && !name.equals("name")) {
                        rest.add(name, value);
                    }
                });
        return rest.build();
    }

    /** The empty mark that the document is ours stays: it tells how white space is written. */
    private static byte[] withoutExtensions(byte[] document) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var xml = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
            var own = xml.getElementsByTagNameNS(Elmo.EXTENSION, "*");
            Stream.iterate(own.getLength() - 1, i -> i >= 0, i -> i - 1)
                    .map(own::item)
                    .map(Element.class::cast)
                    .filter(element -> !element.getLocalName().equals("learner"))
                    .toList()
                    .forEach(Receiver::remove);
            var out = new ByteArrayOutputStream();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(xml), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }
}
