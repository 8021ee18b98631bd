package eu.cairn.formats.credential.elmo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ElmoBoundsTest {

    private static final String MANY = "format.too-many-elements";

    @Test
    void asManyPartsAreReadAndNoMore() {
        int left = ElmoXml.MAX_ELEMENTS - 2; // the root and its namespace

        assertThat(reason("<a/>".repeat(left))).isEmpty();
        assertThat(reason("<a/>".repeat(left + 1))).isEqualTo(MANY);
        assertThat(reason("<a b=''/>".repeat(left / 2))).isEmpty();
        assertThat(reason("<a b=''/>".repeat(left / 2 + 1))).isEqualTo(MANY);
        for (var part : new String[] {"<!---->", "<?a?>", "<![CDATA[]]>"}) {
            assertThat(reason(part.repeat(left))).as(part).isEmpty();
            assertThat(reason(part.repeat(left + 1))).as(part).isEqualTo(MANY);
        }
        assertThat(reason("<p:a xmlns:p='urn:x'/>".repeat(left / 2))).isEmpty();
        assertThat(reason("<p:a xmlns:p='urn:x'/>".repeat(left / 2 + 1))).isEqualTo(MANY);
    }

    @Test
    void asManyPiecesOfTextAreReadAndNoMore() {
        assertThat(reason("&#65;".repeat(ElmoXml.MAX_TEXTS / 2))).isEmpty();
        assertThat(reason("&#65;".repeat(ElmoXml.MAX_TEXTS + 1))).isEqualTo(MANY);
    }

    @Test
    void asManyReportsAndResultsAreReadAndNoMore() {
        for (var part : new String[] {"report", ElmoReader.SPECIFICATION}) {
            var one = "<" + part + "/>";
            assertThat(reason(one.repeat(ElmoXml.MAX_RESULTS))).isEmpty();
            assertThat(reason(one.repeat(ElmoXml.MAX_RESULTS + 1))).isEqualTo(MANY);
        }
    }

    private static String reason(String content) {
        var document = "<elmo xmlns='" + Elmo.NAMESPACE + "'>" + content + "</elmo>";
        return switch (ElmoXml.parse(document.getBytes(StandardCharsets.UTF_8))) {
            case Decided.Accepted<Document> parsed -> "";
            case Decided.Refused<Document> refused -> refused.reasons().getFirst().code();
        };
    }
}
