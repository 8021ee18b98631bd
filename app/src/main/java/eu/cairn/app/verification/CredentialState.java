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
 * @param state {@code in-force}, {@code revoked} or {@code being-signed}
 * @param since when it ended
 * @param code why it ended, from a closed list
 * @param meaning the code in words
 * @param reason why it ended, in the words of the awarding body
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
        var end = awarded.revocation();
        return new CredentialState(
                awarded.shortCode(),
                awarded.isGivenUp()
                        ? "revoked"
                        : awarded.document().isEmpty()
                                ? "being-signed"
                                : end.isPresent() ? "revoked" : "in-force",
                end.map(AwardedCredential.Revocation::at),
                end.map(AwardedCredential.Revocation::code),
                end.map(it -> Words.name("credential", "revocation." + it.code())),
                end.map(AwardedCredential.Revocation::reason),
                awarded.replacedBy()
                        .filter(next -> awarded.isReplaced())
                        .map(next -> Other.of(next, installation)));
    }

    /** Why it ended, as a verifier is told who has the credential. */
    static Optional<Note> note(
            AwardedCredential awarded, Organisation organisation, Installation installation) {
        return awarded.revocation()
                .map(
                        end ->
                                new Note(
                                        LocalDate.ofInstant(end.at(), organisation.zone()),
                                        end.reason(),
                                        Optional.of(end.code()),
                                        awarded.replacedBy()
                                                .filter(next -> awarded.isReplaced())
                                                .map(next -> page(next, installation))));
    }

    private static String page(AwardedCredential.Correction correction, Installation installation) {
        return installation.baseUrl() + "/v/" + correction.shortCode();
    }
}
