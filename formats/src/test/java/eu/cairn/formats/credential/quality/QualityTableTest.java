package eu.cairn.formats.credential.quality;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.QualityRecord;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityTableTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private static final String HEADER =
            "agency,report_id,status,decision,valid_from,valid_to,date_format,link[1],"
                    + "institution[1].deqar_id,institution[1].name_official,"
                    + "programme[1].name_primary,programme[1].qf_ehea_level,"
                    + "provider.qf_ehea_levels\n";

    @Test
    void aRowIsAReviewOfAnInstitutionOrOfItsCourse() {
        var table =
                accepted(
                        HEADER
                                + "AGY,77,1,1,2020-01-01,2025-12-31,%Y-%m-%d,https://a.example/77,"
                                + "DEQARINST1,Laguna,,,\"1,2\"\n"
                                + "AGY,78,voluntary,2,01/02/2021,,%d/%m/%Y,,DEQARINST1,Laguna,"
                                + "Coastal risk,2,\n");

        assertThat(table.findings()).isEmpty();
        var institution = table.records().getFirst();
        assertThat(institution.isOfInstitution()).isTrue();
        assertThat(institution.institution()).containsExactlyInAnyOrder("DEQARINST1", "Laguna");
        assertThat(institution.official()).isTrue();
        assertThat(institution.levels()).isEqualTo(Set.of(6, 7));
        assertThat(institution.report()).isEqualTo(Optional.of("https://a.example/77"));
        var course = table.records().getLast();
        assertThat(course.programme()).containsExactly("Coastal risk");
        assertThat(course.official()).isFalse();
        assertThat(course.decision()).isEqualTo(QualityRecord.Decision.CONDITIONAL);
        assertThat(course.validFrom()).isEqualTo(LocalDate.of(2021, 2, 1));
        assertThat(course.validUntil()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(course.asOf()).isEqualTo(AS_OF);
    }

    @Test
    void whatCannotBeUnderstoodIsLeftOutAndSaidWithItsLine() {
        var table =
                accepted(
                        HEADER
                                + ",1,1,1,2020-01-01,,,,D,N,,,\n"
                                + "A,1,1,9,2020-01-01,,,,D,N,,,\n"
                                + "A,1,1,1,soon,,,,D,N,,,\n"
                                + "A,1,1,1,2020-01-01,2019-01-01,,,D,N,,,\n"
                                + "A,1,1,1,2020-01-01,,,,,,,,\n"
                                + "A,1,1,1,2020-01-01,,,,D,N,P,9,\n"
                                + "A,1,1,1,2020-01-01,,,,D,N,P,2,\n");

        assertThat(table.records()).hasSize(1);
        assertThat(table.findings())
                .extracting(Refusal::code)
                .containsExactly(
                        "credential.review-agency-missing",
                        "credential.review-decision-unknown",
                        "credential.review-date-unreadable",
                        "credential.review-ends-before-it-begins",
                        "credential.review-institution-missing",
                        "credential.review-level-unknown");
        assertThat(table.findings().getFirst().place()).isEqualTo("line 2");
    }

    @Test
    void aProgrammeWithoutANameIsNotTakenForTheInstitution() {
        var table = accepted(HEADER + "A,1,1,1,2020-01-01,,,,D,N,,2,\n");

        assertThat(table.records()).isEmpty();
        assertThat(table.findings())
                .extracting(Refusal::code)
                .containsExactly("credential.review-programme-unnamed");
    }

    @Test
    void moreThanCanBeReadBackIsNotKept() {
        var one = accepted(HEADER + "A,1,1,3,2020-01-01,,,,D,N,P,2,\n").records();
        var many = Collections.nCopies(10_000, one.getFirst());

        assertThat(QualityJson.kept(one)).isEqualTo(Decided.accepted(QualityJson.write(one)));
        assertThat(QualityJson.kept(many).reasons())
                .extracting(Refusal::code)
                .containsExactly("credential.reviews-too-many-to-keep");
    }

    @Test
    void whatIsNoTableOfReviewsIsRefused() {
        for (var text : List.of("", "a,b\n1,2\n", "agency\nx\n", HEADER, "\"", "{}")) {
            assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(Decided.Refused.class);
        }
        assertThat(read(new byte[] {(byte) 0xC3, 0x28})).isInstanceOf(Decided.Refused.class);
        assertThat(read(new byte[QualityTable.MAX_BYTES + 1])).isInstanceOf(Decided.Refused.class);
    }

    @Test
    void whatIsKeptIsWhatWasRead() {
        var table = accepted(HEADER + "A,1,1,3,2020-01-01,,,https://x.example,D,N,P,2,\n");

        var kept = QualityJson.write(table.records()).getBytes(StandardCharsets.UTF_8);

        assertThat(QualityJson.read(kept)).isEqualTo(Decided.accepted(table.records()));
        assertThat(QualityJson.read("{\"records\": [{}]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Decided.Refused.class);
    }

    private static Decided<QualityTable> read(byte[] table) {
        return QualityTable.read(table, "A register", AS_OF);
    }

    private static QualityTable accepted(String table) {
        return switch (read(table.getBytes(StandardCharsets.UTF_8))) {
            case Decided.Accepted<QualityTable>(var read) -> read;
            case Decided.Refused<QualityTable>(var reasons) ->
                    throw new AssertionError(reasons.toString());
        };
    }
}
