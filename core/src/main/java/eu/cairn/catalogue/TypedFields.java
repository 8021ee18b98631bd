package eu.cairn.catalogue;

import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads single typed fields of a draft and keeps every fault and hint met on the way. */
final class TypedFields {

    private static final int LONGEST_TEXT = 2000;

    private final List<Refusal> faults = new ArrayList<>();
    private final List<Refusal> hints = new ArrayList<>();

    List<Refusal> faults() {
        return List.copyOf(faults);
    }

    List<Refusal> hints() {
        return List.copyOf(hints);
    }

    Optional<String> text(String place, String text, boolean needed) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return needed ? fault(place, "catalogue.text-missing") : Optional.empty();
        }
        return plain.length() > LONGEST_TEXT
                ? fault(place, "catalogue.text-too-long", plain.length(), LONGEST_TEXT)
                : Optional.of(plain);
    }

    <T> Optional<T> choice(String place, String code, Function<String, Optional<T>> read) {
        if (code.isBlank()) {
            return fault(place, "catalogue.choice-missing");
        }
        var value = read.apply(code.strip());
        return value.isPresent() ? value : fault(place, "catalogue.choice-unknown", code);
    }

    <T> Optional<T> fault(String place, String code, Object... parameters) {
        faults.add(Refusal.of(code, place, parameters));
        return Optional.empty();
    }

    void hint(String place, String code, Object... parameters) {
        hints.add(Refusal.of(code, place, parameters));
    }

    Optional<Integer> weight(String place, String text) {
        var plain = text.strip();
        return plain.matches("[1-9]\\d?|100")
                ? Optional.of(Integer.parseInt(plain))
                : fault(place, "catalogue.weight-invalid", text);
    }

    Optional<LearningHours> hours(String place, String text) {
        var hours = LearningHours.parse(text).filter(some -> some.minutes() > 0);
        return hours.isPresent() ? hours : fault(place, "catalogue.hours-invalid", text);
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
