package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.credential.TokenStatusList;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a token is revoked or suspended, by a Token Status List that its own issuer signed
 * (draft-ietf-oauth-status-list-20, section 8.3).
 *
 * <p>A list that is not to be had, not of this issuer, not of this address, or out of date leaves
 * the check open; it neither clears nor condemns.
 */
record TokenStatusCheck(StatusLists lists) {

    void check(SdJwtCredential credential, Optional<TrustedIssuer> known, Checks checks) {
        if (!credential.claims().containsKey("status")) {
            checks.add(Kind.STATUS, Result.DOES_NOT_APPLY, "status.none");
            return;
        }
        var entry = TokenStatusList.entry(credential.claims());
        if (entry.isEmpty()) {
            checks.add(Kind.STATUS, Result.COULD_NOT_CHECK, "status.kind-not-supported");
        } else if (known.isEmpty()) {
            checks.notReached(Kind.STATUS);
        } else {
            check(
                    credential.issuer(),
                    SdJwtCredential.text(credential.claims(), "jti").orElse(""),
                    entry.get(),
                    known.get(),
                    checks);
        }
    }

    private void check(
            String issuer, String id, StatusEntry entry, TrustedIssuer known, Checks checks) {
        var found = lists.published(entry.list(), known);
        if (found.isEmpty()) {
            open(checks, "status.list-unreachable", entry);
            return;
        }
        if (!(CompactJws.read(found.get().text().strip())
                        instanceof Decided.Accepted<CompactJws>(var jws))
                || !(jws.json() instanceof Decided.Accepted<JsonObject>(var payload))) {
            open(checks, "status.list-malformed", entry);
            return;
        }
        var objection = objection(issuer, entry, known, jws, payload, checks);
        if (objection.isPresent()) {
            open(checks, objection.get(), entry);
            return;
        }
        switch (TokenStatusList.read(payload)) {
            case Decided.Refused<TokenStatusList> refused ->
                    open(checks, refused.reasons().getFirst().code(), entry);
            case Decided.Accepted<TokenStatusList>(var list) ->
                    status(
                            list,
                            payload,
                            found.get(),
                            entry,
                            () -> lists.note(entry, id, known),
                            checks);
        }
    }

    private static void open(Checks checks, String code, StatusEntry entry) {
        checks.add(Kind.STATUS, Result.COULD_NOT_CHECK, code, entry.list());
    }

    /** Why this list must not be relied on for this token, if for any reason. */
    private static Optional<String> objection(
            String issuer,
            StatusEntry entry,
            TrustedIssuer known,
            CompactJws jws,
            JsonObject payload,
            Checks checks) {
        if (!SdJwtCredential.text(jws.header(), "typ").equals(Optional.of(TokenStatusList.TYPE))) {
            return Optional.of("status.list-malformed");
        }
        var expires = SignedJwt.moment(payload, "exp");
        var keys = IssuerKey.of(issuer, Optional.of(known));
        var seal = jws.seal(issuer, keys, Optional.empty(), expires);
        if (!(seal instanceof Seal.Intact intact)) {
            return Optional.of("status.list-not-intact");
        }
        if (Keyring.owner(issuer, intact.key(), Optional.of(known)) != Keyring.Owner.MATCHES) {
            return Optional.of("status.list-not-issuers");
        }
        if (!SdJwtCredential.text(payload, "sub").equals(Optional.of(entry.list()))) {
            return Optional.of("status.list-of-another-address");
        }
        var issued = SignedJwt.moment(payload, "iat");
        return issued.isEmpty()
                        || issued.get().isAfter(checks.now().plus(Judgement.SKEW))
                        || (expires.isEmpty() && payload.containsKey("exp"))
                        || expires.map(end -> !end.isAfter(checks.now())).orElse(false)
                ? Optional.of("status.list-out-of-date")
                : Optional.empty();
    }

    private static void status(
            TokenStatusList list,
            JsonObject payload,
            Published found,
            StatusEntry entry,
            Supplier<Optional<StatusLists.Note>> note,
            Checks checks) {
        var status = list.status(entry.index());
        if (status.isEmpty()) {
            open(checks, "status.no-such-place", entry);
            return;
        }
        switch (status.get()) {
            case TokenStatusList.VALID ->
                    StatusCheck.inForce(
                            entry,
                            SignedJwt.moment(payload, "iat").orElseThrow().toString(),
                            found,
                            checks);
            case TokenStatusList.INVALID ->
                    StatusCheck.changed(Purpose.REVOCATION, note.get(), checks);
            case TokenStatusList.SUSPENDED ->
                    StatusCheck.changed(Purpose.SUSPENSION, note.get(), checks);
            default -> checks.add(Kind.STATUS, Result.COULD_NOT_CHECK, "status.kind-not-supported");
        }
    }
}
