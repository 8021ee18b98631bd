package eu.cairn.formats.verification;

import eu.cairn.credential.Element;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.StatedPeriod;
import eu.cairn.formats.verification.TrustedIssuer.KeysFetched;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the checks on one credential whose seal was looked at, in their order.
 *
 * @param document the credential, in JSON
 * @param issuer what it names its issuer by
 * @param ofJwt whether it came out of a signed token, where linked data is not needed
 * @param seal what its signature proves
 * @param known what the registry knows of its issuer
 * @param registry where issuers are looked up
 * @param status how its status is found out
 * @param joint how it is found out who else awarded it
 * @param checks where the checks are put
 */
record Judgement(
        JsonObject document,
        String issuer,
        boolean ofJwt,
        Seal seal,
        Optional<TrustedIssuer> known,
        TrustRegistry registry,
        StatusCheck status,
        JointAward joint,
        Checks checks) {

    /** How far the clocks of issuer and verifier may differ. */
    static final Duration SKEW = Duration.ofMinutes(5);

    /** Findings that say where the bounds of this reader lie, not that the document is false. */
    static final Set<String> LIMITS =
            Set.of(
                    "format.context-not-trusted",
                    "format.graph-too-complex",
                    "format.number-too-long",
                    "format.reference-circular");

    private static final int MOST_FINDINGS = 10;

    Verdict verdict() {
        return verdict(format());
    }

    /** The verdict on a document whose form was checked elsewhere, and what it says. */
    Verdict verdict(Optional<MicroCredential> content) {
        integrity();
        checkIssuer();
        return rest(content);
    }

    /** What is asked of every credential, whatever its form, once its seal was looked at. */
    Verdict rest(Optional<MicroCredential> content) {
        trust(content);
        checkStatus();
        validity();
        completeness(content);
        worth(content);
        checks.add(Kind.HOLDER, Result.COULD_NOT_CHECK, "holder.not-checked");
        return Verdict.of(content, checks.list(), checks.now());
    }

    /** Checks the shape; the content is what was signed, so there is none without a signature. */
    private Optional<MicroCredential> format() {
        var findings = new ArrayList<Refusal>();
        var ofModel =
                !ofJwt || Members.texts(document, "@context").contains(Contexts.CREDENTIALS_V2);
        if (ofModel) {
            findings.addAll(CredentialModel.findings(document, DataModel.of(document)));
        }
        uncovered().ifPresent(findings::add);
        if (ofModel && OpenBadgeModel.claims(document)) {
            findings.addAll(OpenBadgeModel.findings(document));
        }
        if (!findings.isEmpty()) {
            findings.stream()
                    .distinct()
                    .limit(MOST_FINDINGS)
                    .forEach(
                            finding ->
                                    checks.add(
                                            Kind.FORMAT,
                                            LIMITS.contains(finding.code())
                                                    ? Result.COULD_NOT_CHECK
                                                    : Result.FAILED,
                                            finding));
            return Optional.empty();
        }
        return content();
    }

    private Optional<Refusal> uncovered() {
        return switch (seal) {
            case Seal.Broken(var reason) when reason.code().startsWith("format.") ->
                    Optional.of(reason);
            case Seal.Broken broken -> Optional.empty();
            case Seal.Intact intact -> Optional.empty();
            case Seal.NotChecked open -> Optional.empty();
        };
    }

    private Optional<MicroCredential> content() {
        if (!OpenBadgeModel.claims(document)) {
            checks.add(Kind.FORMAT, Result.COULD_NOT_CHECK, "format.no-achievement");
            return Optional.empty();
        }
        return switch (OpenBadge.read(document)) {
            case Decided.Accepted<MicroCredential>(var credential) -> {
                checks.add(Kind.FORMAT, Result.PASSED, "format.open-badges-3");
                yield seal instanceof Seal.Intact ? Optional.of(credential) : Optional.empty();
            }
            case Decided.Refused<MicroCredential> refused -> {
                refused.reasons().forEach(reason -> checks.add(Kind.FORMAT, Result.FAILED, reason));
                yield Optional.empty();
            }
        };
    }

    void integrity() {
        switch (seal) {
            case Seal.Intact intact ->
                    checks.add(
                            Kind.INTEGRITY, Result.PASSED, "integrity.intact", intact.algorithm());
            case Seal.Broken(var reason) when reason.code().startsWith("format.") ->
                    checks.notReached(Kind.INTEGRITY);
            case Seal.Broken(var reason) -> checks.add(Kind.INTEGRITY, Result.FAILED, reason);
            case Seal.NotChecked(var reason) ->
                    checks.add(Kind.INTEGRITY, Result.COULD_NOT_CHECK, reason);
        }
    }

    void checkIssuer() {
        if (!(seal instanceof Seal.Intact intact)) {
            checks.notReached(Kind.ISSUER);
            return;
        }
        switch (Keyring.owner(issuer, intact.key(), known)) {
            case MATCHES -> matches(issuer, known, checks);
            case ANOTHERS ->
                    checks.add(
                            Kind.ISSUER,
                            Result.FAILED,
                            "issuer.key-not-issuers",
                            aged(
                                    known.flatMap(TrustedIssuer::keysFetched),
                                    issuer,
                                    intact.method()));
            case UNCONFIRMED ->
                    checks.add(
                            Kind.ISSUER,
                            Result.COULD_NOT_CHECK,
                            "issuer.key-unconfirmed",
                            issuer,
                            intact.method());
        }
    }

    /** The key is one by which {@code issuer} is known. */
    static void matches(String issuer, Optional<TrustedIssuer> known, Checks checks) {
        var fetched = known.flatMap(TrustedIssuer::keysFetched);
        var stale = fetched.filter(KeysFetched::stale).map(keys -> "-stale").orElse("");
        checks.add(Kind.ISSUER, Result.PASSED, "issuer.key-matches" + stale, aged(fetched, issuer));
    }

    /** Keys that were fetched say when, so that everybody sees how old the answer is. */
    private static String[] aged(Optional<KeysFetched> fetched, String... evidence) {
        var at = fetched.map(keys -> keys.at().truncatedTo(ChronoUnit.SECONDS).toString());
        return Stream.concat(Stream.of(evidence), at.stream()).toArray(String[]::new);
    }

    void trust(Optional<MicroCredential> content) {
        trustIssuer(content);
        joint.check(document, issuer, content, seal, checks);
        checks.notReachedUnlessMade(Kind.SCOPE);
    }

    void trustIssuer(Optional<MicroCredential> content) {
        if (seal instanceof Seal.Broken) { // nobody knows then whom the document comes from
            checks.notReached(Kind.TRUST);
            return;
        }
        if (known.isPresent()
                && seal instanceof Seal.Intact intact
                && !new SigningMoment(registry, document, content, checks)
                        .isBelieved(known.get(), issuer, intact)) {
            return;
        }
        Listing.check(
                known,
                registry.name(),
                content.map(of -> of.awardingBody().legalName()),
                issuer,
                content,
                checks);
    }

    /** A list is asked for only where the seal holds and the issuer is known. */
    void checkStatus() {
        if (seal instanceof Seal.Intact) {
            status.check(document, known, checks);
        } else {
            checks.notReached(Kind.STATUS);
        }
    }

    void validity() {
        if (seal instanceof Seal.Broken) { // nor when it was meant to hold
            checks.notReached(Kind.VALIDITY);
            return;
        }
        var now = checks.now();
        var period = new StatedPeriod(document);
        var from = period.from();
        var until = period.until();
        var intact =
                seal instanceof Seal.Intact whole
                        ? Optional.of(whole)
                        : Optional.<Seal.Intact>empty();
        var sealedFrom = intact.flatMap(Seal.Intact::starts);
        var sealedUntil = intact.flatMap(Seal.Intact::expires);
        if (from.isEmpty()) {
            checks.notReached(Kind.VALIDITY);
        } else if (from.get().isAfter(now.plus(SKEW))) {
            checks.add(Kind.VALIDITY, Result.FAILED, "validity.not-yet", day(from.get()));
        } else if (sealedFrom.isPresent() && sealedFrom.get().isAfter(now.plus(SKEW))) {
            checks.add(Kind.VALIDITY, Result.FAILED, "validity.not-yet", day(sealedFrom.get()));
        } else if (until.isPresent() && until.get().isBefore(now)) {
            checks.add(Kind.VALIDITY, Result.FAILED, "validity.expired", day(until.get()));
        } else if (sealedUntil.isPresent() && !sealedUntil.get().isAfter(now)) {
            checks.add(
                    Kind.VALIDITY, Result.FAILED, "validity.seal-expired", day(sealedUntil.get()));
        } else if (period.isEndUnreadable()) {
            checks.add(Kind.VALIDITY, Result.COULD_NOT_CHECK, "validity.end-unreadable");
        } else if (until.isPresent()) {
            checks.add(Kind.VALIDITY, Result.PASSED, "validity.in-period", day(until.get()));
        } else if (sealedUntil.isPresent()) {
            checks.add(
                    Kind.VALIDITY,
                    Result.PASSED,
                    "validity.seal-in-period",
                    day(sealedUntil.get()));
        } else {
            checks.add(Kind.VALIDITY, Result.PASSED, "validity.no-end");
        }
    }

    private static String day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** What the credential is worth, as far as that can be found out; never part of the verdict. */
    void worth(Optional<MicroCredential> content) {
        new Worth(registry, status, checks)
                .check(issuer, content, seal, new StatedPeriod(document).until());
    }

    void completeness(Optional<MicroCredential> content) {
        if (content.isEmpty()) {
            checks.notReached(Kind.COMPLETENESS);
            return;
        }
        List<String> missing = content.get().missing().stream().map(Element::code).toList();
        if (missing.isEmpty()) {
            checks.add(Kind.COMPLETENESS, Result.PASSED, "completeness.complete");
        } else {
            checks.add(
                    Kind.COMPLETENESS,
                    Result.FAILED,
                    "completeness.missing",
                    missing.toArray(String[]::new));
        }
    }
}
