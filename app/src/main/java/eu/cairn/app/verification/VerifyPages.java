package eu.cairn.app.verification;

import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.SeeOther;
import eu.cairn.framework.Country;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private final Installation installation;
    private final Reports reports;
    private final KnownIssuers issuers;

    VerifyPages(
            Verifications verifications,
            Submissions submissions,
            Installation installation,
            Reports reports,
            KnownIssuers issuers) {
        this.verifications = verifications;
        this.submissions = submissions;
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
        return answer(
                page,
                Submissions.isLink(typed) ? submissions.of(typed) : submissions.ofCode(typed),
                typed,
                ReaderCountry.of(reader, languages),
                Optional.empty());
    }

    @PostMapping("/verify")
    Object verify(
            Page page,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reader,
            @RequestParam(defaultValue = "") String as,
            @RequestHeader(defaultValue = "", name = HttpHeaders.ACCEPT_LANGUAGE) String languages)
            throws IOException {
        var uploaded = file.isPresent() ? file.get().getBytes() : new byte[0];
        return answer(
                page,
                document.isEmpty() ? submission(uploaded, text) : carried(document),
                "",
                ReaderCountry.of(reader, languages),
                ReportForm.ofCode(as));
    }

    private Submission submission(byte[] uploaded, String text) {
        if (uploaded.length == 0) {
            return submissions.of(text);
        }
        return text.isBlank()
                ? submissions.of(uploaded)
                : new Submission.None(Refusal.of("verification.two-given", "text"));
    }

    /** What a page of a verdict carried along. */
    private static Submission carried(String document) {
        try {
            return new Submission.Document(Base64.getUrlDecoder().decode(document));
        } catch (IllegalArgumentException e) {
            return new Submission.None(Refusal.of("verification.nothing-given", "file"));
        }
    }

    private Object answer(
            Page page,
            Submission submission,
            String typed,
            Optional<Country> reader,
            Optional<ReportForm> report) {
        return switch (submission) {
            case Submission.Own(var credential) when report.isPresent() ->
                    report(credential.signed(), report.get(), page, reader);
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
                    report(document.bytes(), report.get(), page, reader);
            case Submission.Document document -> answer(page, document.bytes(), reader);
        };
    }

    private ResponseEntity<byte[]> report(
            byte[] document, ReportForm form, Page page, Optional<Country> reader) {
        var subject =
                Reports.Subject.of(verifications, document, issuers.name(), page.language())
                        .in(reader);
        return form.answer(reports, subject, "verification-report");
    }

    private Html answer(Page page, byte[] document, Optional<Country> reader) {
        var answer = verifications.answer(document);
        var titled = page.titled(VerdictWords.in(page.language()).headline(answer.verdict()));
        var words = PageWords.in(page.language());
        var view = VerdictView.sent(answer.verdict(), document, reader, words);
        return Html.ok(
                        answer.record().isPresent()
                                ? Html.PAGES.recordVerdict(titled, answer.record().get(), view)
                                : Html.PAGES.verdict(titled, view))
                .in(page);
    }

    @GetMapping("/v/{shortCode}")
    Html byCode(
            Page page,
            @PathVariable String shortCode,
            @RequestParam(defaultValue = "") String reader,
            @RequestHeader(defaultValue = "", name = HttpHeaders.ACCEPT_LANGUAGE)
                    String languages) {
        return switch (submissions.ofCode(shortCode)) {
            case Submission.Own(var credential) ->
                    own(page, credential, ReaderCountry.of(reader, languages));
            case Submission.None(var reason)
                    when reason.code().equals(Submissions.BEING_SIGNED) -> {
                var title = PageWords.in(page.language()).text("not-signed.tab");
                yield Html.ok(Html.PAGES.notSigned(page.titled(title))).in(page);
            }
            case Submission.None(var reason) -> notThere(page, reason, shortCode);
        };
    }

    /** The form again, for a code that leads nowhere is most often mistyped. */
    private static Html notThere(Page page, Refusal reason, String typed) {
        return new Html(formPage(page, List.of(reason), typed), HttpStatus.NOT_FOUND).in(page);
    }

    private Html own(Page page, AwardedCredential credential, Optional<Country> reader) {
        var verdict = verifications.verify(credential.signed());
        var view =
                VerdictView.of(
                        verdict,
                        RawDocument.of(credential.signed()),
                        reader,
                        PageWords.in(page.language()),
                        new VerdictView.Own(
                                CredentialState.of(credential, installation),
                                installation.baseUrl() + "/v/" + credential.shortCode()));
        return Html.ok(
                        Html.PAGES.verdict(
                                page.titled(VerdictWords.in(page.language()).headline(verdict)),
                                view))
                .in(page);
    }

    private static JteModel formPage(Page page, List<Refusal> refusals, String code) {
        return Html.PAGES.verifyForm(
                page.titled(PageWords.in(page.language()).text("form.tab")), refusals, code);
    }
}
