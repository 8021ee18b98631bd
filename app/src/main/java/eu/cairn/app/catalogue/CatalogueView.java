package eu.cairn.app.catalogue;

import eu.cairn.app.web.Labels;
import eu.cairn.catalogue.Facet;
import eu.cairn.catalogue.FacetBands;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Country;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.FieldsOfEducation;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was found in the catalogue, as its page and its endpoint show it.
 *
 * @param facets in the order of {@link Facet}; those without values left out
 * @param chosen what narrows the result down, each with the address without it
 * @param ways what to take out of a question that nothing answers
 */
public record CatalogueView(
        CatalogueSearch.Answer answer, List<Group> facets, List<Chip> chosen, List<Way> ways) {

    private static final int MOST_SHOWN = 40;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** A facet with its values. */
    public record Group(Facet facet, String label, List<Value> values, int beyond) {

        public boolean isChosen() {
            return values.stream().anyMatch(Value::chosen);
        }
    }

    /** A value of a facet and how many courses have it. */
    public record Value(String value, String label, int count, boolean chosen) {}

    /** What is chosen, and the address without it. */
    public record Chip(String label, String without) {}

    /** What could be taken out, and how many courses there would be then. */
    public record Way(String label, int courses, String address) {}

    static CatalogueView of(CatalogueSearch.Answer answer) {
        var groups = new ArrayList<Group>();
        for (var facet : Facet.values()) {
            var group = group(answer, facet);
            if (!group.values().isEmpty()) {
                groups.add(group);
            }
        }
        return new CatalogueView(answer, groups, chips(answer), ways(answer));
    }

    private static Group group(CatalogueSearch.Answer answer, Facet facet) {
        var counts = answer.found().counts().getOrDefault(facet, Map.of());
        var names = new LinkedHashSet<>(counts.keySet());
        names.addAll(answer.request().question().of(facet));
        var all =
                names.stream()
                        .map(
                                name ->
                                        new Value(
                                                name,
                                                label(answer, facet, name),
                                                counts.getOrDefault(name, 0),
                                                answer.request().isChosen(facet, name)))
                        .sorted(order(facet))
                        .toList();
        var shown = new ArrayList<Value>();
        for (var value : all) {
            if (shown.size() < MOST_SHOWN || value.chosen()) {
                shown.add(value);
            }
        }
        return new Group(facet, label(facet), shown, all.size() - shown.size());
    }

    private static Comparator<Value> order(Facet facet) {
        return switch (facet) {
            case LEVEL, CREDITS, HOURS ->
                    Comparator.comparingInt((Value it) -> it.value().length())
                            .thenComparing(Value::value);
            case START -> Comparator.comparing(Value::value);
            case PRICE ->
                    Comparator.comparing((Value it) -> it.value().equals("unstated"))
                            .thenComparing(it -> !it.value().equals("free"))
                            .thenComparing(it -> it.value().replaceAll("-.*", ""))
                            .thenComparingInt(it -> it.value().length())
                            .thenComparing(Value::value);
            case FIELD, LANGUAGE, MODE, COUNTRY, SKILL, QUALIFICATION ->
                    Comparator.comparingInt(Value::count)
                            .reversed()
                            .thenComparing(Value::label)
                            .thenComparing(Value::value);
        };
    }

    private static List<Chip> chips(CatalogueSearch.Answer answer) {
        var request = answer.request();
        var chips = new ArrayList<Chip>();
        if (!request.q().isEmpty()) {
            chips.add(new Chip("“" + request.q() + "”", request.withWords("")));
        }
        request.chosen()
                .forEach(
                        (facet, values) ->
                                values.forEach(
                                        value ->
                                                chips.add(
                                                        new Chip(
                                                                label(facet)
                                                                        + ": "
                                                                        + label(
                                                                                answer, facet,
                                                                                value),
                                                                request.without(facet, value)))));
        if (!request.from().isEmpty() || !request.to().isEmpty()) {
            chips.add(
                    new Chip(
                            "Starts "
                                    + (request.from().isEmpty() ? "" : "from " + request.from())
                                    + (request.to().isEmpty() ? "" : " to " + request.to()),
                            request.without(Facet.START)));
        }
        return chips;
    }

    private static List<Way> ways(CatalogueSearch.Answer answer) {
        var request = answer.request();
        var ways = new ArrayList<Way>();
        if (answer.found().total() == 0) {
            answer.withoutWords()
                    .filter(courses -> courses > 0)
                    .ifPresent(
                            courses ->
                                    ways.add(
                                            new Way(
                                                    "“" + request.q() + "”",
                                                    courses,
                                                    request.withWords(""))));
            answer.found()
                    .without()
                    .forEach(
                            (facet, courses) -> {
                                if (courses > 0) {
                                    ways.add(
                                            new Way(label(facet), courses, request.without(facet)));
                                }
                            });
        }
        return ways;
    }

    public static String label(Facet facet) {
        return switch (facet) {
            case LEVEL -> "Level";
            case CREDITS -> "Credits";
            case FIELD -> "Field";
            case LANGUAGE -> "Language of instruction";
            case MODE -> "Participation";
            case COUNTRY -> "Country";
            case START -> "Starts in";
            case HOURS -> "Hours a week";
            case SKILL -> "Leads to skill";
            case PRICE -> "Price";
            case QUALIFICATION -> "Stacks into";
        };
    }

    private static String label(CatalogueSearch.Answer answer, Facet facet, String value) {
        return switch (facet) {
            case LEVEL -> "EQF " + value;
            case CREDITS -> band(value, FacetBands.next(facet, value), "ECTS");
            case HOURS -> band(value, FacetBands.next(facet, value), "h");
            case FIELD -> FieldsOfEducation.of(value).map(FieldOfEducation::label).orElse(value);
            case LANGUAGE -> Labels.language(value);
            case MODE -> FormOfParticipation.ofCode(value).map(Labels::of).orElse(value);
            case COUNTRY -> Country.parse(value).map(Countries::name).orElse(value);
            case START -> month(value);
            case SKILL -> answer.shelf().skillLabels().getOrDefault(value, value);
            case PRICE -> price(value);
            case QUALIFICATION -> answer.shelf().qualifications().getOrDefault(value, value);
        };
    }

    private static String band(String least, String next, String unit) {
        return next.isEmpty()
                ? least + " " + unit + " and more"
                : least.equals("0")
                        ? "under " + next + " " + unit
                        : least + " to under " + next + " " + unit;
    }

    private static String month(String value) {
        if (value.equals("none")) {
            return "No dates announced";
        }
        return value.matches("\\d{4}-(0[1-9]|1[0-2])")
                ? MONTH.format(YearMonth.parse(value))
                : value;
    }

    private static String price(String value) {
        return switch (value) {
            case "free" -> "Free of charge";
            case "unstated" -> "Not stated";
            default ->
                    value.matches("[A-Z]{3}-\\d+")
                            ? "up to " + value.substring(4) + " " + value.substring(0, 3)
                            : value;
        };
    }
}
