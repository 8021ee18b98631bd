package eu.cairn.formats.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.CredentialStatus;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Portfolio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsReaderTest {

    private static Portfolio accepted(String text) {
        return switch (FactsReader.read(text)) {
            case Decided.Accepted<Portfolio>(var portfolio) -> portfolio;
            case Decided.Refused<Portfolio>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    @Test
    void everyFactIsRead() {
        var portfolio =
                accepted(
                        """
                        {"asOf": "2026-06-30",
                         "credentials": [{"id": "c3", "course": "K6", "title": "Law", "credits": 7.5, "level": 7,
                           "theme": ["law"], "isced": ["0421"], "issuer": "uni-c", "kind": "hei", "country": "IE",
                           "mode": "online", "awarded": "2025-04-28", "expires": null, "grade": 56,
                           "status": "valid", "qa": "esg", "recognition": "none"},
                           {"id": "c1", "credits": 5.0},
                           {"id": "c2", "credits": 5, "status": "lost"}],
                         "decisions": [{"credential": "c1", "course": "K1", "credits": 4.0, "decision": "d1",
                           "decidedBy": "uni-a", "decidedOn": "2026-01-01"}],
                         "spent": []}
                        """);

        var first = portfolio.credentials().getLast();
        assertThat(first.credits()).isEqualTo(new Ects(750));
        assertThat(first.value(Fact.GRADE)).contains("56");
        assertThat(first.expires()).isEmpty();
        assertThat(portfolio.credentials().getFirst().status()).isEqualTo(CredentialStatus.VALID);
        assertThat(portfolio.credentials().get(1).status()).isEqualTo(CredentialStatus.UNVERIFIED);
        assertThat(portfolio.decisions()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "facts.unreadable | {",
                "facts.signed-credential | eyJhbGciOiJFUzI1NiJ9.e30.AA",
                "facts.signed-credential | {\"@context\": []}",
                "facts.missing-key | {\"credentials\": []}",
                "facts.not-a-date | {\"asOf\": \"today\"}",
                "facts.unknown-key | {\"asOf\": \"2026-06-30\", \"credential\": []}",
                "facts.wrong-type | {\"asOf\": \"2026-06-30\", \"spent\": [\"a\"]}",
                "facts.unknown-credential | {\"asOf\": \"2026-06-30\", \"keep\": [\"a\"]}",
                "facts.wrong-type | {\"asOf\": \"2026-06-30\", \"credentials\": {}}",
                "facts.missing-key | {\"asOf\": \"2026-06-30\", \"credentials\": [{\"id\": \"a\"}]}",
                "facts.missing-key | {\"asOf\": \"2026-06-30\", \"credentials\": [{\"credits\": 1}]}",
                "facts.out-of-range | {\"asOf\": \"2026-06-30\", \"credentials\": [{\"id\": \"a\", \"credits\": 1.005}]}",
                "facts.out-of-range | {\"asOf\": \"2026-06-30\", \"credentials\": [{\"id\": \"a\", \"credits\": -1}]}",
                "facts.out-of-range | {\"asOf\": \"2026-06-30\", \"credentials\": [{\"id\": \"a\", \"credits\": 1, \"level\": 9}]}",
                "facts.duplicate-id | {\"asOf\": \"2026-06-30\", \"credentials\": [{\"id\": \"a\", \"credits\": 1}, {\"id\": \"a\", \"credits\": 1}]}",
                "facts.unknown-credential | {\"asOf\": \"2026-06-30\", \"decisions\": [{\"credential\": \"x\", \"course\": \"K\", \"credits\": 1, \"decidedOn\": \"2026-01-01\"}]}",
            })
    void whatCannotBeMeantIsRefused(String code, String text) {
        assertThat(FactsReader.read(text).reasons()).extracting(Refusal::code).contains(code);
    }

    @Test
    void aQuestionComesInOneFile() {
        var read =
                FactsReader.readQuestion(
                        """
                        {"asOf": "2026-06-30",
                         "qualification": {"requirements": [{"id": "r0", "credits": {"atLeast": 5.0}, "from": {"theme": "law"}}],
                                           "limits": [], "share": [], "notBoth": []},
                         "credentials": [{"id": "c1", "credits": 5.0, "theme": ["law"]}]}
                        """);

        assertThat(read).isInstanceOf(Decided.Accepted.class);
        assertThat(FactsReader.readQuestion("{\"asOf\": \"2026-06-30\"}").reasons())
                .extracting(Refusal::code)
                .contains("rulebook.missing-key");
    }
}
