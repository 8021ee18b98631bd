package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The member countries of the European Higher Education Area. */
public final class Countries {

    private static final Map<Country, String> NAMES = read();

    private Countries() {}

    public static List<Country> all() {
        return List.copyOf(NAMES.keySet());
    }

    /** The English name, or the code where the country is not a member. */
    public static String name(Country country) {
        return NAMES.getOrDefault(new Country(country.alpha2()), country.code());
    }

    private static Map<Country, String> read() {
        var names = new LinkedHashMap<Country, String>();
        for (var row : Tsv.rows("ehea-countries.tsv")) {
            if (cell(row, "country").matches("[A-Z]{2}")) {
                names.put(new Country(cell(row, "country")), cell(row, "name_en"));
            }
        }
        return names;
    }
}
