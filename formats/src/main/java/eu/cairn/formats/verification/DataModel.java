package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.Members;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * The version of the W3C Verifiable Credentials Data Model that a credential is of: it is told by
 * the base context alone, and decides which members say from when until when it holds.
 *
 * <p>The context of 1.1 also defines the terms of 2.0 for dates. Where a credential of 1.1 states
 * both, it holds only while both say so.
 */
enum DataModel {
    V1_1(Contexts.CREDENTIALS_V1, "issuanceDate", "expirationDate"),
    V2_0(Contexts.CREDENTIALS_V2, "validFrom", "validUntil");

    private final String context;
    private final String start;
    private final String end;

    DataModel(String context, String start, String end) {
        this.context = context;
        this.start = start;
        this.end = end;
    }

    /** The model whose context {@code document} names; 2.0 if it names both or none. */
    static DataModel of(JsonObject document) {
        var contexts = Members.texts(document, "@context");
        return contexts.contains(V1_1.context) && !contexts.contains(V2_0.context) ? V1_1 : V2_0;
    }

    /** The address of the context that comes first. */
    String context() {
        return context;
    }

    /** The members that may say from when a credential holds, its own term first. */
    List<String> starts() {
        return Stream.of(start, V2_0.start).distinct().toList();
    }

    /** The members that may say until when it holds, its own term first. */
    List<String> ends() {
        return Stream.of(end, V2_0.end).distinct().toList();
    }

    /** What this model calls the member that 2.0 calls {@code name}. */
    String term(String name) {
        return switch (name) {
            case "validFrom" -> start;
            case "validUntil" -> end;
            default -> name;
        };
    }
}
