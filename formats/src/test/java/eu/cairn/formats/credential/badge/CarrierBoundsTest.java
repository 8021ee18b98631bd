package eu.cairn.formats.credential.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.Certificate.Presentation;
import eu.cairn.formats.credential.Samples;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class CarrierBoundsTest {

    @Test
    void asManyPartsOfADrawingAreReadAndNoMore() {
        int elements = (BakedSvg.MAX_EVENTS - 3) / 3; // with begin, end and an attribute each

        assertThat(svg("<g a=''/>".repeat(elements))).isEqualTo("format.nothing-inside");
        assertThat(svg("<g a=''/>".repeat(elements + 1))).isEqualTo("format.carrier-too-complex");
        assertThat(BakedSvg.read(new byte[BakedSvg.MAX_BYTES + 1]).toString())
                .contains("format.too-large");
        assertThat(BakedSvg.read(new byte[BakedSvg.MAX_BYTES]).toString())
                .contains("format.carrier-malformed");
    }

    @Test
    void aBadgeMayBeInPiecesButNotInVeryMany() {
        var open = "<o:credential xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\">";
        var end = "</o:credential>";

        assertThat(svg(open + "e<!---->y<![CDATA[J]]><?a?>." + end)).isEqualTo("eyJ.");
        assertThat(svg(open + "e<!---->".repeat(50_000) + end))
                .isEqualTo("format.carrier-too-complex");
        assertThat(svg(open + "e<b/>" + end)).isEqualTo("format.carrier-malformed");
    }

    @Test
    void asManyNamesAndStreamsOfAPdfAreLookedAtAndNoMore() {
        assertThat(tooMuch("/a ".repeat(PackedStreams.MAX_NAMES))).isFalse();
        assertThat(tooMuch("/a ".repeat(PackedStreams.MAX_NAMES + 1))).isTrue();
        assertThat(tooMuch("/#61 ".repeat(PackedStreams.MAX_NUMBERED))).isFalse();
        assertThat(tooMuch("/#61 ".repeat(PackedStreams.MAX_NUMBERED + 1))).isTrue();
        assertThat(tooMuch("stream\n".repeat(PackedStreams.MAX_STREAMS))).isFalse();
        assertThat(tooMuch("stream\r\n".repeat(PackedStreams.MAX_STREAMS + 1))).isTrue();
        assertThat(tooMuch("endstream\n".repeat(PackedStreams.MAX_STREAMS + 1))).isFalse();
    }

    @Test
    void packingThatCannotBeMeasuredIsTooMuch() {
        for (var one :
                new String[] {
                    "/Filter/FlateDecode ",
                    "/Filter [/FlateDecode] ",
                    "/Filter [ /FlateDecode /DCTDecode ] ",
                    "/Filter\n/DCTDecode "
                }) {
            assertThat(tooMuch(one)).as(one).isFalse();
        }
        for (var one :
                new String[] {
                    "/Filter [/FlateDecode/FlateDecode] ",
                    "/Filter[/ASCII85Decode /Fl] ",
                    "/Filter 5 0 R ",
                    "/Filter [5 0 R] ",
                    "/Filter%\n[/Fl/Fl] ",
                    "/Filter [%\n/Fl/Fl] ",
                    "/Filter" + " ".repeat(70) + "[/Fl/Fl] ",
                    "/Filter [" + " ".repeat(250) + "/Fl/Fl] ",
                    "/LZWDecode ",
                    "/RL ",
                    "/F#69lter ",
                    "/Fl#61teDecode ",
                    "/Obj#53tm "
                }) {
            assertThat(tooMuch(one)).as(one).isTrue();
        }
    }

    @Test
    void asManyBytesOutsideOfStreamsAreReadAndNoMore() throws IOException {
        try (var reading = new BoundedReading(new byte[1])) {
            for (int i = 0; i < BoundedReading.MAX_READ; i++) {
                reading.seek(0);
                reading.read();
            }
            assertThatThrownBy(reading::read).isInstanceOf(Carrier.Unreadable.class);
        }
    }

    @Test
    void aCertificateTakesAHundredthOfThat() throws IOException {
        var signer = Samples.signer(1);
        var credential = Samples.credential(signer);
        var signed = Samples.signed(signer).getBytes(StandardCharsets.UTF_8);
        var pdf = Samples.accepted(Certificate.write(credential, presentation(), signed));
        var count = new Counting(pdf);

        Loader.loadPDF(count).close();

        assertThat(count.read).isLessThan(BoundedReading.MAX_READ / 100);
        assertThat(Samples.accepted(CertificateFile.read(pdf))).isEqualTo(signed);
    }

    private static Presentation presentation() {
        return new Presentation(
                URI.create("https://lagoonside.example/v/7K4P-9QXD-2M"),
                "7K4P-9QXD-2M",
                Language.ENGLISH,
                false,
                "Signed with a test key",
                Optional.empty());
    }

    private static final class Counting extends RandomAccessReadBuffer {
        private int read;

        Counting(byte[] pdf) {
            super(pdf);
        }

        @Override
        public int read() throws IOException {
            read++;
            return super.read();
        }
    }

    private static String svg(String content) {
        return switch (BakedSvg.read(bytes("<svg>" + content + "</svg>"))) {
            case Decided.Accepted<byte[]>(var badge) -> new String(badge, StandardCharsets.UTF_8);
            case Decided.Refused<byte[]> refused -> refused.reasons().getFirst().code();
        };
    }

    private static boolean tooMuch(String content) {
        return PackedStreams.unpackToMoreThan(1_000, bytes("%PDF-1.7\n" + content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
