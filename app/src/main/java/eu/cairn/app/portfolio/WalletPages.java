package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.Copies;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.Problems;
import eu.cairn.formats.credential.LearningCredentialFormat;
import eu.cairn.formats.credential.sdjwt.HolderKey;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A learner's credential for their wallet, bound to the wallet's key. */
@Controller
@Tag(name = "Portfolio")
class WalletPages {

    private static final LearningCredentialFormat FORMAT = new LearningCredentialFormat();

    private final CredentialStore credentials;
    private final Copies copies;

    WalletPages(CredentialStore credentials, Copies copies) {
        this.credentials = credentials;
        this.copies = copies;
    }

    @GetMapping("/credentials/{shortCode}/wallet")
    Html form(Page page, Person person, @PathVariable String shortCode) {
        return Html.ok(
                Html.PAGES.wallet(
                        page.titled("For your wallet"),
                        held(person, shortCode).shortCode(),
                        "",
                        List.of()));
    }

    @PostMapping("/credentials/{shortCode}/wallet")
    Object issue(
            Page page,
            Person person,
            @PathVariable String shortCode,
            @RequestParam(defaultValue = "") String holderKey) {
        var awarded = held(person, shortCode);
        return switch (issued(awarded, holderKey)) {
            case Decided.Accepted<byte[]>(var token) -> download(awarded, token);
            case Decided.Refused<byte[]> refused ->
                    Html.refused(
                            Html.PAGES.wallet(
                                    page.titled("For your wallet"),
                                    awarded.shortCode(),
                                    holderKey,
                                    refused.reasons()));
        };
    }

    /**
     * The key of a wallet.
     *
     * @param holderKey a public JSON Web Key (RFC 7517) as text
     */
    public record WalletKey(String holderKey) {}

    @PostMapping("/api/v1/credentials/{shortCode}/wallet")
    @Operation(summary = "Your credential as SD-JWT VC, bound to the key of your wallet")
    @ResponseBody
    ResponseEntity<Object> issue(
            Person person, @PathVariable String shortCode, @RequestBody WalletKey key) {
        var awarded = held(person, shortCode);
        return switch (issued(awarded, key.holderKey())) {
            case Decided.Accepted<byte[]>(var token) -> download(awarded, token);
            case Decided.Refused<byte[]> refused -> Problems.refused(refused.reasons());
        };
    }

    private Decided<byte[]> issued(AwardedCredential awarded, String holderKey) {
        return holderKey.isBlank()
                ? Decided.refused(Refusal.of("credential.holder-key-missing", "holderKey"))
                : HolderKey.of(holderKey).then(key -> copies.forWallet(awarded, key));
    }

    private AwardedCredential held(Person person, String shortCode) {
        return credentials.heldBy(person).stream()
                .filter(awarded -> awarded.shortCode().equals(shortCode))
                .filter(awarded -> awarded.document().isPresent())
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private static ResponseEntity<Object> download(AwardedCredential awarded, byte[] token) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, FORMAT.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(awarded.shortCode(), FORMAT.fileExtension()))
                .body(token);
    }
}
