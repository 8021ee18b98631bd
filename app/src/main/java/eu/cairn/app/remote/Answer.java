package eu.cairn.app.remote;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a server answered. */
public sealed interface Answer {

    /** It was done; what came of it. */
    record Done(JsonNode body) implements Answer {}

    /** It was refused, for reasons that are the caller's to mend. */
    record Refused(int status, List<String> reasons) implements Answer {}

    /** No answer came that says what became of it. */
    record NotReached(String reason) implements Answer {}
}
