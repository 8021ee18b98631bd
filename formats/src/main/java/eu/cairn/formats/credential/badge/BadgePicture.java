package eu.cairn.formats.credential.badge;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Certificate;
import eu.cairn.formats.credential.XmlText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The picture of a micro-credential, to bake it into: a cairn, the title, the awarding body, the
 * credits and the level. It is for people; only what is baked into it is signed.
 */
public final class BadgePicture {

    /** Width and height in pixels. */
    public static final int SIZE = 512;

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String INK = "#1d2b36";
    private static final String PAPER = "#f7f4ec";
    private static final String STONE = "#7c8a83";

    /** The stones of the cairn: centre, half width and half height. */
    private record Stone(int x, int y, int halfWidth, int halfHeight) {}

    private static final List<Stone> STONES =
            List.of(
                    new Stone(256, 70, 30, 15),
                    new Stone(250, 103, 50, 18),
                    new Stone(258, 144, 74, 23));

    private static final List<Font> FACES =
            List.of(
                    face("SourceSans3-SemiBold"),
                    face("NotoSansArmenian-SemiBold"),
                    face("NotoSansGeorgian-SemiBold"));

    private final List<BadgeText> texts;
    private final String name;

    private BadgePicture(MicroCredential credential) {
        this.texts = BadgeText.of(credential);
        this.name = credential.title().authoritative();
    }

    /** The picture as SVG, without a badge in it. */
    public static String svg(MicroCredential credential) {
        return new BadgePicture(credential).svg();
    }

    /** The picture as PNG, without a badge in it; characters of rare scripts may be missing. */
    public static byte[] png(MicroCredential credential) {
        return new BadgePicture(credential).png();
    }

    private String svg() {
        var text = new StringWriter();
        try {
            var svg = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            svg.writeStartDocument("UTF-8", "1.0");
            svg.writeStartElement("svg");
            svg.writeDefaultNamespace(SVG);
            attributes(svg, "viewBox", "0 0 512 512", "width", SIZE, "height", SIZE);
            attributes(svg, "role", "img");
            svg.writeStartElement("title");
            svg.writeCharacters(XmlText.of(name));
            svg.writeEndElement();
            svg.writeEmptyElement("rect");
            attributes(svg, "x", 8, "y", 8, "width", 496, "height", 496, "rx", 40);
            attributes(svg, "fill", PAPER, "stroke", INK, "stroke-width", 6);
            for (var stone : STONES) {
                svg.writeEmptyElement("ellipse");
                attributes(svg, "cx", stone.x, "cy", stone.y, "rx", stone.halfWidth);
                attributes(svg, "ry", stone.halfHeight, "fill", STONE);
            }
            for (var line : texts) {
                svg.writeStartElement("text");
                attributes(svg, "x", SIZE / 2, "y", line.y(), "font-size", line.size());
                attributes(svg, "text-anchor", "middle", "fill", INK, "font-weight", 600);
                attributes(svg, "font-family", "'Source Sans 3', sans-serif");
                svg.writeCharacters(line.words());
                svg.writeEndElement();
            }
            svg.writeEndElement();
            svg.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void attributes(XMLStreamWriter svg, Object... namesAndValues)
            throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            svg.writeAttribute(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
    }

    private byte[] png() {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            var frame = new RoundRectangle2D.Double(8, 8, 496, 496, 80, 80);
            pen.setColor(Color.decode(PAPER));
            pen.fill(frame);
            pen.setColor(Color.decode(INK));
            pen.setStroke(new BasicStroke(6));
            pen.draw(frame);
            pen.setColor(Color.decode(STONE));
            STONES.forEach(stone -> pen.fill(shape(stone)));
            pen.setColor(Color.decode(INK));
            texts.forEach(line -> draw(pen, line));
        } finally {
            pen.dispose();
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Ellipse2D shape(Stone stone) {
        return new Ellipse2D.Double(
                stone.x - stone.halfWidth,
                stone.y - stone.halfHeight,
                2 * stone.halfWidth,
                2 * stone.halfHeight);
    }

    private static void draw(Graphics2D pen, BadgeText line) {
        var face =
                FACES.stream()
                        .filter(of -> of.canDisplayUpTo(line.words()) < 0)
                        .findFirst()
                        .orElse(FACES.getFirst());
        pen.setFont(face.deriveFont((float) line.size()));
        var width = pen.getFontMetrics().stringWidth(line.words());
        pen.drawString(line.words(), (SIZE - width) / 2, line.y());
    }

    private static Font face(String name) {
        var file = "fonts/" + name + ".ttf";
        try (var in = Certificate.class.getResourceAsStream(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, file));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
