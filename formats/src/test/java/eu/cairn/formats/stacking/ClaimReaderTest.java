package eu.cairn.formats.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @ValueSource(strings = {"\"level\": \"x\"", "\"level\": 9", "\"country\": \"another\""})
    void aFurtherCredentialThatCannotBeIsRefused(String where) {
        var text =
                """
                {"result": "not-satisfied", "missingCredits": 5.0,
                 "completion": [{"requirement": "r", "credits": 5.0, "where": {%s}}]}
                """
                        .formatted(where);

        assertThat(ClaimReader.read(text, DAY).reasons())
                .extracting(Refusal::code)
                .containsExactly("audit.unreadable");
    }
}
