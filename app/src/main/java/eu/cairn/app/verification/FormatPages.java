package eu.cairn.app.verification;

import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.Copies;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.LossJson;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.Problems;
import eu.cairn.credential.Contributor;
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.credential.LearningCredentialFormat;
import eu.cairn.formats.credential.OpenBadgeFormat;
import eu.cairn.framework.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** One award in the formats that receivers understand, each with what whoever receives it gets. */
@Controller
@Tag(name = "Verification")
class FormatPages {

    private final CredentialStore credentials;
    private final Copies copies;

    FormatPages(CredentialStore credentials, Copies copies) {
        this.credentials = credentials;
        this.copies = copies;
    }

    @GetMapping("/v/{shortCode}/formats")
    Html formats(Page page, @PathVariable String shortCode) {
        var awarded = credential(shortCode);
        return Html.ok(
                Html.PAGES.formats(
                        page.titled("Take it with you"), awarded.shortCode(), offered(awarded)));
    }

    @GetMapping("/api/v1/awards/{shortCode}/formats")
    @Operation(
            summary =
                    "The formats of a credential, and what of it other software does not get in each")
    @ResponseBody
    List<OfferedFormat> list(@PathVariable String shortCode) {
        return offered(credential(shortCode));
    }

    @GetMapping("/v/{shortCode}/formats/{format}")
    ResponseEntity<Object> document(@PathVariable String shortCode, @PathVariable String format) {
        var awarded = credential(shortCode);
        var chosen =
                CredentialFormat.ofCode(format)
                        .filter(one -> !(one instanceof LearningCredentialFormat))
                        .orElseThrow(NotThere::new);
        return switch (copies.signed(awarded, chosen)) {
            case Decided.Refused<byte[]> refused ->
                    Problems.answer(HttpStatus.CONFLICT, refused.reasons());
            case Decided.Accepted<byte[]>(var document) ->
                    ResponseEntity.ok()
                            .header(HttpHeaders.CONTENT_TYPE, chosen.mediaType())
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    "attachment; filename=\"%s-%s.%s\""
                                            .formatted(
                                                    awarded.shortCode(),
                                                    chosen.code(),
                                                    chosen.fileExtension()))
                            .body(document);
        };
    }

    private List<OfferedFormat> offered(AwardedCredential awarded) {
        var jointly =
                Copies.content(awarded).contributors().stream()
                        .filter(body -> body.role() == Contributor.Role.JOINT_AWARDING_BODY)
                        .map(Contributor::legalName)
                        .toList();
        return copies.offers(awarded).stream()
                .map(
                        offer ->
                                new OfferedFormat(
                                        offer.format().code(),
                                        offer.format().mediaType(),
                                        address(awarded, offer.format()),
                                        offer.available(),
                                        offer.lacking().stream().map(part -> part.code()).toList(),
                                        offer.unfit().stream()
                                                .map(OfferedFormat.Reason::of)
                                                .toList(),
                                        offer.stated(),
                                        LossJson.of(offer.losses()),
                                        offer.format() instanceof OpenBadgeFormat
                                                ? List.of()
                                                : jointly))
                .toList();
    }

    /** What is bound to a wallet is only for the learner, who has to sign in. */
    private static String address(AwardedCredential awarded, CredentialFormat format) {
        return format instanceof LearningCredentialFormat
                ? "/credentials/" + awarded.shortCode() + "/wallet"
                : "/v/" + awarded.shortCode() + "/formats/" + format.code();
    }

    private AwardedCredential credential(String shortCode) {
        return ShortCode.read(shortCode)
                .flatMap(credentials::byShortCode)
                .filter(awarded -> awarded.document().isPresent())
                .orElseThrow(NotThere::new);
    }
}
