package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.sdjwt.LearningCredential;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Makes the checks on one credential with selective disclosure, in the order of {@link Judgement},
 * which makes those that do not depend on the format.
 *
 * @param credential what was sent
 * @param known what the registry knows of its issuer
 * @param registry where issuers are looked up
 * @param status how the status of other formats is found out
 * @param tokenStatus how its status is found out
 * @param challenge what the holder was asked to answer, if it was asked
 * @param checks where the checks are put
 */
record SdJwtJudgement(
        SdJwtCredential credential,
        Optional<TrustedIssuer> known,
        TrustRegistry registry,
        StatusCheck status,
        TokenStatusCheck tokenStatus,
        Optional<Challenge> challenge,
        Checks checks) {

    Verdict verdict() {
        var binding =
                credential.parts().keyBinding().map(token -> KeyBinding.read(token, credential));
        var seal = seal(binding);
        var content = format(seal);
        var judgement =
                new Judgement(
                        period(),
                        credential.issuer(),
                        true,
                        seal,
                        known,
                        registry,
                        status,
                        JointAward.oneSigns(),
                        checks);
        judgement.integrity();
        judgement.checkIssuer();
        judgement.trust(content);
        if (seal instanceof Seal.Intact) {
            tokenStatus.check(credential, known, checks);
        } else {
            checks.notReached(Kind.STATUS);
        }
        judgement.validity();
        completeness(judgement, content);
        judgement.worth(content);
        holder(seal, binding);
        return Verdict.of(content, checks.list(), checks.now());
    }

    /** What the issuer sealed and the holder's own seal does not fit is not what either sent. */
    private Seal seal(Optional<Decided<KeyBinding>> binding) {
        var seal = credential.verify(known);
        return seal instanceof Seal.Intact
                        && binding.isPresent()
                        && binding.get() instanceof Decided.Refused<KeyBinding>
                ? new Seal.Broken(Refusal.of("integrity.key-binding-broken", ""))
                : seal;
    }

    private Optional<MicroCredential> format(Seal seal) {
        return switch (LearningCredential.read(credential.claims())) {
            case Decided.Accepted<MicroCredential>(var content) -> {
                checks.add(Kind.FORMAT, Result.PASSED, "format.sd-jwt-vc");
                yield seal instanceof Seal.Intact ? Optional.of(content) : Optional.empty();
            }
            case Decided.Refused<MicroCredential> refused -> {
                for (var reason : refused.reasons()) {
                    var another = reason.code().equals("format.no-achievement");
                    checks.add(
                            Kind.FORMAT, another ? Result.COULD_NOT_CHECK : Result.FAILED, reason);
                }
                yield Optional.empty();
            }
        };
    }

    /** From when to when it holds, as a credential in JSON says it. */
    private JsonObject period() {
        var period = JSON.createObjectBuilder();
        credential
                .moment("iat")
                .or(() -> credential.moment("nbf"))
                .ifPresent(moment -> period.add("validFrom", moment.toString()));
        var end = SdJwtCredential.text(credential.claims(), "date_of_expiry");
        end.ifPresent(day -> period.add("validUntil", day + "T23:59:59Z"));
        if (end.isEmpty()
                && (credential.claims().containsKey("date_of_expiry") || mayBeWithheld())) {
            period.add("validUntil", "");
        }
        return period.build();
    }

    /** An end that is nowhere in the clear may be among what the holder withholds. */
    private boolean mayBeWithheld() {
        return credential.moment("exp").isEmpty() && credential.disclosed().withheld() > 0;
    }

    /** What is not disclosed is not missing. */
    private void completeness(Judgement judgement, Optional<MicroCredential> content) {
        var lacks = content.map(of -> !of.missing().isEmpty()).orElse(false);
        if (lacks && credential.disclosed().withheld() > 0) {
            checks.add(Kind.COMPLETENESS, Result.COULD_NOT_CHECK, "completeness.withheld");
        } else {
            judgement.completeness(content);
        }
    }

    private void holder(Seal seal, Optional<Decided<KeyBinding>> binding) {
        if (!(seal instanceof Seal.Intact)) {
            checks.notReached(Kind.HOLDER);
        } else if (binding.isPresent()
                && binding.get() instanceof Decided.Accepted<KeyBinding>(var proof)) {
            challenge.ifPresentOrElse(
                    asked -> answered(proof.answers(asked, checks.now())),
                    () ->
                            checks.add(
                                    Kind.HOLDER, Result.COULD_NOT_CHECK, "holder.binding-unasked"));
        } else if (challenge.isPresent()) {
            answered(false);
        } else {
            checks.add(Kind.HOLDER, Result.COULD_NOT_CHECK, "holder.not-checked");
        }
    }

    private void answered(boolean rightly) {
        if (rightly) {
            checks.add(Kind.HOLDER, Result.PASSED, "holder.key-proven");
        } else {
            checks.add(Kind.HOLDER, Result.FAILED, "holder.key-not-proven");
        }
    }
}
