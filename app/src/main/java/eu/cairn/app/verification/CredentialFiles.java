package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.Copies;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Labels;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Problems;
import eu.cairn.app.web.Reader;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Supplement;
import eu.cairn.formats.credential.badge.BadgePicture;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.formats.credential.badge.BakedSvg;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The files of a credential that was awarded here, for whoever has its code. */
@Controller
class CredentialFiles {

    private final Verifications verifications;
    private final CredentialStore credentials;
    private final AccountStore accounts;
    private final Installation installation;
    private final Reports reports;
    private final KnownIssuers issuers;

    CredentialFiles(
            Verifications verifications,
            CredentialStore credentials,
            AccountStore accounts,
            Installation installation,
            Reports reports,
            KnownIssuers issuers) {
        this.verifications = verifications;
        this.credentials = credentials;
        this.accounts = accounts;
        this.installation = installation;
        this.reports = reports;
        this.issuers = issuers;
    }

    @GetMapping("/v/{shortCode}/credential.json")
    ResponseEntity<byte[]> document(@PathVariable String shortCode) {
        return download(
                credential(shortCode).document().orElseThrow(NotThere::new),
                "application/vc+ld+json",
                shortCode + ".json");
    }

    @GetMapping("/v/{shortCode}/report.json")
    ResponseEntity<String> report(@PathVariable String shortCode, Reader reader) {
        var document = credential(shortCode).document().orElseThrow(NotThere::new);
        return reader.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(VerdictWords.in(reader.language()).json(verifications.answer(document)));
    }

    /** The signed report, as a token. */
    @GetMapping("/v/{shortCode}/report.jwt")
    ResponseEntity<byte[]> signedReport(
            @PathVariable String shortCode,
            @RequestParam(name = "reader", defaultValue = "") String country,
            Reader reader) {
        return report(shortCode, ReportForm.JWT, country, reader);
    }

    /** The same to print. */
    @GetMapping("/v/{shortCode}/report.pdf")
    ResponseEntity<byte[]> printedReport(
            @PathVariable String shortCode,
            @RequestParam(name = "reader", defaultValue = "") String country,
            Reader reader) {
        return report(shortCode, ReportForm.PDF, country, reader);
    }

    private ResponseEntity<byte[]> report(
            String shortCode, ReportForm form, String country, Reader reader) {
        var document = credential(shortCode).document().orElseThrow(NotThere::new);
        var subject =
                Reports.Subject.of(verifications, document, issuers.name(), reader.language())
                        .in(ReaderCountry.of(country, ""));
        return form.answer(reports, subject, shortCode + "-report");
    }

    @GetMapping("/v/{shortCode}/certificate.pdf")
    ResponseEntity<Object> certificate(@PathVariable String shortCode) {
        return pdf(credential(shortCode), "", Certificate::write);
    }

    /** The contents, results and standing of the credential, for those who recognise it. */
    @GetMapping("/v/{shortCode}/supplement.pdf")
    ResponseEntity<Object> supplement(@PathVariable String shortCode) {
        return pdf(credential(shortCode), "-supplement", Supplement::write);
    }

    private interface Paper {
        Decided<byte[]> write(
                MicroCredential content, Certificate.Presentation presentation, byte[] signed);
    }

    private ResponseEntity<Object> pdf(AwardedCredential credential, String suffix, Paper paper) {
        var document = signed(credential);
        var organisation =
                accounts.organisation(credential.organisation()).orElseThrow(NotThere::new);
        var written =
                paper.write(
                        Copies.content(credential),
                        presentation(credential, organisation),
                        document);
        return switch (written) {
            case Decided.Refused<byte[]> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<byte[]> pdf ->
                    ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_PDF)
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    "inline; filename=\"%s%s.pdf\""
                                            .formatted(credential.shortCode(), suffix))
                            .body(pdf.value());
        };
    }

    /** A picture to show, with the signed credential inside. */
    @GetMapping("/v/{shortCode}/badge.png")
    ResponseEntity<byte[]> png(@PathVariable String shortCode) {
        var credential = credential(shortCode);
        var badge = text(signed(credential));
        var picture = BadgePicture.png(Copies.content(credential));
        return download(BakedPng.bake(picture, badge), "image/png", shortCode + ".png");
    }

    /** The same as a drawing. */
    @GetMapping("/v/{shortCode}/badge.svg")
    ResponseEntity<byte[]> svg(@PathVariable String shortCode) {
        var credential = credential(shortCode);
        var badge = text(signed(credential));
        var picture = BakedSvg.bake(BadgePicture.svg(Copies.content(credential)), badge);
        return download(
                picture.getBytes(StandardCharsets.UTF_8), "image/svg+xml", shortCode + ".svg");
    }

    private static byte[] signed(AwardedCredential credential) {
        return credential.document().orElseThrow(NotThere::new);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private Certificate.Presentation presentation(
            AwardedCredential credential, Organisation organisation) {
        return new Certificate.Presentation(
                URI.create(installation.baseUrl() + "/v/" + credential.shortCode()),
                credential.shortCode(),
                Language.ENGLISH,
                organisation.demo(),
                "Signed electronically by " + signers(credential, organisation) + ".",
                credential
                        .revocation()
                        .map(
                                revocation ->
                                        "Revoked on "
                                                + Labels.of(
                                                        LocalDate.ofInstant(
                                                                revocation.at(),
                                                                organisation.zone()))
                                                + ": "
                                                + revocation.reason())
                        .or(() -> suspended(credential, organisation)));
    }

    private static Optional<String> suspended(
            AwardedCredential credential, Organisation organisation) {
        return credential
                .suspension()
                .map(
                        it ->
                                "Suspended since "
                                        + Labels.of(
                                                LocalDate.ofInstant(it.at(), organisation.zone()))
                                        + ": "
                                        + it.reason());
    }

    /** Everybody whose signature the document has. */
    private static String signers(AwardedCredential credential, Organisation organisation) {
        var jointly =
                Copies.content(credential).contributors().stream()
                        .filter(body -> body.role() == Contributor.Role.JOINT_AWARDING_BODY)
                        .map(Contributor::legalName);
        return Stream.concat(Stream.of(organisation.name()), jointly)
                .collect(Collectors.joining(" and "));
    }

    private AwardedCredential credential(String shortCode) {
        return ShortCode.read(shortCode)
                .flatMap(credentials::byShortCode)
                .orElseThrow(NotThere::new);
    }

    private static ResponseEntity<byte[]> download(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
