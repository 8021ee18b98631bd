package eu.cairn.formats.verification;

import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import jakarta.json.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether a credential is revoked or suspended, by status lists that its own issuer signed.
 *
 * <p>A list that is not to be had, not of this issuer, not of this address, or out of date leaves
 * the check open; it neither clears nor condemns.
 */
final class StatusCheck {

    private final StatusLists lists;
    private final SealedLists read;

    StatusCheck(StatusLists lists, DataIntegrity integrity) {
        this.lists = lists;
        this.read = new SealedLists(integrity);
    }

    void check(JsonObject document, Optional<TrustedIssuer> known, Checks checks) {
        var entries = new ArrayList<>(StatusList.entries(document));
        var stated = Members.items(document, "credentialStatus").count();
        if (document.containsKey(StatusList.SUSPENSION_STATUS) && OpenBadge.isOurs(document)) {
            stated++;
            StatusList.suspension(document).ifPresent(entries::add);
        } else if (entries.size() == 1 && stated == 1 && !OpenBadge.isOurs(document)) {
            known.flatMap(issuer -> lists.suspension(entries.getFirst(), issuer))
                    .ifPresent(entries::add);
        }
        var of =
                new Subject(
                        Members.id(document, "issuer"), Members.text(document, "id").orElse(""));
        check(of, stated, entries, known, checks);
    }

    /**
     * The credential that is checked, as it names itself.
     *
     * @param id its identifier; blank where it has none
     */
    record Subject(Optional<String> issuer, String id) {}

    /**
     * Checks the places in status lists that a credential states.
     *
     * @param stated how many it states, also in ways that are not read
     */
    void check(
            Subject of,
            long stated,
            List<StatusEntry> entries,
            Optional<TrustedIssuer> known,
            Checks checks) {
        if (stated == 0) {
            checks.add(Kind.STATUS, Result.DOES_NOT_APPLY, "status.none");
        } else if (entries.size() < stated) {
            checks.add(Kind.STATUS, Result.COULD_NOT_CHECK, "status.kind-not-supported");
        } else if (known.isEmpty()) {
            checks.notReached(Kind.STATUS);
        } else {
            entries.forEach(entry -> check(of, entry, known.get(), checks));
        }
    }

    private void check(Subject of, StatusEntry entry, TrustedIssuer known, Checks checks) {
        var found = lists.published(entry.list(), known);
        if (found.isEmpty()) {
            open(checks, "status.list-unreachable", entry.list());
            return;
        }
        var list = read.read(found.get().text(), known);
        if (list.isEmpty()) {
            open(checks, "status.list-malformed", entry.list());
            return;
        }
        var json = list.get().json();
        var objection = objection(of.issuer(), json, list.get().seal(), entry, known, checks);
        if (objection.isPresent()) {
            open(checks, objection.get(), entry.list());
            return;
        }
        switch (list.get().bits()) {
            case Decided.Refused<StatusList> refused ->
                    open(checks, refused.reasons().getFirst().code(), entry.list());
            case Decided.Accepted<StatusList>(var bits) ->
                    bit(
                            bits,
                            json,
                            found.get(),
                            entry,
                            () -> lists.note(entry, of.id(), known),
                            checks);
        }
    }

    private static void open(Checks checks, String code, String address) {
        checks.add(Kind.STATUS, Result.COULD_NOT_CHECK, code, address);
    }

    /** Why this list must not be relied on for this credential, if for any reason. */
    private static Optional<String> objection(
            Optional<String> of,
            JsonObject list,
            Seal seal,
            StatusEntry entry,
            TrustedIssuer known,
            Checks checks) {
        var issuer = Members.id(list, "issuer").orElse("");
        if (!(seal instanceof Seal.Intact intact)) {
            return Optional.of("status.list-not-intact");
        }
        if (!of.equals(Optional.of(issuer))
                || Keyring.owner(issuer, intact.key(), Optional.of(known))
                        != Keyring.Owner.MATCHES) {
            return Optional.of("status.list-not-issuers");
        }
        if (!Members.text(list, "id").equals(Optional.of(entry.list()))) {
            return Optional.of("status.list-of-another-address");
        }
        var now = checks.now();
        var from = Members.text(list, "validFrom").flatMap(Members::instant);
        var until = Members.text(list, "validUntil").flatMap(Members::instant);
        if (from.isEmpty()
                || from.get().isAfter(now.plus(Judgement.SKEW))
                || (until.isEmpty() && list.containsKey("validUntil"))
                || Stream.concat(until.stream(), intact.expires().stream())
                        .anyMatch(end -> end.isBefore(now))) {
            return Optional.of("status.list-out-of-date");
        }
        return Optional.empty();
    }

    private static void bit(
            StatusList bits,
            JsonObject list,
            Published found,
            StatusEntry entry,
            Supplier<Optional<StatusLists.Note>> note,
            Checks checks) {
        var set =
                bits.purpose() == entry.purpose()
                        ? bits.isSet(entry.index())
                        : Optional.<Boolean>empty();
        if (set.isEmpty()) {
            open(checks, "status.no-such-place", entry.list());
        } else if (set.get()) {
            changed(entry.purpose(), note.get(), checks);
        } else {
            inForce(entry, Members.text(list, "validFrom").orElse(""), found, checks);
        }
    }

    /** A list that was fetched says when, so that everybody sees how old the answer is. */
    static void inForce(StatusEntry entry, String made, Published found, Checks checks) {
        var evidence = new ArrayList<>(List.of(entry.list(), made));
        found.fetched()
                .ifPresent(at -> evidence.add(at.truncatedTo(ChronoUnit.SECONDS).toString()));
        checks.add(
                Kind.STATUS,
                Result.PASSED,
                new Refusal(
                        (entry.purpose() == Purpose.SUSPENSION
                                        ? "status.not-suspended"
                                        : "status.in-force")
                                + (found.stale() ? "-stale" : ""),
                        "",
                        evidence));
    }

    /** The check on a credential whose place in a list is set to {@code change}. */
    static void changed(Purpose change, Optional<StatusLists.Note> note, Checks checks) {
        checks.add(
                Kind.STATUS,
                Result.FAILED,
                new Refusal(
                        change == Purpose.REVOCATION ? "status.revoked" : "status.suspended",
                        "",
                        note.map(StatusLists.Note::evidence).orElse(List.of())));
    }
}
