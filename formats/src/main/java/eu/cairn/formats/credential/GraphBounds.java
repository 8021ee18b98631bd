package eu.cairn.formats.credential;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * How much a JSON-LD document says, counted in one pass before anything is made of it: what comes
 * after takes up to 30 KB for a value, and much more for what is written into the graph many times.
 *
 * <p>Out of bounds are: more than {@value #MAX_VALUES} values, with {@value #HELD} more for each of
 * up to {@value #MAX_HELD} parts that have a proof of their own; more than {@value #MAX_CONTEXTS}
 * contexts; more than {@value #MAX_BLANK_NAMES} places where a blank node is named, which is what
 * it takes to entangle blank nodes; and more than {@value #MAX_CHARACTERS} characters in the graph,
 * where the identifier of an object stands once for each thing said of it.
 */
public final class GraphBounds {

    /** Objects, lists and plain values; the richest credential that we write has 200. */
    static final int MAX_VALUES = 1_500;

    static final int HELD = 300;
    static final int MAX_HELD = 20;
    static final int MAX_CONTEXTS = 120;
    static final int MAX_BLANK_NAMES = 64;
    static final int MAX_CHARACTERS = 500_000;

    private int values;
    private int held;
    private int contexts;
    private int blankNames;
    private long characters;

    private GraphBounds() {}

    /** What {@code document} has of everything. */
    static GraphBounds of(JsonObject document) {
        var bounds = new GraphBounds();
        bounds.object(document, true);
        return bounds;
    }

    /** Whether {@code document} is small enough for its graph to be made. */
    public static boolean admit(JsonObject document) {
        return of(document).admit(1);
    }

    /** The same where the graph is made so many times. */
    boolean admit(int times) {
        return (long) values * times <= MAX_VALUES + (long) HELD * Math.min(held, MAX_HELD)
                && characters * times <= MAX_CHARACTERS
                && contexts <= MAX_CONTEXTS
                && blankNames <= MAX_BLANK_NAMES;
    }

    int values() {
        return values;
    }

    private void object(JsonObject object, boolean whole) {
        values++;
        held += !whole && object.containsKey("proof") ? 1 : 0;
        int subject = object.get("id") instanceof JsonString id ? id.getChars().length() : 0;
        for (var member : object.entrySet()) {
            if (member.getKey().equals("@context")) {
                contexts(member.getValue());
            } else {
                value(member.getValue(), subject + member.getKey().length());
            }
        }
    }

    /** Contexts that are given in full have values as well, and may hold others. */
    private void contexts(JsonValue value) {
        switch (value) {
            case JsonArray list -> {
                values++;
                list.forEach(this::contexts);
            }
            case JsonObject definitions -> {
                contexts++;
                object(definitions, false);
            }
            default -> {
                contexts++;
                values++;
            }
        }
    }

    /**
     * @param repeated the characters that stand beside it in the graph
     */
    private void value(JsonValue value, int repeated) {
        switch (value) {
            case JsonArray list -> {
                values++;
                for (var item : list) {
                    value(item, repeated);
                }
            }
            case JsonObject object -> {
                characters += repeated;
                object(object, false);
            }
            case JsonString text -> {
                values++;
                characters += repeated + weight(text.getString());
            }
            default -> {
                values++;
                characters += repeated;
            }
        }
    }

    /** What is escaped where graphs are written down costs four times as much. */
    private int weight(String text) {
        blankNames += text.startsWith("_:") ? 1 : 0;
        int weight = text.length();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == 0x7f) {
                weight += 3;
            } else if (c > 0x7f) {
                weight++;
            }
        }
        return weight;
    }
}
