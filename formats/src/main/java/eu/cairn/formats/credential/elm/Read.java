package eu.cairn.formats.credential.elm;

import eu.cairn.formats.credential.Iri;
import eu.cairn.formats.credential.Members;
import eu.cairn.framework.Country;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How the values of the European Learning Model are read; what cannot be read is left empty. */
public final class Read {

    private Read() {}

    /** A text in its languages. */
    public static Optional<MultilingualText> wordings(JsonObject object, String name) {
        var texts = new LinkedHashMap<Language, String>();
        Members.object(object, name)
                .ifPresent(
                        map ->
                                map.forEach(
                                        (tag, value) -> {
                                            var language = orNone(() -> new Language(tag));
                                            if (language.isPresent()
                                                    && value instanceof JsonString text
                                                    && !text.getString().isBlank()) {
                                                texts.put(language.get(), text.getString());
                                            }
                                        }));
        return texts.isEmpty() ? Optional.empty() : Optional.of(new MultilingualText(texts));
    }

    /** A text whose language does not matter: the first of them. */
    public static Optional<String> words(JsonObject object, String name) {
        return Members.object(object, name).stream()
                .flatMap(map -> map.values().stream())
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .findFirst();
    }

    /** The words of the one note under {@code name}. */
    public static Optional<String> note(JsonObject object, String name) {
        return Members.object(object, name).flatMap(note -> words(note, "noteLiteral"));
    }

    /** The words of the note that is about {@code mark}. */
    public static Optional<String> marked(JsonObject object, Mark mark) {
        return notes(object, mark).stream().findFirst().flatMap(note -> words(note, "noteLiteral"));
    }

    public static List<JsonObject> notes(JsonObject object, Mark mark) {
        return Members.objects(object, "additionalNote").stream()
                .filter(note -> subject(note).equals(Optional.of(mark)))
                .toList();
    }

    public static Optional<Mark> subject(JsonObject note) {
        return Members.id(note, "subject").flatMap(Mark::ofUri);
    }

    /** The notation of the one identifier under {@code name}. */
    public static Optional<String> identifier(JsonObject object) {
        return Members.object(object, "identifier").flatMap(one -> Members.text(one, "notation"));
    }

    /** The address of the one web page under {@code name}. */
    public static Optional<String> page(JsonObject object, String name) {
        return Members.object(object, name).flatMap(page -> Members.text(page, "contentURL"));
    }

    /** The ids of the concepts under {@code name}. */
    public static List<String> concepts(JsonObject object, String name) {
        return Members.objects(object, name).stream()
                .flatMap(concept -> Members.text(concept, "id").stream())
                .toList();
    }

    /** The id of the one concept under {@code name}. */
    public static Optional<String> concept(JsonObject object, String name) {
        return Members.object(object, name).flatMap(concept -> Members.text(concept, "id"));
    }

    public static Optional<LocalDate> day(JsonObject object, String name) {
        return Members.text(object, name).flatMap(text -> Members.day(zoned(text)));
    }

    public static Optional<Instant> instant(JsonObject object, String name) {
        return Members.text(object, name).flatMap(text -> Members.instant(zoned(text)));
    }

    /** A moment without a zone, which XML Schema allows, is taken for one in UTC. */
    private static String zoned(String moment) {
        try {
            return LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC).toString();
        } catch (DateTimeException e) {
            return moment;
        }
    }

    /** A duration in hours and minutes; days and months say no amount of learning. */
    public static Optional<LearningHours> hours(JsonObject object, String name) {
        return Members.text(object, name)
                .filter(text -> text.matches("PT(\\d{1,6}H)?(\\d{1,8}M)?(\\d{1,8}S)?"))
                .flatMap(text -> orNone(() -> Duration.parse(text)))
                .map(Duration::toMinutes)
                .flatMap(minutes -> orNone(() -> new LearningHours(Math.toIntExact(minutes))));
    }

    public static Optional<Country> country(JsonObject organisation) {
        return locations(organisation)
                .flatMap(
                        location -> {
                            var state = state(location);
                            return subdivision(location, state).or(() -> state).stream();
                        })
                .findFirst();
    }

    private static Optional<Country> state(JsonObject location) {
        return Members.object(location, "address")
                .flatMap(address -> concept(address, "countryCode"))
                .flatMap(Concepts::state);
    }

    private static Optional<Country> subdivision(JsonObject location, Optional<Country> state) {
        return Members.objects(location, "identifier").stream()
                .filter(
                        i ->
                                Members.text(i, "schemeName")
                                        .equals(Optional.of(Organisations.SUBDIVISION)))
                .flatMap(i -> Members.text(i, "notation").stream())
                .filter(code -> state.map(of -> code.startsWith(of.code() + "-")).orElse(false))
                .flatMap(code -> orNone(() -> new Country(code)).stream())
                .findFirst();
    }

    public static Optional<String> place(JsonObject organisation) {
        return locations(organisation)
                .flatMap(location -> words(location, "geographicName").stream())
                .findFirst();
    }

    private static Stream<JsonObject> locations(JsonObject organisation) {
        return Members.objects(organisation, "location").stream();
    }

    /** The place that a node kept in its identifier; 0 if none. */
    public static int place(JsonObject node, String kind) {
        var id = Members.text(node, "id").orElse("");
        var prefix = Nodes.LOCAL + kind + ":";
        var number = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    }

    public static Optional<String> absolute(JsonObject object, String name) {
        return Members.text(object, name).filter(Iri::isAbsolute);
    }

    public static <T> Optional<T> orNone(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
