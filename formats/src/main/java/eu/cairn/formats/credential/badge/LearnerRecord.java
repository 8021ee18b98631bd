package eu.cairn.formats.credential.badge;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Learner;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Iri;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Comprehensive Learner Record 2.0 (1EdTech, 2025): one document that holds several signed
 * credentials of one learner and says which was stacked into which. The record is signed by whoever
 * keeps it, each credential in it by whoever awarded it.
 *
 * @param id the identifier of the record, an absolute URI
 * @param name what people call it
 * @param issuer who keeps the record and signs it
 * @param learner whose record it is
 * @param issuedAt from when it holds
 * @param credentials the signed credentials, each as JSON text
 * @param qualifications what they are part of, which nobody is said to have been awarded
 * @param associations how they hang together
 */
public record LearnerRecord(
        String id,
        String name,
        AwardingBody issuer,
        Learner learner,
        Instant issuedAt,
        List<String> credentials,
        List<Qualification> qualifications,
        List<Association> associations) {

    /** How many credentials one record holds at most. */
    public static final int MAX_CREDENTIALS = 20;

    /** How many qualifications are looked at in a record, and how many associations. */
    public static final int MAX_LINKS = 100;

    /**
     * A larger achievement that the record names because credentials in it are part of it.
     *
     * @param id its address, an absolute URI
     * @param name what it is called
     * @param description what it is
     * @param criteria where it stands what has to be achieved, an absolute URI
     */
    public record Qualification(String id, String name, String description, String criteria) {}

    /**
     * How two credentials, or their achievements, hang together.
     *
     * @param kind such as {@code isPartOf}: the source is part of the target
     * @param source the identifier of a credential, achievement or qualification in the record
     * @param target the identifier of another one
     */
    public record Association(String kind, String source, String target) {

        /**
         * The kinds that the standard names (Comprehensive Learner Record 2.0, AssociationType).
         */
        public static final Set<String> KINDS =
                Set.of(
                        "exactMatchOf",
                        "isChildOf",
                        "isParentOf",
                        "isPartOf",
                        "isPeerOf",
                        "isRelatedTo",
                        "precedes",
                        "replacedBy");

        /** What was stacked into something larger. */
        public static Association partOf(String part, String whole) {
            return new Association("isPartOf", part, whole);
        }
    }

    public LearnerRecord {
        credentials = List.copyOf(credentials);
        qualifications = List.copyOf(qualifications);
        associations = List.copyOf(associations);
    }

    /** Whether {@code document} gives itself out as a learner record of this version. */
    public static boolean claims(JsonObject document) {
        return Members.texts(document, "type").contains("ClrCredential")
                && Members.texts(document, "@context").contains(Contexts.CREDENTIALS_V2);
    }

    /**
     * The JSON text of the unsigned record.
     *
     * @throws IllegalArgumentException if it holds no credential or too many, one that is unsigned
     *     or stands in it twice, or an association with what is not in it
     */
    public String write() {
        var documents = credentials.stream().map(LearnerRecord::parsed).toList();
        demand(!documents.isEmpty() && documents.size() <= MAX_CREDENTIALS, "credentials");
        demand(documents.stream().allMatch(one -> one.containsKey("proof")), "a proof is missing");
        var known = new HashSet<String>();
        for (var one : documents) {
            demand(
                    known.add(Members.text(one, "id").orElse("")),
                    "a credential stands there twice");
        }
        demand(!known.contains(id) && !known.contains(""), "identifiers");
        documents.forEach(one -> achievement(one).ifPresent(known::add));
        for (var qualification : qualifications) {
            demand(Iri.isAbsolute(qualification.id), qualification.id);
            demand(known.add(qualification.id), "a qualification has the identifier of another");
        }
        for (var association : associations) {
            demand(Association.KINDS.contains(association.kind), association.kind);
            demand(known.contains(association.source), association.source);
            demand(known.contains(association.target), association.target);
            demand(!association.source.equals(association.target), "associated with itself");
        }
        return OpenBadge.withDigest(document(documents)).toString();
    }

    private static JsonObject parsed(String credential) {
        return switch (StrictJson.parse(credential)) {
            case Decided.Accepted<JsonObject>(var document) -> document;
            case Decided.Refused<JsonObject> refused ->
                    throw new IllegalArgumentException(refused.reasons().toString());
        };
    }

    private static void demand(boolean fulfilled, String what) {
        if (!fulfilled) {
            throw new IllegalArgumentException("not a learner record: " + what);
        }
    }

    private static Optional<String> achievement(JsonObject credential) {
        return Members.object(credential, "credentialSubject")
                .flatMap(subject -> Members.object(subject, "achievement"))
                .flatMap(achievement -> Members.text(achievement, "id"));
    }

    private JsonObject document(List<JsonObject> documents) {
        var holds = JSON.createArrayBuilder();
        documents.forEach(holds::add);
        var hangTogether = JSON.createArrayBuilder();
        for (var association : associations) {
            hangTogether.add(
                    JSON.createObjectBuilder()
                            .add("type", "Association")
                            .add("associationType", association.kind)
                            .add("sourceId", association.source)
                            .add("targetId", association.target));
        }
        var profile =
                JSON.createObjectBuilder()
                        .add("id", issuer.id())
                        .add("type", list("Profile"))
                        .add("name", issuer.legalName());
        issuer.url().ifPresent(url -> profile.add("url", url));
        var identities = JSON.createArrayBuilder().add(identity("name", learner.fullName()));
        learner.identifier().ifPresent(of -> identities.add(identity("identifier", of)));
        var subject =
                JSON.createObjectBuilder()
                        .add("type", list("ClrSubject"))
                        .add("identifier", identities)
                        .add("verifiableCredential", holds);
        if (!qualifications.isEmpty()) {
            subject.add("achievement", named());
        }
        if (!associations.isEmpty()) {
            subject.add("association", hangTogether);
        }
        return JSON.createObjectBuilder()
                .add(
                        "@context",
                        list(
                                Contexts.CREDENTIALS_V2,
                                Contexts.LEARNER_RECORD,
                                Contexts.OPEN_BADGES,
                                Contexts.CAIRN))
                .add("id", id)
                .add("type", list("VerifiableCredential", "ClrCredential"))
                .add("name", name)
                .add("issuer", profile)
                .add("validFrom", issuedAt.toString())
                .add("credentialSubject", subject)
                .build();
    }

    private JsonArrayBuilder named() {
        var named = JSON.createArrayBuilder();
        for (var qualification : qualifications) {
            named.add(
                    JSON.createObjectBuilder()
                            .add("id", qualification.id)
                            .add("type", list("Achievement"))
                            .add("name", qualification.name)
                            .add("description", qualification.description)
                            .add(
                                    "criteria",
                                    JSON.createObjectBuilder().add("id", qualification.criteria)));
        }
        return named;
    }

    private static JsonObject identity(String type, String value) {
        return JSON.createObjectBuilder()
                .add("type", "IdentityObject")
                .add("hashed", false)
                .add("identityHash", value)
                .add("identityType", type)
                .build();
    }

    private static JsonArrayBuilder list(String... values) {
        return JSON.createArrayBuilder(List.of(values));
    }

    /** Everything in which {@code document} departs from the model; empty if nothing does. */
    public static List<Refusal> findings(JsonObject document) {
        var findings = new ArrayList<Refusal>();
        for (var name : List.of("id", "name", "validFrom", "issuer")) {
            if (!document.containsKey(name)) {
                findings.add(missing(name));
            }
        }
        var subject = Members.object(document, "credentialSubject");
        if (subject.isEmpty()) {
            findings.add(missing("credentialSubject"));
            return findings;
        }
        if (!Members.texts(subject.get(), "type").contains("ClrSubject")) {
            findings.add(
                    Refusal.of("format.class-wrong", "credentialSubject", "credentialSubject"));
        }
        if (!subject.get().containsKey("id") && !subject.get().containsKey("identifier")) {
            findings.add(missing("credentialSubject.id"));
        }
        var held = Members.items(subject.get(), "verifiableCredential").count();
        if (held == 0) {
            findings.add(missing("credentialSubject.verifiableCredential"));
        } else if (held != Members.objects(subject.get(), "verifiableCredential").size()) {
            findings.add(wrong("credentialSubject.verifiableCredential"));
        }
        if (Members.items(subject.get(), "achievement").count()
                != qualifications(subject.get()).size()) {
            findings.add(wrong("credentialSubject.achievement"));
        }
        if (Members.items(subject.get(), "association").count()
                != associations(subject.get()).size()) {
            findings.add(wrong("credentialSubject.association"));
        }
        if (Members.items(subject.get(), "achievement").count() > MAX_LINKS
                || Members.items(subject.get(), "association").count() > MAX_LINKS) {
            findings.add(Refusal.of("format.graph-too-complex", "credentialSubject"));
        }
        var ids = held(document).stream().flatMap(one -> Members.text(one, "id").stream()).toList();
        var once = new HashSet<String>();
        ids.stream()
                .filter(id -> !once.add(id))
                .distinct()
                .map(id -> Refusal.of("format.record-holds-twice", "credentialSubject", id))
                .forEach(findings::add);
        return findings;
    }

    private static Refusal missing(String place) {
        return Refusal.of("format.member-missing", place, place);
    }

    private static Refusal wrong(String place) {
        return Refusal.of("format.value-wrong", place, place);
    }

    /** The credentials in a record, each as it stands there. */
    public static List<JsonObject> held(JsonObject document) {
        return Members.object(document, "credentialSubject").stream()
                .flatMap(subject -> Members.objects(subject, "verifiableCredential").stream())
                .toList();
    }

    /** The qualifications that a record names, as far as they are looked at. */
    public static List<Qualification> named(JsonObject document) {
        return Members.object(document, "credentialSubject").stream()
                .flatMap(subject -> qualifications(subject).stream())
                .limit(MAX_LINKS)
                .toList();
    }

    private static List<Qualification> qualifications(JsonObject subject) {
        var qualifications = new ArrayList<Qualification>();
        for (var one : Members.objects(subject, "achievement")) {
            var id = Members.text(one, "id");
            var name = Members.text(one, "name");
            if (id.isPresent() && name.isPresent()) {
                qualifications.add(
                        new Qualification(
                                id.get(),
                                name.get(),
                                Members.text(one, "description").orElse(""),
                                Members.object(one, "criteria")
                                        .flatMap(criteria -> Members.text(criteria, "id"))
                                        .orElse("")));
            }
        }
        return qualifications;
    }

    /** What a record says about how its credentials hang together, as far as it is looked at. */
    public static List<Association> associated(JsonObject document) {
        return Members.object(document, "credentialSubject").stream()
                .flatMap(subject -> associations(subject).stream())
                .limit(MAX_LINKS)
                .toList();
    }

    private static List<Association> associations(JsonObject subject) {
        var associations = new ArrayList<Association>();
        for (var one : Members.objects(subject, "association")) {
            var kind = Members.text(one, "associationType");
            var source = Members.text(one, "sourceId");
            var target = Members.text(one, "targetId");
            if (kind.isPresent() && source.isPresent() && target.isPresent()) {
                associations.add(new Association(kind.get(), source.get(), target.get()));
            }
        }
        return associations;
    }
}
