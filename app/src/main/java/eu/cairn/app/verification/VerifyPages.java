package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.Copies;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Labels;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.Problems;
import eu.cairn.app.web.Reader;
import eu.cairn.app.web.SeeOther;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Supplement;
import eu.cairn.formats.credential.badge.BadgePicture;
import eu.cairn.formats.credential.badge.BakedPng;
import eu.cairn.formats.credential.badge.BakedSvg;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Verdict;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Verification for anybody, without an account: by link, by code, by file. */
@Controller
class VerifyPages {

    private final Verifications verifications;
    private final Submissions submissions;
    private final CredentialStore credentials;
    private final AccountStore accounts;
    private final Installation installation;
    private final Reports reports;
    private final KnownIssuers issuers;

    VerifyPages(
            Verifications verifications,
            Submissions submissions,
            CredentialStore credentials,
            AccountStore accounts,
            Installation installation,
            Reports reports,
            KnownIssuers issuers) {
        this.verifications = verifications;
        this.submissions = submissions;
        this.credentials = credentials;
        this.accounts = accounts;
        this.installation = installation;
        this.reports = reports;
        this.issuers = issuers;
    }

    /**
     * The form; with {@code code} or {@code link}, as career portals link here, the credential
     * itself.
     */
    @GetMapping("/verify")
    Object form(
            Page page,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String reader,
            @RequestHeader(defaultValue = "", name = HttpHeaders.ACCEPT_LANGUAGE)
                    String languages) {
        var typed = link.isBlank() ? code : link;
        if (typed.isBlank()) {
            return Html.ok(formPage(page, List.of(), "")).in(page);
        }
        return Submissions.isLink(typed) || ShortCode.read(typed).isPresent()
                ? answer(
                        page,
                        submissions.of(typed),
                        typed,
                        ReaderCountry.of(reader, languages),
                        Optional.empty())
                : Html.refused(
                                formPage(
                                        page,
                                        List.of(
                                                Refusal.of(
                                                        "verification.code-mistyped",
                                                        "code",
                                                        typed)),
                                        typed))
                        .in(page);
    }

    @PostMapping("/verify")
    Object verify(
            Page page,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "") String as,
            @RequestHeader(defaultValue = "", name = HttpHeaders.ACCEPT_LANGUAGE) String languages)
            throws IOException {
        var uploaded = file.isPresent() ? file.get().getBytes() : new byte[0];
        return answer(
                page,
                uploaded.length > 0 ? submissions.of(uploaded) : submissions.of(text),
                "",
                ReaderCountry.of(reader, languages),
                ReportForm.ofCode(as));
    }

    private Object answer(
            Page page,
            Submission submission,
            String typed,
            Optional<Country> reader,
            Optional<ReportForm> report) {
        return switch (submission) {
            case Submission.Own(var credential) when report.isPresent() ->
                    report(credential.signed(), report.get(), page.language());
            case Submission.Own(var credential) ->
                    SeeOther.at(
                            page.reader()
                                    .address(
                                            "/v/"
                                                    + credential.shortCode()
                                                    + reader.map(it -> "?reader=" + it.code())
                                                            .orElse("")));
            case Submission.None(var reason) ->
                    Html.refused(formPage(page, List.of(reason), typed)).in(page);
            case Submission.Document document when report.isPresent() ->
                    report(document.bytes(), report.get(), page.language());
            case Submission.Document document -> answer(page, document.bytes(), reader);
        };
    }

    private ResponseEntity<byte[]> report(byte[] document, ReportForm form, Locale language) {
        return form.answer(reports, subject(document, language), "verification-report");
    }

    private Html answer(Page page, byte[] document, Optional<Country> reader) {
        var answer = verifications.answer(document);
        var verdict = answer.verdict();
        if (answer.record().isPresent()) {
            return Html.ok(
                            Html.PAGES.recordVerdict(
                                    page.titled(VerdictWords.in(page.language()).headline(verdict)),
                                    answer.record().get()))
                    .in(page);
        }
        return Html.ok(
                        Html.PAGES.verdict(
                                page.titled(VerdictWords.in(page.language()).headline(verdict)),
                                verdict,
                                Optional.empty(),
                                Optional.empty(),
                                worth(verdict, reader, page.language()),
                                RawDocument.of(document),
                                Optional.empty()))
                .in(page);
    }

    @GetMapping("/v/{shortCode}")
    Html byCode(
            Page page,
            @PathVariable String shortCode,
            @RequestParam(defaultValue = "") String reader,
            @RequestHeader(defaultValue = "", name = HttpHeaders.ACCEPT_LANGUAGE)
                    String languages) {
        var credential = credential(shortCode);
        if (credential.document().isEmpty()) {
            return Html.ok(
                            Html.PAGES.notSigned(
                                    page.titled(
                                            PageWords.in(page.language()).text("not-signed.tab"))))
                    .in(page);
        }
        var verdict = verifications.verify(credential.signed());
        return Html.ok(
                        Html.PAGES.verdict(
                                page.titled(VerdictWords.in(page.language()).headline(verdict)),
                                verdict,
                                Optional.of(credential.shortCode()),
                                Optional.of(CredentialState.of(credential, installation)),
                                worth(
                                        verdict,
                                        ReaderCountry.of(reader, languages),
                                        page.language()),
                                RawDocument.of(credential.signed()),
                                Optional.of(
                                        installation.baseUrl() + "/v/" + credential.shortCode())))
                .in(page);
    }

    /** What is not genuine is worth nothing that could be said here. */
    private static Optional<WorthView> worth(
            Verdict verdict, Optional<Country> reader, Locale language) {
        var words = PageWords.in(language);
        return verdict instanceof Verdict.Genuine genuine
                ? genuine.credential().map(content -> WorthView.of(verdict, content, reader, words))
                : Optional.empty();
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
    ResponseEntity<byte[]> signedReport(@PathVariable String shortCode, Reader reader) {
        return report(shortCode, ReportForm.JWT, reader);
    }

    /** The same to print. */
    @GetMapping("/v/{shortCode}/report.pdf")
    ResponseEntity<byte[]> printedReport(@PathVariable String shortCode, Reader reader) {
        return report(shortCode, ReportForm.PDF, reader);
    }

    private ResponseEntity<byte[]> report(String shortCode, ReportForm form, Reader reader) {
        var document = credential(shortCode).document().orElseThrow(NotThere::new);
        return form.answer(reports, subject(document, reader.language()), shortCode + "-report");
    }

    private Reports.Subject subject(byte[] document, Locale language) {
        return Reports.Subject.of(verifications, document, issuers.name(), language);
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

    private static JteModel formPage(Page page, List<Refusal> refusals, String code) {
        return Html.PAGES.verifyForm(
                page.titled(PageWords.in(page.language()).text("form.tab")), refusals, code);
    }

    private static ResponseEntity<byte[]> download(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
