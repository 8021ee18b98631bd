package eu.cairn.app.verification;

import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Workload;
import eu.cairn.framework.Country;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a credential is worth, in one line, and at which level in the country of whoever reads it.
 *
 * @param amounts credits, hours and level as the credential states them
 * @param reader the country that was chosen, or where it is awarded
 * @param there the levels of that country that are linked to the same European level today; empty
 *     where none is, or where the credential names no European level
 */
public record WorthView(List<String> amounts, Optional<Country> reader, List<String> there) {

    public static WorthView of(
            MicroCredential credential,
            Optional<Country> chosen,
            LocalDate today,
            PageWords words) {
        var amounts = new ArrayList<String>();
        var workload = credential.workload();
        workload.flatMap(Workload::credits).ifPresent(credits -> amounts.add(words.of(credits)));
        workload.flatMap(Workload::hours).ifPresent(hours -> amounts.add(words.of(hours)));
        credential.level().ifPresent(level -> amounts.add(words.of(level)));
        var reader = chosen.or(() -> credential.awardingBody().country());
        var eqf = credential.level().flatMap(Level::eqf);
        return new WorthView(
                amounts,
                reader,
                reader.isPresent() && eqf.isPresent()
                        ? there(reader.get(), eqf.get(), today, words)
                        : List.of());
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
