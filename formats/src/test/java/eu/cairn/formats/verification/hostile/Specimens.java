package eu.cairn.formats.verification.hostile;

import eu.cairn.formats.verification.hostile.Specimen.Judge;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The specimens of one family, as they are made. */
final class Specimens {

    private final String family;
    private final Judge judge;
    private final List<Specimen> made = new ArrayList<>();

    Specimens(String family, Judge judge) {
        this.family = family;
        this.judge = judge;
    }

    Specimens add(String name, String expected, String document) {
        return add(name, expected, bytes(document));
    }

    Specimens add(String name, String expected, JsonObject document) {
        return add(name, expected, document.toString());
    }

    Specimens add(String name, String expected, byte[] document) {
        return add(name, expected, document, judge);
    }

    Specimens add(String name, String expected, byte[] document, Judge by) {
        return later(name, expected, () -> document, by);
    }

    /** For what is large, and so made only when it is asked for. */
    Specimens later(String name, String expected, Supplier<byte[]> document) {
        return later(name, expected, document, judge);
    }

    private Specimens later(String name, String expected, Supplier<byte[]> document, Judge by) {
        made.add(new Specimen(family, name, document, expected, by));
        return this;
    }

    List<Specimen> list() {
        return List.copyOf(made);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** {@code text} with something in it replaced, which must be there. */
    static String replaced(String text, String what, String with) {
        if (!text.contains(what)) {
            throw new IllegalArgumentException("not in the document: " + what);
        }
        return text.replace(what, with);
    }
}
