package eu.cairn.verification;

import eu.cairn.credential.LevelStanding;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityRecord;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the level of a credential is a claim or was confirmed by who is authorised to. */
public final class ConfirmationCheck {

    private final List<QualityRecord> records;
    private final Instant at;

    /**
     * @param records what is known of the issuer and its courses
     */
    public ConfirmationCheck(List<QualityRecord> records, Instant at) {
        this.records = List.copyOf(records);
        this.at = at;
    }

    /** Nothing where no level is claimed. */
    public Optional<Check> of(MicroCredential credential) {
        if (credential.level().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (LevelStanding.of(credential, records)) {
                    case LevelStanding.SelfAssessed claim ->
                            check(
                                    Result.COULD_NOT_CHECK,
                                    "level.self-assessed",
                                    credential.awardingBody().legalName());
                    case LevelStanding.Confirmed(var by, var authorised, var until, var source) ->
                            authorised.isPresent()
                                    ? check(
                                            Result.PASSED,
                                            "level.confirmed",
                                            by,
                                            until.toString(),
                                            source,
                                            authorised.get())
                                    : check(
                                            Result.PASSED,
                                            "level.confirmed",
                                            by,
                                            until.toString(),
                                            source);
                });
    }

    private Check check(Result result, String code, String... evidence) {
        return new Check(Kind.LEVEL, result, code, List.of(evidence), at);
    }
}
