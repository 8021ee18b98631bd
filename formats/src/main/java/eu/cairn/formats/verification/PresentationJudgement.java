package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Decided;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the checks on a presentation. Whoever shows it says nothing by it about the credentials in
 * it, so each has its own verdict; that of a single one is the verdict on the presentation too.
 *
 * <p>A seal shows that somebody with its key once made this presentation. Who shows it now is known
 * only if the seal answers what was asked: anybody can send on what somebody else was sent.
 *
 * @param presentation what was shown
 * @param challenge what its holder was asked to answer, if anything
 * @param checks where the checks are put
 */
record PresentationJudgement(
        Presentation presentation, Optional<Challenge> challenge, Checks checks) {

    Answer answer(HeldCredentials.Judge judge) {
        var items = presentation.held();
        var judged = HeldCredentials.judged(items, checks, (of, own) -> credential(of, own, judge));
        var held = judged.with(withHolders(judged));
        form(items.size());
        if (items.size() == 1) {
            seal();
            return Answer.on(single(held.verdicts().getFirst()));
        }
        held.addTo(checks);
        seal();
        checks.restSaidOfEach();
        checks.add(holder(areAllOfWhoShows(judged)));
        return Answer.on(
                new RecordVerdict(
                        Verdict.ofSeveral(held.verdicts(), checks.list(), checks.now()),
                        held.verdicts(),
                        List.of(),
                        List.of()));
    }

    /** The verdict on the only credential, with what was found out about its presentation. */
    private Verdict single(Verdict credential) {
        var all = new ArrayList<>(checks.list());
        all.addAll(credential.checks());
        return Verdict.of(credential.credential(), all, checks.now());
    }

    /**
     * What its holder asserts has no seal but that of the presentation, which was made to show it
     * and not to award it.
     */
    private Verdict credential(Recognised recognised, Checks own, HeldCredentials.Judge judge) {
        return recognised instanceof Recognised.Credential(var json)
                        && !json.containsKey("proof")
                        && presentation.seal().orElse(null) instanceof Seal.Intact intact
                        && presentation.isSealedBy(Verification.issuerOf(json), intact)
                ? selfAsserted(own)
                : judge.verdict(recognised, own);
    }

    private static Verdict selfAsserted(Checks own) {
        own.add(Kind.INTEGRITY, Result.COULD_NOT_CHECK, "integrity.self-asserted");
        own.restNotReached();
        return Verdict.of(Optional.empty(), own.list(), own.now());
    }

    private void form(int held) {
        var findings = new ArrayList<>(PresentationModel.frame(presentation.document()));
        if (Members.texts(presentation.document(), "@context").contains(Contexts.CREDENTIALS_V1)) {
            findings.removeIf(finding -> finding.code().equals("format.context-first"));
        }
        if (presentation.seal().orElse(null) instanceof Seal.Broken(var reason)
                && reason.code().startsWith("format.")) {
            findings.add(reason);
        }
        findings.forEach(finding -> RecordJudgement.add(finding, checks));
        if (held == 0) {
            checks.add(Kind.FORMAT, Result.COULD_NOT_CHECK, "format.presentation-empty");
        } else if (findings.isEmpty()) {
            if (held == 1) {
                checks.add(Kind.FORMAT, Result.PASSED, "format.presented");
            } else {
                checks.add(Kind.FORMAT, Result.PASSED, "format.presentation", String.valueOf(held));
            }
        }
    }

    private void seal() {
        if (presentation.seal().isEmpty()) {
            checks.add(Kind.INTEGRITY, Result.DOES_NOT_APPLY, "integrity.presentation-unsealed");
            return;
        }
        switch (presentation.seal().get()) {
            case Seal.Broken(var reason) when reason.code().startsWith("format.") ->
                    checks.notReached(Kind.INTEGRITY);
            case Seal.Broken(var reason) -> checks.add(Kind.INTEGRITY, Result.FAILED, reason);
            case Seal.NotChecked(var reason) ->
                    checks.add(Kind.INTEGRITY, Result.COULD_NOT_CHECK, reason);
            case Seal.Intact intact -> {
                checks.add(
                        Kind.INTEGRITY,
                        Result.PASSED,
                        "integrity.presentation-intact",
                        intact.algorithm());
                if (presentation.owner(intact) == Keyring.Owner.ANOTHERS) {
                    checks.add(Kind.ISSUER, Result.FAILED, "holder.key-not-holders");
                }
                inTime(intact);
            }
        }
    }

    private void inTime(Seal.Intact intact) {
        var now = checks.now();
        if (intact.starts().filter(now.plus(Judgement.SKEW)::isBefore).isPresent()) {
            checks.add(
                    Kind.VALIDITY,
                    Result.FAILED,
                    "validity.not-yet",
                    day(intact.starts().orElseThrow()));
        } else if (intact.expires().filter(end -> !end.isAfter(now)).isPresent()) {
            checks.add(
                    Kind.VALIDITY,
                    Result.FAILED,
                    "validity.seal-expired",
                    day(intact.expires().orElseThrow()));
        }
    }

    private static String day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /**
     * The verdicts, each of which says who shows its credential, unless it found that out itself.
     */
    private List<Verdict> withHolders(HeldCredentials held) {
        var verdicts = new ArrayList<Verdict>();
        for (int i = 0; i < held.verdicts().size(); i++) {
            var verdict = held.verdicts().get(i);
            var holder = holder(isOfWhoShows(held, i));
            var all =
                    verdict.checks().stream()
                            .map(
                                    check ->
                                            check.code().equals("holder.not-checked")
                                                    ? holder
                                                    : check)
                            .toList();
            verdicts.add(Verdict.of(verdict.credential(), all, verdict.at()));
        }
        return verdicts;
    }

    private boolean areAllOfWhoShows(HeldCredentials held) {
        return !held.items().isEmpty()
                && IntStream.range(0, held.items().size()).allMatch(i -> isOfWhoShows(held, i));
    }

    /** Whether a credential, as its own seal proves, names by its key whoever shows it. */
    private boolean isOfWhoShows(HeldCredentials held, int i) {
        return presentation.seal().orElse(null) instanceof Seal.Intact intact
                && i < held.verdicts().size()
                && held.verdicts().get(i).credential().isPresent()
                && credential(held.items().get(i))
                        .flatMap(credential -> Members.id(credential, "credentialSubject"))
                        .filter(subject -> presentation.isSealedBy(subject, intact))
                        .isPresent();
    }

    private static Optional<JsonObject> credential(JsonValue item) {
        return switch (item) {
            case JsonObject envelope when Envelope.isClaimedBy(envelope) ->
                    accepted(Envelope.token(envelope).then(SignedJwt::read));
            case JsonObject credential -> Optional.of(credential);
            case JsonString token -> accepted(SignedJwt.read(token.getString()));
            default -> Optional.empty();
        };
    }

    private static Optional<JsonObject> accepted(Decided<SignedJwt> read) {
        return read instanceof Decided.Accepted<SignedJwt>(var jwt)
                ? Optional.of(jwt.credential())
                : Optional.empty();
    }

    /**
     * Who shows it.
     *
     * @param bound whether what is shown was issued to the key that sealed the presentation
     */
    private Check holder(boolean bound) {
        if (presentation.seal().isEmpty()) {
            return challenge.isPresent()
                    ? holder(Result.FAILED, "holder.key-not-proven")
                    : holder(Result.COULD_NOT_CHECK, "holder.presentation-unsealed");
        }
        if (!(presentation.seal().get() instanceof Seal.Intact intact)) {
            return holder(Result.COULD_NOT_CHECK, "holder.not-reached");
        }
        if (presentation.owner(intact) == Keyring.Owner.ANOTHERS) {
            return holder(Result.FAILED, "holder.key-not-holders");
        }
        if (challenge.isEmpty()) {
            return holder(
                    Result.COULD_NOT_CHECK,
                    bound ? "holder.binding-unasked" : "holder.presentation-unasked");
        }
        if (!presentation.answers().equals(challenge)) {
            return holder(Result.FAILED, "holder.key-not-proven");
        }
        return bound
                ? holder(Result.PASSED, "holder.key-proven")
                : holder(Result.COULD_NOT_CHECK, "holder.presented-by-another");
    }

    private Check holder(Result result, String code) {
        return new Check(Kind.HOLDER, result, code, List.of(), checks.now());
    }
}
