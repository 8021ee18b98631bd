package eu.cairn.app.verification;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.QualityRecords;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Labels;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.PageFrames;
import eu.cairn.app.web.SeeOther;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where a quality officer issues and withdraws accreditations. */
@Controller
public class AccreditationPages {

    private static final int A_PAGE = 50;

    private final AccreditationsIssued issued;
    private final Keys keys;
    private final ListedIssuers known;

    AccreditationPages(
            AccreditationsIssued issued,
            Keys keys,
            KnownIssuers issuers,
            TrustLists lists,
            QualityRecords records,
            Accreditations accreditations) {
        this.issued = issued;
        this.keys = keys;
        this.known = new ListedIssuers(issuers, lists, records, accreditations);
    }

    /** How an accreditation stands on a day: the shape of the mark, and the words. */
    public record State(String shape, String words) {}

    /** An accreditation, as a row of the list. */
    public record Row(IssuedAccreditation one, State state, Optional<LocalDate> withdrawnOn) {

        static Row of(IssuedAccreditation one, Organisation organisation, LocalDate today) {
            return new Row(
                    one,
                    state(one, today),
                    one.withdrawal().map(end -> AccreditationsIssued.day(organisation, end)));
        }

        private static State state(IssuedAccreditation one, LocalDate today) {
            if (one.withdrawal().isPresent()) {
                return new State("no", "Withdrawn");
            }
            return today.isBefore(one.from())
                    ? new State("open", "Not yet")
                    : today.isAfter(one.until())
                            ? new State("open", "Ended")
                            : new State("met", "In force");
        }

        /** What it is for, in a line. */
        public String about() {
            var levels =
                    one.levels().isEmpty()
                            ? "all levels"
                            : "EQF "
                                    + one.levels().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "));
            return "%s, %s, %s to %s"
                    .formatted(
                            kind(one.kind()),
                            levels,
                            Labels.of(one.from()),
                            Labels.of(one.until()));
        }
    }

    /** What a kind of accreditation is called. */
    public static String kind(IssuedAccreditation.Kind kind) {
        return Words.name("verification", "kind-of-accreditation." + kind.code());
    }

    /**
     * What the page shows.
     *
     * @param believed whether what the organisation issues is shown here with credentials
     * @param older the newest of those that the page has no more room for
     * @param wanted what was typed into the form
     * @param refusals why it was not issued
     * @param withdrawing the one whose withdrawal was refused, and with which words
     */
    public record View(
            Organisation organisation,
            boolean believed,
            List<Row> rows,
            Optional<UUID> older,
            AccreditationWanted wanted,
            List<Refusal> refusals,
            Optional<Withdrawing> withdrawing) {

        public List<String> faults(String place) {
            return refusals.stream()
                    .filter(refusal -> refusal.place().equals(place))
                    .map(Words::of)
                    .toList();
        }

        /** The words that were typed to withdraw one. */
        public String reason(IssuedAccreditation one) {
            return withdrawing
                    .filter(it -> it.id().equals(one.id()))
                    .map(Withdrawing::reason)
                    .orElse("");
        }

        public boolean isWithdrawing(IssuedAccreditation one) {
            return withdrawing.filter(it -> it.id().equals(one.id())).isPresent();
        }
    }

    /** A withdrawal that was refused. */
    public record Withdrawing(UUID id, String reason) {}

    @GetMapping("/accreditations")
    Html list(Page page, Acting acting, @RequestParam Optional<UUID> before) {
        return Html.ok(
                shown(
                        page,
                        acting,
                        before,
                        AccreditationWanted.NOTHING,
                        List.of(),
                        Optional.empty()));
    }

    @PostMapping("/accreditations")
    Object issue(
            Page page,
            Acting acting,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> levels,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request) {
        var wanted = new AccreditationWanted(kind, subject, name, levels, from, until);
        var by = Optional.of(acting.person().id());
        return switch (issued.issue(acting.organisation(), by, wanted)) {
            case Decided.Refused<IssuedAccreditation>(var reasons) ->
                    Html.refused(
                            shown(
                                    page,
                                    acting,
                                    Optional.empty(),
                                    wanted,
                                    reasons,
                                    Optional.empty()));
            case Decided.Accepted<IssuedAccreditation>(var one) -> {
                PageFrames.notice(
                        request,
                        "%s is accredited. Download the accreditation and hand it over."
                                .formatted(one.subjectName()));
                yield SeeOther.at("/accreditations");
            }
        };
    }

    @PostMapping("/accreditations/{accreditation}/withdrawal")
    Object withdraw(
            Page page,
            Acting acting,
            @PathVariable UUID accreditation,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var by = Optional.of(acting.person().id());
        return switch (issued.withdraw(acting.organisation(), by, accreditation, reason)) {
            case Decided.Refused<IssuedAccreditation>(var reasons) ->
                    Html.refused(
                            shown(
                                    page,
                                    acting,
                                    Optional.empty(),
                                    AccreditationWanted.NOTHING,
                                    reasons,
                                    Optional.of(new Withdrawing(accreditation, reason))));
            case Decided.Accepted<IssuedAccreditation>(var one) -> {
                PageFrames.notice(
                        request,
                        "The accreditation of %s is withdrawn.".formatted(one.subjectName()));
                yield SeeOther.at("/accreditations");
            }
        };
    }

    @GetMapping("/accreditations/{accreditation}/token.jwt")
    ResponseEntity<String> token(Acting acting, @PathVariable UUID accreditation) {
        var one = issued.of(acting.organisation(), accreditation);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, AccreditationApi.TOKEN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"accreditation-%s.jwt\"".formatted(one.id()))
                .body(one.token() + "\n");
    }

    private JteModel shown(
            Page page,
            Acting acting,
            Optional<UUID> before,
            AccreditationWanted wanted,
            List<Refusal> refusals,
            Optional<Withdrawing> withdrawing) {
        var organisation = acting.organisation();
        var today = issued.today(organisation);
        var found = issued.of(organisation, before, A_PAGE + 1);
        var rows =
                found.stream().limit(A_PAGE).map(one -> Row.of(one, organisation, today)).toList();
        return Html.PAGES.accreditations(
                page.titled("Accreditations"),
                new View(
                        organisation,
                        keys.current(organisation)
                                .filter(key -> known.hasStanding(key.did()))
                                .isPresent(),
                        rows,
                        found.size() > A_PAGE
                                ? Optional.of(rows.getLast().one().id())
                                : Optional.empty(),
                        wanted,
                        refusals,
                        withdrawing));
    }
}
