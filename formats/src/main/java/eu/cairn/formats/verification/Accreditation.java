package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.framework.Decided;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An accreditation as a credential: a body says with its seal that an institution, a course or
 * another accrediting body was found good, for certain levels and a certain time. A W3C verifiable
 * credential (data model 2.0) as a token, with the terms of the European Learning Model's {@code
 * Accreditation} (version 3). One that lets its subject accredit others is of the type that the
 * trust chains of the European Blockchain Services Infrastructure give such a credential; it says
 * nothing of what the subject itself may award.
 *
 * @param id its identifier, by which a micro-credential refers to it
 * @param issuer who accredits
 * @param issuerName what it calls itself
 * @param subject what is accredited: the identifier of a body, or the address of a course
 * @param subjectName what it is called
 * @param from the first day on which it holds
 * @param until the last day on which it holds
 * @param levels the European levels that it is for; empty where it sets no limit
 * @param toAccredit whether it is for accrediting others, and not for awarding
 * @param status the places in status lists that could end it early; only those that can be read
 * @param stated how many such places it states
 * @param token its sealed form
 */
public record Accreditation(
        String id,
        String issuer,
        String issuerName,
        String subject,
        String subjectName,
        LocalDate from,
        LocalDate until,
        Set<Integer> levels,
        boolean toAccredit,
        List<StatusEntry> status,
        long stated,
        String token) {

    private static final String TYPE = "AccreditationCredential";
    private static final String TO_ACCREDIT = "VerifiableAccreditationToAccredit";
    private static final String EQF = "http://data.europa.eu/snb/eqf/";
    private static final String OF_INSTITUTION =
            "http://data.europa.eu/snb/accreditation/bb4618238e";
    private static final String OF_PROGRAMME = "http://data.europa.eu/snb/accreditation/820101cba6";

    /** A member that sets a limit, also where its term is written with a prefix or in full. */
    private static final Pattern LIMIT = Pattern.compile("(.*[:/#])?limit.*");

    private static final int MAX_CHARACTERS = 64 * 1024;

    public Accreditation {
        levels = Set.copyOf(levels);
        status = List.copyOf(status);
    }

    /**
     * What is to be accredited.
     *
     * @param isCourse whether it is a course, and not a body
     * @param toAccredit whether it is for accrediting others, and not for awarding
     * @param status the place in a status list that can end it early
     */
    public record Draft(
            String id,
            String issuerName,
            String subject,
            String subjectName,
            boolean isCourse,
            LocalDate from,
            LocalDate until,
            Set<EqfLevel> levels,
            boolean toAccredit,
            Optional<StatusEntry> status) {
        public Draft {
            levels = Set.copyOf(levels);
            if (isCourse && toAccredit) {
                throw new IllegalArgumentException("a course accredits nobody");
            }
        }
    }

    /** The accreditation, sealed. */
    public static String issue(Draft draft, Signer signer) {
        var limits = JSON.createArrayBuilder();
        draft.levels().stream().sorted().map(EqfLevel::uri).forEach(limits::add);
        var accreditation =
                JSON.createObjectBuilder()
                        .add("type", "Accreditation")
                        .add("dcType", draft.isCourse() ? OF_PROGRAMME : OF_INSTITUTION)
                        .add(
                                "accreditingAgent",
                                JSON.createObjectBuilder()
                                        .add("id", signer.controller())
                                        .add("legalName", draft.issuerName()))
                        .add("dateIssued", draft.from().toString())
                        .add("expiryDate", draft.until().toString())
                        .add("limitEQFLevel", limits);
        var types = JSON.createArrayBuilder().add("VerifiableCredential").add(TYPE);
        if (draft.toAccredit()) {
            types.add(TO_ACCREDIT);
        }
        var credential =
                JSON.createObjectBuilder()
                        .add(
                                "@context",
                                JSON.createArrayBuilder()
                                        .add("https://www.w3.org/ns/credentials/v2"))
                        .add("id", draft.id())
                        .add("type", types)
                        .add(
                                "issuer",
                                JSON.createObjectBuilder()
                                        .add("id", signer.controller())
                                        .add("name", draft.issuerName()))
                        .add("validFrom", draft.from() + "T00:00:00Z")
                        .add("validUntil", draft.until() + "T23:59:59Z")
                        .add(
                                "credentialSubject",
                                JSON.createObjectBuilder()
                                        .add("id", draft.subject())
                                        .add("name", draft.subjectName())
                                        .add("accreditation", accreditation));
        draft.status().map(StatusList::entry).ifPresent(e -> credential.add("credentialStatus", e));
        return CredentialToken.sign(credential.build().toString(), signer);
    }

    /** The accreditation in a token; its seal is not looked at yet. */
    public static Decided<Accreditation> read(byte[] token) {
        if (token.length > MAX_CHARACTERS) {
            return malformed();
        }
        var text = new String(token, StandardCharsets.UTF_8).strip();
        return SignedJwt.read(text).then(jwt -> read(jwt, text));
    }

    private static Decided<Accreditation> read(SignedJwt jwt, String token) {
        var credential = jwt.credential();
        var subject =
                Members.object(credential, "credentialSubject")
                        .orElse(JsonObject.EMPTY_JSON_OBJECT);
        var said = Members.object(subject, "accreditation").orElse(JsonObject.EMPTY_JSON_OBJECT);
        var id = Members.text(credential, "id");
        var issuer = Members.id(credential, "issuer");
        var of = Members.text(subject, "id");
        var from = from(jwt, said);
        var until = until(jwt, said);
        var levels = levels(said);
        if (!Members.texts(credential, "type").contains(TYPE)
                || said.isEmpty()
                || id.isEmpty()
                || issuer.isEmpty()
                || of.isEmpty()
                || from.isEmpty()
                || until.isEmpty()
                || levels.isEmpty()) {
            return malformed();
        }
        var name = Members.object(credential, "issuer").flatMap(one -> Members.text(one, "name"));
        return Decided.accepted(
                new Accreditation(
                        id.get(),
                        issuer.get(),
                        name.orElse(issuer.get()),
                        of.get(),
                        Members.text(subject, "name").orElse(of.get()),
                        from.get(),
                        until.get(),
                        levels.get(),
                        Members.texts(credential, "type").contains(TO_ACCREDIT),
                        StatusList.entries(credential),
                        Members.items(credential, "credentialStatus").count(),
                        token));
    }

    /** The latest of the beginnings that are stated; empty where one of them is no day. */
    private static Optional<LocalDate> from(SignedJwt jwt, JsonObject accreditation) {
        var claim = claimed(jwt, "nbf").map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return days(jwt, "validFrom", accreditation, "dateIssued", claim)
                .flatMap(days -> days.stream().max(Comparator.naturalOrder()));
    }

    /** The earliest of the ends that are stated; empty where one of them is no day. */
    private static Optional<LocalDate> until(SignedJwt jwt, JsonObject accreditation) {
        var claim =
                jwt.expires()
                        .map(moment -> LocalDate.ofInstant(moment.minusNanos(1), ZoneOffset.UTC));
        return days(jwt, "validUntil", accreditation, "expiryDate", claim)
                .flatMap(days -> days.stream().min(Comparator.naturalOrder()));
    }

    private static Optional<Instant> claimed(SignedJwt jwt, String claim) {
        return jwt.jws().json() instanceof Decided.Accepted<JsonObject>(var payload)
                ? SignedJwt.moment(payload, claim)
                : Optional.empty();
    }

    private static Optional<List<LocalDate>> days(
            SignedJwt jwt,
            String needed,
            JsonObject accreditation,
            String further,
            Optional<LocalDate> claim) {
        var first = Members.text(jwt.credential(), needed).flatMap(Members::day);
        var second = Members.text(accreditation, further).flatMap(Members::day);
        return first.isEmpty() || (accreditation.containsKey(further) && second.isEmpty())
                ? Optional.empty()
                : Optional.of(Stream.of(first, second, claim).flatMap(Optional::stream).toList());
    }

    /** Empty where a limit is stated that is not understood: it must not be taken for none. */
    private static Optional<Set<Integer>> levels(JsonObject accreditation) {
        var isLimitedOtherwise =
                accreditation.keySet().stream()
                        .anyMatch(
                                name ->
                                        LIMIT.matcher(name).matches()
                                                && !name.equals("limitEQFLevel"));
        if (isLimitedOtherwise || JsonValue.NULL.equals(accreditation.get("limitEQFLevel"))) {
            return Optional.empty();
        }
        var stated = Members.items(accreditation, "limitEQFLevel").toList();
        var texts = Members.texts(accreditation, "limitEQFLevel");
        return texts.size() == stated.size()
                        && texts.stream().allMatch(text -> text.matches(EQF + "[1-8]"))
                ? Optional.of(
                        texts.stream()
                                .map(text -> Integer.parseInt(text.substring(EQF.length())))
                                .collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static Decided<Accreditation> malformed() {
        return Decided.refused(Refusal.of("verification.accreditation-malformed", ""));
    }

    /** The one of the keys that its issuer is known by that sealed it. */
    Optional<IssuerKey> sealedBy(Optional<TrustedIssuer> known) {
        return CompactJws.read(token) instanceof Decided.Accepted<CompactJws>(var jws)
                        && jws.isSupported()
                ? IssuerKey.of(issuer, known).stream().filter(jws::isSignedBy).findFirst()
                : Optional.empty();
    }

    /** Whether it is of one of these bodies or courses, or goes by one of these identifiers. */
    public boolean isAmong(Set<String> subjects) {
        return subjects.contains(subject) || subjects.contains(id);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean covers(Optional<EqfLevel> level) {
        return levels.isEmpty() || level.map(one -> levels.contains(one.level())).orElse(false);
    }
}
