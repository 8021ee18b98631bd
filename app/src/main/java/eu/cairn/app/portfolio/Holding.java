package eu.cairn.app.portfolio;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Reminder;
import eu.cairn.verification.Verdict;
import eu.cairn.verification.VerifiedCredential;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A credential that a person holds, with what its verification says now.
 *
 * @param awardedBy the organisation that awarded it
 * @param verdict empty while the credential is being signed
 */
public record Holding(
        AwardedCredential awarded, Organisation awardedBy, Optional<Verdict> verdict) {

    /** What can be said of a credential in one word. */
    public enum State {
        GENUINE,
        REVOKED,
        SUSPENDED,
        EXPIRED,
        NOT_GENUINE,
        NOT_FINISHED,
        BEING_SIGNED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the document says; proven only if it was found genuine. */
    public Optional<MicroCredential> content() {
        return verdict.flatMap(Verdict::credential);
    }

    /** The gate to whatever counts or recognises credentials. */
    public Optional<VerifiedCredential> verified() {
        return verdict.flatMap(
                found ->
                        found instanceof Verdict.Genuine genuine
                                ? Optional.of(VerifiedCredential.of(genuine))
                                : Optional.empty());
    }

    /** What the holder should think of when a genuine credential is looked at. */
    public List<Reminder> reminders() {
        return verified()
                .map(
                        one ->
                                Reminder.of(
                                        one.content(),
                                        LocalDate.ofInstant(one.verifiedAt(), awardedBy.zone())))
                .orElse(List.of());
    }

    public State state() {
        return verdict.map(Holding::state).orElse(State.BEING_SIGNED);
    }

    private static State state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> State.GENUINE;
            case Verdict.AllGenuine several -> State.NOT_FINISHED; // and no credential
            case Verdict.CouldNotFinish open -> State.NOT_FINISHED;
            case Verdict.NotGenuine not ->
                    switch (not.reason().kind()) {
                        case STATUS ->
                                not.reason().code().equals("status.suspended")
                                        ? State.SUSPENDED
                                        : State.REVOKED;
                        case VALIDITY -> State.EXPIRED;
                        case FORMAT,
                                CREDENTIALS,
                                INTEGRITY,
                                ISSUER,
                                TRUST,
                                SCOPE,
                                ISSUE,
                                COMPLETENESS,
                                LEVEL,
                                WORKLOAD,
                                ASSURANCE,
                                CHAIN,
                                HOLDER ->
                                State.NOT_GENUINE;
                    };
        };
    }
}
