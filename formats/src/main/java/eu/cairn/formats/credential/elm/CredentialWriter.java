package eu.cairn.formats.credential.elm;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.StatusList;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes one micro-credential as an unsealed European Digital Credential. */
final class CredentialWriter {

    private static final String SHAPES = "http://data.europa.eu/snb/model/ap/edc-generic-full";
    private static final String GENERIC = "e34929035b";
    private static final String BASE64 = "6146cde7dd";

    private final MicroCredential credential;
    private final Publication publication;
    private final Nodes nodes;
    private final Organisations organisations;

    CredentialWriter(MicroCredential credential, Publication publication) {
        if (!credential.missing().isEmpty()) {
            throw new IllegalArgumentException("elements missing: " + credential.missing());
        }
        this.credential = credential;
        this.publication = publication;
        this.nodes = new Nodes(credential.title().authoritativeLanguage());
        this.organisations = new Organisations(nodes, credential.awardingBody());
    }

    JsonObject document() {
        var moment = credential.issuedAt().toString();
        var document =
                JSON.createObjectBuilder()
                        .add("@context", contexts())
                        .add("id", Organisations.absolute(credential.id()))
                        .add(
                                "type",
                                JSON.createArrayBuilder()
                                        .add("VerifiableCredential")
                                        .add("EuropeanDigitalCredential"))
                        .add("credentialProfiles", Concepts.snb("credential", GENERIC, "Generic"))
                        .add(
                                "credentialSchema",
                                JSON.createObjectBuilder()
                                        .add("id", SHAPES)
                                        .add("type", "ShaclValidator2017"))
                        .add("issuer", organisations.issuer())
                        .add("issuanceDate", moment)
                        .add("issued", moment)
                        .add("validFrom", moment);
        credential
                .expiresOn()
                .map(Nodes::endOf)
                .ifPresent(end -> document.add("validUntil", end).add("expirationDate", end));
        addPublication(document);
        return document.add("displayParameter", display())
                .add("credentialSubject", person())
                .build();
    }

    private JsonArrayBuilder contexts() {
        var contexts =
                JSON.createArrayBuilder()
                        .add(Contexts.CREDENTIALS_V1)
                        .add(Contexts.EUROPEAN_DIGITAL_CREDENTIAL);
        publication.status().ifPresent(entry -> contexts.add(Contexts.STATUS_LIST));
        return contexts;
    }

    private void addPublication(JsonObjectBuilder document) {
        var identifiers = new ArrayList<JsonObject>();
        publication
                .shortCode()
                .ifPresent(code -> identifiers.add(nodes.identifier(Mark.VERIFICATION_CODE, code)));
        publication
                .verificationPage()
                .ifPresent(page -> identifiers.add(nodes.identifier(Mark.VERIFICATION_PAGE, page)));
        Nodes.putAll(document, "identifier", identifiers);
        publication
                .status()
                .ifPresent(
                        entry ->
                                document.add(
                                        "credentialStatus",
                                        JSON.createObjectBuilder(StatusList.entry(entry))
                                                .add(
                                                        "type",
                                                        JSON.createArrayBuilder()
                                                                .add("CredentialStatus")
                                                                .add("BitstringStatusListEntry"))));
        publication
                .refresh()
                .ifPresent(
                        address ->
                                document.add(
                                        "refreshService",
                                        JSON.createObjectBuilder()
                                                .add("id", Organisations.absolute(address))
                                                .add("type", "ManualRefreshService2018")));
    }

    private JsonObject person() {
        var learner = credential.learner().orElseThrow();
        var person = nodes.node("Person").add("fullName", nodes.words(learner.fullName()));
        names(person, learner);
        Nodes.put(person, "identifier", learner.identifier().map(nodes::identifier));
        var achievement = new AchievementWriter(nodes, organisations, credential);
        return person.add("hasClaim", achievement.achievement()).build();
    }

    private void names(JsonObjectBuilder person, Learner learner) {
        Nodes.put(person, "givenName", learner.givenName().map(nodes::words));
        Nodes.put(person, "familyName", learner.familyName().map(nodes::words));
    }

    private JsonObject display() {
        var language = Concepts.language(nodes.language());
        var pictures = Pictures.of(credential, publication);
        var individual = nodes.node("IndividualDisplay").add("language", language);
        Nodes.putAll(individual, "displayDetail", details(pictures));
        return nodes.node("DisplayParameter")
                .add("title", Nodes.words(credential.title()))
                .add("language", language)
                .add("primaryLanguage", language)
                .add("individualDisplay", individual)
                .build();
    }

    private List<JsonObject> details(List<String> pictures) {
        return IntStream.range(0, pictures.size())
                .mapToObj(
                        i ->
                                nodes.node("DisplayDetail")
                                        .add("page", i + 1)
                                        .add("image", image(pictures.get(i)))
                                        .build())
                .toList();
    }

    private JsonObject image(String base64) {
        return nodes.node("MediaObject")
                .add("contentType", Concepts.fileType("PNG"))
                .add("contentEncoding", Concepts.snb("encoding", BASE64, "base64"))
                .add("content", base64)
                .build();
    }
}
