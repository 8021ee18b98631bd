package eu.cairn.framework;

import static eu.cairn.framework.Tsv.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The member countries of the European Higher Education Area. */
public final class Countries {

    private static final Map<Country, String> NAMES = read();

    /** Systems with frameworks of their own, and Kosovo (UNSCR 1244/1999), which is no member. */
    private static final Map<String, String> SYSTEMS =
            Map.of(
                    "BE-DG", "Belgium, German-speaking Community",
                    "BE-FR", "Belgium, French Community",
                    "BE-VLG", "Belgium, Flanders",
                    "ES-CT", "Spain, Catalonia",
                    "GB-ENG", "United Kingdom, England",
                    "GB-NIR", "United Kingdom, Northern Ireland",
                    "GB-SCT", "United Kingdom, Scotland",
                    "GB-WLS", "United Kingdom, Wales",
                    "XK", "Kosovo*");

    private Countries() {}

    public static List<Country> all() {
        return List.copyOf(NAMES.keySet());
    }

    /** The English name, or the code where the country is not a member. */
    public static String name(Country country) {
        return NAMES.getOrDefault(new Country(country.alpha2()), country.code());
    }

    /** The English name with that of the system within the country, where the code names one. */
    public static String system(Country country) {
        return SYSTEMS.getOrDefault(country.code(), name(country));
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
