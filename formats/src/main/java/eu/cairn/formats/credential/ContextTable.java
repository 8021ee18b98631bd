package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The terms of one JSON-LD context as a table of facts, from which the context itself is generated.
 *
 * <p>Each row is a term within a scope: the empty scope is the context itself, {@code A/b} the
 * scoped context of the term {@code b} within that of {@code A}. A row with a keyword sets it for
 * its scope; {@code @null} says that the scope clears whatever was in force; a row of type {@code
 * @prefix} only shortens the addresses of other rows.
 */
record ContextTable(List<Row> rows) {

    record Row(String scope, String term, String iri, String type, String container) {}

    /** The table {@code context-NAME.tsv} beside this class. */
    static ContextTable named(String name) {
        try (var in = ContextTable.class.getResourceAsStream("context-" + name + ".tsv")) {
            var text =
                    new String(
                            Objects.requireNonNull(in, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            var rows = new ArrayList<Row>();
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("scope\t"))
                    .map(line -> line.split("\t", -1))
                    .forEach(
                            cell -> rows.add(new Row(cell[0], cell[1], cell[2], cell[3], cell[4])));
            return new ContextTable(List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document that stands behind the address of this context. */
    JsonObject document() {
        return JSON.createObjectBuilder().add("@context", context("")).build();
    }

    private JsonValue context(String scope) {
        var context = JSON.createObjectBuilder();
        for (var row : rows) {
            if (!row.scope.equals(scope)) {
                continue;
            }
            if (row.term.equals("@null")) {
                return JsonValue.NULL;
            }
            if (row.term.startsWith("@")) {
                keyword(context, row);
            } else if (row.type.equals("@prefix")) {
                context.add(row.term, row.iri);
            } else {
                context.add(row.term, definition(row));
            }
        }
        return context.build();
    }

    private JsonObject definition(Row row) {
        var definition = JSON.createObjectBuilder();
        addUnlessEmpty(definition, "@id", row.iri);
        addUnlessEmpty(definition, "@type", row.type);
        addUnlessEmpty(definition, "@container", row.container);
        var scope = row.scope.isEmpty() ? row.term : row.scope + "/" + row.term;
        if (rows.stream().anyMatch(other -> other.scope.equals(scope))) {
            definition.add("@context", context(scope));
        }
        return definition.build();
    }

    private static void keyword(JsonObjectBuilder context, Row row) {
        switch (row.term) {
            case "@protected" -> context.add(row.term, Boolean.parseBoolean(row.iri));
            case "@version" -> context.add(row.term, new java.math.BigDecimal(row.iri));
            default -> context.add(row.term, row.iri);
        }
    }

    private static void addUnlessEmpty(JsonObjectBuilder definition, String name, String value) {
        if (!value.isEmpty()) {
            definition.add(name, value);
        }
    }
}
