package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.NotThere;
import eu.cairn.formats.verification.StatusLists.Note;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How single credentials stand, and why. */
@RestController
@Tag(name = "Verification")
class StatusApi {

    private final CredentialStore credentials;
    private final AccreditationsIssued accreditations;
    private final AccountStore accounts;
    private final Installation installation;

    StatusApi(
            CredentialStore credentials,
            AccreditationsIssued accreditations,
            AccountStore accounts,
            Installation installation) {
        this.credentials = credentials;
        this.accreditations = accreditations;
        this.accounts = accounts;
        this.installation = installation;
    }

    @GetMapping("/api/v1/awards/{shortCode}/status")
    @Operation(
            summary = "How a credential stands: since when and why it ended, and what replaced it",
            security = {})
    CredentialState state(@PathVariable String shortCode) {
        return ShortCode.read(shortCode)
                .flatMap(credentials::byShortCode)
                .map(awarded -> CredentialState.of(awarded, installation))
                .orElseThrow(NotThere::new);
    }

    /**
     * Why a bit of a status list is set. Only for whoever has the credential and so knows its
     * identifier: places are counted up, and what replaced a credential is nobody else's concern.
     */
    @GetMapping("/status/{organisation}/{list}/{index}")
    @Operation(
            summary = "Why the credential at a place of a status list ended, for who has it",
            security = {})
    Note note(
            @PathVariable String organisation,
            @PathVariable int list,
            @PathVariable int index,
            @RequestParam(defaultValue = "") String credential) {
        var owner = accounts.organisation(organisation).orElseThrow(NotThere::new);
        return credentials
                .at(owner.id(), list, index)
                .filter(awarded -> credential.equals("urn:uuid:" + awarded.award()))
                .flatMap(awarded -> CredentialState.note(awarded, owner, installation))
                .orElseThrow(NotThere::new);
    }

    /** The same of an accreditation. */
    @GetMapping("/status/{organisation}/accreditations/{list}/{index}")
    @Operation(
            summary = "Why the accreditation at a place of a status list ended, for who has it",
            security = {})
    Note noteOfAccreditation(
            @PathVariable String organisation,
            @PathVariable int list,
            @PathVariable int index,
            @RequestParam(defaultValue = "") String credential) {
        return accounts.organisation(organisation)
                .flatMap(owner -> accreditations.note(owner, list, index, credential))
                .orElseThrow(NotThere::new);
    }
}
