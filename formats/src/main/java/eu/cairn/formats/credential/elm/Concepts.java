package eu.cairn.formats.credential.elm;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Values of the controlled vocabularies of the European Union, each embedded with its scheme as
 * European Digital Credentials demand.
 */
public final class Concepts {

    public static final String COUNTRY = "http://publications.europa.eu/resource/authority/country";
    public static final String LANGUAGE =
            "http://publications.europa.eu/resource/authority/language";
    public static final String FILE_TYPE =
            "http://publications.europa.eu/resource/authority/file-type";
    public static final String ESCO_SKILL = "http://data.europa.eu/esco/skill/";
    public static final String FIELD = "http://data.europa.eu/snb/isced-f/";
    public static final String EQF = "http://data.europa.eu/snb/eqf/";
    public static final String ECTS = "http://data.europa.eu/snb/education-credit/6fcec5c5af";
    public static final String CYCLE = Contexts.CAIRN + "#cycle-";
    public static final String ROLE = Contexts.CAIRN + "#role-";

    private static final String ESCO_SKILLS = "http://data.europa.eu/esco/concept-scheme/skills";

    /** The states whose code in the EU list is not the ISO 3166-1 alpha-3 code. */
    private static final Map<String, String> OTHER_STATES = Map.of("XK", "1A0", "TF", "FQ0");

    private static final Map<String, String> STATES =
            Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).stream()
                    .collect(
                            Collectors.toMap(
                                    Function.identity(),
                                    alpha2 -> Locale.of("", alpha2).getISO3Country()));

    private static final String UNDETERMINED = "UND";

    private Concepts() {}

    /** A concept of one of the lists of the European Learning Model. */
    public static JsonObject snb(String list, String concept, String label) {
        var space = "http://data.europa.eu/snb/" + list + "/";
        return concept(space + concept, space + "25831c2", label);
    }

    /** The same, known by its address. */
    public static JsonObject snb(String uri, String label) {
        var end = uri.lastIndexOf('/');
        var list = uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
        return snb(list, uri.substring(end + 1), label);
    }

    /** A concept of Cairn's own. */
    public static JsonObject own(String uri, String label) {
        return concept(uri, Contexts.CAIRN + "#scheme", label);
    }

    private static JsonObject concept(String uri, String scheme, String label) {
        return JSON.createObjectBuilder()
                .add("id", uri)
                .add("type", "Concept")
                .add(
                        "inScheme",
                        JSON.createObjectBuilder().add("id", scheme).add("type", "ConceptScheme"))
                .add("prefLabel", JSON.createObjectBuilder().add("en", label))
                .build();
    }

    public static JsonObject fileType(String code) {
        return concept(FILE_TYPE + "/" + code, FILE_TYPE, code);
    }

    public static JsonObject escoSkill(String uri, String label) {
        return concept(uri, ESCO_SKILLS, label);
    }

    public static JsonObject eqf(EqfLevel level) {
        return snb("eqf", String.valueOf(level.level()), "Level " + level.level());
    }

    public static JsonObject cycle(Cycle cycle) {
        return own(CYCLE + cycle.code(), "QF-EHEA " + cycle.code() + " cycle");
    }

    public static Optional<Cycle> cycle(String uri) {
        return uri.startsWith(CYCLE)
                ? Cycle.ofCode(uri.substring(CYCLE.length()))
                : Optional.empty();
    }

    public static JsonObject field(FieldOfEducation field) {
        return snb("isced-f", field.code(), field.label());
    }

    public static JsonObject ects() {
        return snb(ECTS, "European Credit Transfer System");
    }

    /**
     * The state that {@code country} is or belongs to.
     *
     * @throws IllegalArgumentException if no state has its code
     */
    public static JsonObject state(Country country) {
        var alpha2 = country.alpha2();
        var code = OTHER_STATES.getOrDefault(alpha2, STATES.get(alpha2));
        if (code == null) {
            throw new IllegalArgumentException("no such state: " + alpha2);
        }
        var name = Locale.of("", alpha2).getDisplayCountry(Locale.ENGLISH);
        return concept(COUNTRY + "/" + code, COUNTRY, name);
    }

    /** What the EU list holds for a country that is not known. */
    public static JsonObject provisionalState() {
        return concept(COUNTRY + "/OP_DATPRO", COUNTRY, "Provisional data");
    }

    /** The state that a concept of the EU list of countries names. */
    public static Optional<Country> state(String uri) {
        return STATES.entrySet().stream()
                .filter(state -> !OTHER_STATES.containsKey(state.getKey()))
                .filter(state -> uri.equals(COUNTRY + "/" + state.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(
                        () ->
                                OTHER_STATES.entrySet().stream()
                                        .filter(s -> uri.equals(COUNTRY + "/" + s.getValue()))
                                        .map(Map.Entry::getKey)
                                        .findFirst())
                .map(Country::new);
    }

    /** A language, with its BCP 47 tag as notation, which may say more than the EU list does. */
    public static JsonObject language(Language language) {
        var locale = Locale.forLanguageTag(language.tag());
        var concept =
                concept(
                        LANGUAGE + "/" + languageCode(locale),
                        LANGUAGE,
                        locale.getDisplayLanguage(Locale.ENGLISH));
        return JSON.createObjectBuilder(concept).add("notation", language.tag()).build();
    }

    private static String languageCode(Locale locale) {
        try {
            var code = locale.getISO3Language().toUpperCase(Locale.ROOT);
            return code.isEmpty() ? UNDETERMINED : code;
        } catch (MissingResourceException e) {
            return UNDETERMINED;
        }
    }

    /** The language that a concept of the EU list of languages names. */
    public static Optional<Language> language(String uri) {
        return uri.startsWith(LANGUAGE + "/")
                ? Arrays.stream(Locale.getISOLanguages())
                        .filter(code -> isCalled(uri, code))
                        .map(Language::new)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isCalled(String uri, String alpha2) {
        var alpha3 = Locale.of(alpha2).getISO3Language().toUpperCase(Locale.ROOT);
        return uri.equals(LANGUAGE + "/" + alpha3);
    }
}
