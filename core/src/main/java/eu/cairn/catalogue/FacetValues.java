package eu.cairn.catalogue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The values that a course and its runs have of each facet. */
final class FacetValues {

    /** Up to which amounts a price may be asked for. */
    private static final int[] PRICES = {100, 250, 500, 1000, 2500, 5000};

    private final List<String> upTo;

    /** For courses whose prices are stated in these currencies. */
    FacetValues(Collection<String> currencies) {
        var values = new ArrayList<String>();
        for (var currency : new TreeSet<>(currencies)) {
            for (int most : PRICES) {
                values.add(currency + "-" + most);
            }
        }
        this.upTo = List.copyOf(values);
    }

    /** Of a facet that is about the course. */
    static List<String> of(Facet facet, CatalogueFacts course) {
        return switch (facet) {
            case LEVEL -> course.level().map(it -> List.of("" + it.level())).orElse(List.of());
            case CREDITS -> List.of(FacetBands.of(facet, course.credits().hundredths() / 100));
            case FIELD -> List.of(course.broadField());
            case LANGUAGE -> List.of(course.language());
            case MODE -> List.of(course.mode());
            case COUNTRY -> List.of(course.country());
            case SKILL -> course.skills();
            case QUALIFICATION -> course.qualifications();
            case START, HOURS, PRICE -> throw new IllegalArgumentException(facet.code());
        };
    }

    /** Of a facet that is about a run; empty for a course of which none can be joined. */
    List<String> of(Facet facet, Optional<CatalogueFacts.Run> run) {
        return switch (facet) {
            case START -> List.of(run.map(it -> month(it.from())).orElse("none"));
            case HOURS ->
                    run.map(it -> List.of(FacetBands.of(facet, it.minutesAWeek() / 60)))
                            .orElse(List.of());
            case PRICE ->
                    run.flatMap(CatalogueFacts.Run::price)
                            .map(this::prices)
                            .orElse(List.of("unstated"));
            case LEVEL, CREDITS, FIELD, LANGUAGE, MODE, COUNTRY, SKILL, QUALIFICATION ->
                    throw new IllegalArgumentException(facet.code());
        };
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    /** What is free is within every limit, in every currency. */
    private List<String> prices(Price price) {
        if (price.isFree()) {
            var all = new ArrayList<String>();
            all.add("free");
            all.addAll(upTo);
            return all;
        }
        var within = new ArrayList<String>();
        for (int most : PRICES) {
            if (price.hundredths() <= most * 100L) {
                within.add(price.currency() + "-" + most);
            }
        }
        return within;
    }
}
