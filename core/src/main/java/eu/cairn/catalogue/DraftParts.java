package eu.cairn.catalogue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a record by name, and the same record of other parts. */
record DraftParts(Class<? extends Record> type, List<String> names, List<Object> values) {

    static DraftParts of(Record whole) {
        var names = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var component : whole.getClass().getRecordComponents()) {
            names.add(component.getName());
            try {
                values.add(component.getAccessor().invoke(whole));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return new DraftParts(whole.getClass(), names, values);
    }

    Record with(List<Object> others) {
        try {
            return type.getDeclaredConstructor(
                            Arrays.stream(type.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(others.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static String below(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /** Collects every text below {@code whole}, which stands at {@code here} itself. */
    static void texts(Object whole, String here, Map<String, String> found) {
        switch (whole) {
            case String text -> found.put(here, text);
            case Record record -> {
                var parts = of(record);
                for (int i = 0; i < parts.names.size(); i++) {
                    texts(parts.values.get(i), below(here, parts.names.get(i)), found);
                }
            }
            case List<?> rows -> {
                if (!rows.isEmpty() && rows.stream().allMatch(Integer.class::isInstance)) {
                    found.put(here, rows.toString());
                }
                for (int i = 0; i < rows.size(); i++) {
                    texts(rows.get(i), "%s[%d]".formatted(here, i + 1), found);
                }
            }
            default -> {}
        }
    }

    /** The same with another text at a place, if it has one there. */
    static Optional<Object> replace(Object whole, String here, String place, String text) {
        if (here.equals(place) && whole instanceof String) {
            return Optional.of(text);
        }
        if (!leadsTo(here, place)) {
            return Optional.empty();
        }
        return switch (whole) {
            case Record record -> {
                var parts = of(record);
                yield replaced(
                                parts.values,
                                parts.names.stream().map(name -> below(here, name)).toList(),
                                place,
                                text)
                        .map(parts::with);
            }
            case List<?> rows -> {
                var places = new ArrayList<String>();
                for (int i = 1; i <= rows.size(); i++) {
                    places.add("%s[%d]".formatted(here, i));
                }
                yield replaced(rows, places, place, text).map(all -> all);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<List<Object>> replaced(
            List<?> values, List<String> places, String place, String text) {
        for (int i = 0; i < values.size(); i++) {
            var other = replace(values.get(i), places.get(i), place, text);
            if (other.isPresent()) {
                var all = new ArrayList<Object>(values);
                all.set(i, other.get());
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    private static boolean leadsTo(String here, String place) {
        return here.isEmpty()
                || place.startsWith(here + ".")
                || place.startsWith(here + "[")
                || place.equals(here);
    }
}
