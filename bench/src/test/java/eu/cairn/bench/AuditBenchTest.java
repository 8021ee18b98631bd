package eu.cairn.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditBenchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"joint-sustainability-10", "teaching-certificate-30", "data-stewardship-60"})
    void whatIsMeasuredIsAStackThatSatisfiesItsRules(String rulebook) {
        var bench = new AuditBench();
        bench.rulebook = rulebook;

        assertThatCode(bench::choose).doesNotThrowAnyException();
    }
}
