package eu.cairn.app.verification;

import eu.cairn.app.web.Reader;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Country;
import java.util.Locale;
import java.util.Optional;

/** In which country whoever reads a credential is at home: chosen, or as their browser says. */
final class ReaderCountry {

    private ReaderCountry() {}

    /**
     * @param chosen the code that was chosen; what is none counts as not chosen
     * @param languages the header {@code Accept-Language}
     */
    static Optional<Country> of(String chosen, String languages) {
        return known(chosen).or(() -> region(languages));
    }

    /** The first region that is named and is a country of the European Higher Education Area. */
    private static Optional<Country> region(String languages) {
        return Reader.ranges(languages).stream()
                .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
                .flatMap(region -> known(region).stream())
                .findFirst();
    }

    private static Optional<Country> known(String code) {
        return Countries.all().stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
