package eu.cairn.app.verification;

import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.formats.verification.AwardedBy;
import eu.cairn.framework.Country;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a credential is worth, in one line, and at which level in the country of whoever reads it.
 *
 * @param amounts credits, hours and level as the credential states them
 * @param awardedBy by whom, as the lists call them
 * @param reader the country that was chosen, or where it is awarded
 * @param there the levels of that country that are linked to the same European level today; empty
 *     where none is, where the credential names no European level, or its level is doubtful
 * @param doubts the checks which found that volume or level cannot be as they are stated
 */
public record WorthView(
        List<String> amounts,
        String awardedBy,
        Optional<Country> reader,
        List<String> there,
        List<Check> doubts) {

    /** The kinds of checks that say whether volume and level can be as they are stated. */
    private static final Set<Check.Kind> KINDS = Set.of(Check.Kind.LEVEL, Check.Kind.WORKLOAD);

    public WorthView {
        amounts = List.copyOf(amounts);
        there = List.copyOf(there);
        doubts = List.copyOf(doubts);
    }

    static WorthView of(
            Verdict verdict,
            MicroCredential credential,
            Optional<Country> chosen,
            PageWords words) {
        var today = LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC);
        var doubts = doubts(verdict);
        var amounts = new ArrayList<String>();
        var workload = credential.workload();
        workload.flatMap(Workload::credits).ifPresent(credits -> amounts.add(words.of(credits)));
        workload.flatMap(Workload::hours).ifPresent(hours -> amounts.add(words.of(hours)));
        credential.level().ifPresent(level -> amounts.add(words.of(level)));
        var reader = chosen.or(() -> credential.awardingBody().country());
        var eqf = credential.level().flatMap(Level::eqf);
        return new WorthView(
                amounts,
                words.of(AwardedBy.of(verdict, credential)),
                reader,
                reader.isPresent() && eqf.isPresent() && !isLevelDoubtful(doubts)
                        ? there(reader.get(), eqf.get(), today, words)
                        : List.of(),
                doubts);
    }

    /** The checks which found that volume or level cannot be as the credential states them. */
    static List<Check> doubts(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.result() == Check.Result.FAILED)
                .filter(check -> KINDS.contains(check.kind()))
                .toList();
    }

    /** Whether what a level corresponds to elsewhere can be said at all. */
    public boolean isLevelDoubtful() {
        return isLevelDoubtful(doubts);
    }

    /** What the level corresponds to in the country of the reader; empty where none is known. */
    public Optional<String> inCountry(PageWords words) {
        return isLevelDoubtful()
                ? Optional.empty()
                : reader.map(
                        country ->
                                there.isEmpty()
                                        ? words.text("worth.no-level", words.of(country))
                                        : words.text(
                                                "worth.there",
                                                words.of(country),
                                                String.join(", ", there)));
    }

    private static boolean isLevelDoubtful(List<Check> doubts) {
        return doubts.stream().anyMatch(one -> one.kind() == Check.Kind.LEVEL);
    }

    private static List<String> there(
            Country reader, EqfLevel eqf, LocalDate today, PageWords words) {
        return NationalFrameworks.published().levels(reader, eqf, today).stream()
                .map(level -> name(level, words))
                .toList();
    }

    private static String name(NationalLevel level, PageWords words) {
        var name = words.national(level.framework(), level.level());
        return level.confirmed() ? name : words.text("level.link-unconfirmed", name);
    }
}
