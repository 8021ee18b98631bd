package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void aPageGetsOnePathOnWhiteWithATitleThatCannotBreakOut() {
        var svg = QrCode.svg("https://cairn.example/v/7K4P-9QXD-2M", "<b>\"Verify\" & see");

        assertThat(svg)
                .startsWith("<svg class=\"qr\" viewBox=\"0 0 37 37\" role=\"img\"")
                .contains("<title>&lt;b&gt;\"Verify\" &amp; see</title>")
                .contains("fill=\"#fff\"/><path d=\"M4 4h7v1h-7z")
                .doesNotContain("style=")
                .endsWith("</svg>");
    }

    @Test
    void aTextThatDoesNotFitIsNotCut() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
