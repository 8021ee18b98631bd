package eu.cairn.app.demo;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.QualityRecords;
import eu.cairn.app.verification.Accreditations;
import eu.cairn.app.verification.TrustLists;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.QualityRecord;
import eu.cairn.formats.credential.KeystoreSigner;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.formats.verification.TrustList;
import eu.cairn.framework.EqfLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What others say of the demo's universities, all of it invented: a published list with an
 * authority that may accredit, an agency that it lets accredit, what the two accredited, and
 * reviews of quality, one of them past its end.
 */
@Component
class DemoTrust {

    private static final String AUTHORITY = "Demo authority of higher education (invented)";
    private static final String AGENCY = "Demo agency for quality assurance (invented)";
    private static final String LIST = "urn:cairn:demo:awarding-bodies";
    private static final LocalDate LISTED = LocalDate.of(2026, 11, 2);
    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2031, 12, 31);

    private final AccountStore accounts;
    private final Keys keys;
    private final TrustLists lists;
    private final Accreditations accreditations;
    private final QualityRecords records;
    private final Identifiers identifiers;
    private final Installation installation;
    private final Clock clock;

    DemoTrust(
            AccountStore accounts,
            Keys keys,
            TrustLists lists,
            Accreditations accreditations,
            QualityRecords records,
            Identifiers identifiers,
            Installation installation,
            Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.lists = lists;
        this.accreditations = accreditations;
        this.records = records;
        this.identifiers = identifiers;
        this.installation = installation;
        this.clock = clock;
    }

    /** Says it once; the keys that sealed it are kept nowhere. */
    void tell() {
        var authority = freshKey(AUTHORITY);
        var agency = freshKey(AGENCY);
        publish(authority);
        accredit(authority, AUTHORITY, agency.controller(), AGENCY, true);
        var kallavesi = organisation("kallavesi");
        accredit(agency, AGENCY, did(kallavesi), kallavesi.name(), false);
        var borgofiume = organisation("borgofiume");
        accredit(authority, AUTHORITY, did(borgofiume), borgofiume.name(), false);
        DemoAwards.accepted(
                records.put(
                        "demo",
                        List.of(
                                review(kallavesi, FROM, UNTIL),
                                review(borgofiume, FROM, UNTIL),
                                review(
                                        organisation("lough-ree"),
                                        LocalDate.of(2016, 1, 1),
                                        LocalDate.of(2021, 12, 31)))));
    }

    private void publish(Signer authority) {
        lists.unpin(AUTHORITY); // of an earlier demo in the same home
        lists.remove(LIST);
        lists.pin(AUTHORITY, authority.controller())
                .ifPresent(
                        refusal -> {
                            throw new IllegalStateException(refusal.toString());
                        });
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var entry =
                JSON.createObjectBuilder()
                        .add("ids", JSON.createArrayBuilder().add(authority.controller()))
                        .add("legalName", AUTHORITY)
                        .add("country", "IT")
                        .add(
                                "mayAward",
                                JSON.createObjectBuilder()
                                        .add("eqfLevels", JSON.createArrayBuilder().add(6).add(7))
                                        .add(
                                                "kinds",
                                                JSON.createArrayBuilder().add("accreditation")))
                        .add("validFrom", FROM.toString())
                        .add("source", "Demo register of authorities (invented)");
        var list =
                JSON.createObjectBuilder()
                        .add("id", LIST)
                        .add("name", "Demo list of awarding bodies (invented)")
                        .add("date", LISTED.toString())
                        .add("nextUpdate", today.plusYears(1).toString())
                        .add("entries", JSON.createArrayBuilder().add(entry))
                        .build();
        DemoAwards.accepted(
                lists.add(
                        TrustList.sign(list.toString(), authority)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private void accredit(
            Signer signer, String by, String subject, String name, boolean toAccredit) {
        var token =
                Accreditation.issue(
                        new Accreditation.Draft(
                                "urn:uuid:" + identifiers.next(),
                                by,
                                subject,
                                name,
                                false,
                                FROM,
                                UNTIL,
                                Set.of(new EqfLevel(6), new EqfLevel(7)),
                                toAccredit,
                                Optional.empty()),
                        signer);
        DemoAwards.accepted(accreditations.add(token.getBytes(StandardCharsets.UTF_8)));
    }

    private static QualityRecord review(Organisation of, LocalDate from, LocalDate until) {
        return new QualityRecord(
                QualityAssurance.Kind.EXTERNAL,
                AGENCY,
                Set.of(of.url(), of.name()),
                of.name(),
                List.of(),
                QualityRecord.Decision.POSITIVE,
                true,
                from,
                until,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                "Demo register of reviews (invented)",
                LISTED);
    }

    private Organisation organisation(String slug) {
        return accounts.organisation(slug).orElseThrow();
    }

    private String did(Organisation organisation) {
        return keys.inUse(organisation).did();
    }

    private Signer freshKey(String holder) {
        try {
            var folder = Files.createTempDirectory(installation.home(), "demo");
            var file = folder.resolve("demo.p12");
            try {
                return KeystoreSigner.create(
                        file, DemoWorld.PASSWORD.toCharArray(), "key", holder, clock.instant());
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
