package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StrictJsonBoundsTest {

    private static final String MANY = "format.too-many-elements";

    @Test
    void asManyPartsOfADocumentAreReadAndNoMore() {
        assertThat(reason(StrictJson.parse(parts(StrictJson.MAX_PARTS)))).isEmpty();
        assertThat(reason(StrictJson.parse(parts(StrictJson.MAX_PARTS + 1)))).isEqualTo(MANY);
    }

    @Test
    void aTableOfOursMayHaveMore() {
        int most = StrictJson.MAX_PARTS_OF_TABLES;

        assertThat(reason(StrictJson.parseTable(parts(most)))).isEmpty();
        assertThat(reason(StrictJson.parseTable(parts(most + 1)))).isEqualTo(MANY);
    }

    @Test
    void anExponentIsReadUpToItsBoundHoweverItIsWritten() {
        for (var number : new String[] {"1e400", "1E+400", "1.5e-400", "1e0000400"}) {
            assertThat(reason(StrictJson.parse("{\"a\":" + number + "}"))).as(number).isEmpty();
        }
        for (var number : new String[] {"1e401", "1E+401", "1e-401", "1e00401", "1e99999999999"}) {
            assertThat(reason(StrictJson.parse("{\"a\":" + number + "}")))
                    .as(number)
                    .isEqualTo("format.number-too-long");
        }
    }

    /** Begin, name, begin of the list, its values, end, end. */
    private static byte[] parts(int count) {
        return ("{\"a\":[1" + ",1".repeat(count - 6) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(Decided<JsonObject> read) {
        return switch (read) {
            case Decided.Accepted<JsonObject> accepted -> "";
            case Decided.Refused<JsonObject> refused -> refused.reasons().getFirst().code();
        };
    }
}
