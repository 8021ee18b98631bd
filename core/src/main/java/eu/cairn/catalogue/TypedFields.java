package eu.cairn.catalogue;

import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads single typed fields of a draft and keeps every fault and hint met on the way. */
final class TypedFields {

    /** A web address that a page may link to. */
    static final String ADDRESS = "https?://[^\\s\"<>]{3,500}";

    /** One that nobody reads or changes on the way. */
    static final String SAFE_ADDRESS = "https://[^\\s\"<>]{3,500}";

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_SHOWN = 200;

    /** The hours of a full-time year, at most (ECTS Users’ Guide 2015). */
    private static final LearningHours MOST_HOURS = LearningHours.of(1800);

    private final List<Refusal> faults = new ArrayList<>();
    private final List<Refusal> hints = new ArrayList<>();

    List<Refusal> faults() {
        return List.copyOf(faults);
    }

    List<Refusal> hints() {
        return List.copyOf(hints);
    }

    Optional<String> text(String place, String text, boolean needed) {
        return text.isBlank() && needed
                ? fault(place, "catalogue.text-missing")
                : text(place, text, LONGEST_TEXT);
    }

    /**
     * A text that need not be stated.
     *
     * @param longest how many characters it may have
     */
    Optional<String> text(String place, String text, int longest) {
        var plain = text.strip();
        return plain.length() > longest
                ? fault(place, "catalogue.text-too-long", plain.length(), longest)
                : Optional.of(plain).filter(some -> !some.isEmpty());
    }

    <T> Optional<T> choice(String place, String code, Function<String, Optional<T>> read) {
        if (code.isBlank()) {
            return fault(place, "catalogue.choice-missing");
        }
        var value = read.apply(code.strip());
        return value.isPresent() ? value : fault(place, "catalogue.choice-unknown", code);
    }

    <T> Optional<T> fault(String place, String code, Object... parameters) {
        faults.add(Refusal.of(code, place, shown(parameters)));
        return Optional.empty();
    }

    void hint(String place, String code, Object... parameters) {
        hints.add(Refusal.of(code, place, shown(parameters)));
    }

    Optional<Integer> weight(String place, String text) {
        var plain = text.strip();
        return plain.matches("[1-9]\\d?|100")
                ? Optional.of(Integer.parseInt(plain))
                : fault(place, "catalogue.weight-invalid", text);
    }

    Optional<LearningHours> hours(String place, String text) {
        var hours = LearningHours.parse(text).filter(some -> some.minutes() > 0);
        if (hours.isPresent() && hours.get().compareTo(MOST_HOURS) > 0) {
            return fault(place, "catalogue.hours-absurd", hours.get(), MOST_HOURS);
        }
        return hours.isPresent() ? hours : fault(place, "catalogue.hours-invalid", text);
    }

    /** What was typed, as much of it as a sentence can hold. */
    private static Object[] shown(Object[] parameters) {
        return Arrays.stream(parameters)
                .map(String::valueOf)
                .map(
                        text ->
                                text.length() <= LONGEST_SHOWN
                                        ? text
                                        : text.substring(0, LONGEST_SHOWN) + " …")
                .toArray();
    }

    /** A choice that need not be made. */
    <T> Optional<T> option(String place, String code, Function<String, Optional<T>> read) {
        return code.isBlank() ? Optional.empty() : choice(place, code, read);
    }

    Optional<Language> language(String place, String tag) {
        try {
            return Optional.of(new Language(tag.strip()));
        } catch (IllegalArgumentException e) {
            return fault(place, "catalogue.choice-unknown", tag);
        }
    }

    Optional<LocalDate> date(String place, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return fault(place, "catalogue.date-invalid", text);
        }
    }
}
