package eu.cairn.app.verification;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Words;
import eu.cairn.formats.verification.StatusLists.Note;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a credential stands, for whoever has its code.
 *
 * @param state {@code in-force}, {@code suspended}, {@code revoked} or {@code being-signed}
 * @param since when it ended, or from when it does not hold for now
 * @param code why, from a closed list
 * @param meaning the code in words
 * @param reason why, in the words of the awarding body
 * @param replacedBy the corrected credential in its place; a corrected one does not lead back,
 *     since what was wrong is no concern of whoever is shown the right one
 */
public record CredentialState(
        String shortCode,
        String state,
        Optional<Instant> since,
        Optional<String> code,
        Optional<String> meaning,
        Optional<String> reason,
        Optional<Other> replacedBy) {

    /** The corrected credential, and why it was made. */
    public record Other(String shortCode, String page, String code, String meaning, String reason) {

        static Other of(AwardedCredential.Correction correction, Installation installation) {
            return new Other(
                    correction.shortCode(),
                    CredentialState.page(correction, installation),
                    correction.code(),
                    Words.name("credential", "correction." + correction.code()),
                    correction.reason());
        }
    }

    static CredentialState of(AwardedCredential awarded, Installation installation) {
        var change = change(awarded);
        return new CredentialState(
                awarded.shortCode(),
                state(awarded),
                change.map(Change::at),
                change.map(Change::code),
                change.map(Change::meaning),
                change.map(Change::reason),
                awarded.replacedBy()
                        .filter(next -> awarded.isReplaced())
                        .map(next -> Other.of(next, installation)));
    }

    private static String state(AwardedCredential awarded) {
        if (awarded.document().isEmpty() && !awarded.isGivenUp()) {
            return "being-signed";
        }
        return awarded.revocation().isPresent()
                ? "revoked"
                : awarded.suspension().isPresent() ? "suspended" : "in-force";
    }

    /** Since when and why a credential does not hold. */
    private record Change(Instant at, String code, String meaning, String reason) {}

    private static Optional<Change> change(AwardedCredential awarded) {
        return awarded.revocation()
                .map(
                        end ->
                                new Change(
                                        end.at(),
                                        end.code(),
                                        Words.name("credential", "revocation." + end.code()),
                                        end.reason()))
                .or(
                        () ->
                                awarded.suspension()
                                        .map(
                                                it ->
                                                        new Change(
                                                                it.at(),
                                                                it.code(),
                                                                Words.name(
                                                                        "credential",
                                                                        "suspension." + it.code()),
                                                                it.reason())));
    }

    /** Why it ended or is suspended, as a verifier is told who has the credential. */
    static Optional<Note> note(
            AwardedCredential awarded, Organisation organisation, Installation installation) {
        return change(awarded)
                .map(
                        change ->
                                new Note(
                                        LocalDate.ofInstant(change.at(), organisation.zone()),
                                        change.reason(),
                                        Optional.of(change.code()),
                                        awarded.replacedBy()
                                                .filter(next -> awarded.isReplaced())
                                                .map(next -> page(next, installation))));
    }

    private static String page(AwardedCredential.Correction correction, Installation installation) {
        return installation.baseUrl() + "/v/" + correction.shortCode();
    }
}
