package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.AlignmentMatrix.Column;
import eu.cairn.app.catalogue.AlignmentMatrix.Outcome;
import eu.cairn.catalogue.CourseDraft;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The alignment matrix as a drawing: the cells of the design, whatever its titles are. */
class AlignmentPictureTest {

    private static final String HOSTILE =
            "\"><script>alert(1)</script>&amp; ]]> <!-- ' \u0000\u001b\uD800 \uD83E\uDEA8 ${x} @if";

    @Test
    void theDrawingHasTheCellsOfTheDesign() throws Exception {
        var server = TestServer.shared();
        var design =
                server.bean(OfferStore.class).published().stream()
                        .filter(it -> it.design().code().equals("CLIMA-5"))
                        .findFirst()
                        .orElseThrow();
        var expected = new TreeSet<String>();
        for (var activity : design.design().activities()) {
            activity.outcomes()
                    .forEach(it -> expected.add(it + " is taught in " + activity.title()));
        }
        for (var task : design.design().tasks()) {
            task.outcomes()
                    .forEach(
                            it ->
                                    expected.add(
                                            it
                                                    + " is assessed by "
                                                    + task.code()
                                                    + " "
                                                    + task.title()));
        }

        var answer = server.visitor().get(design.path() + "/alignment.svg");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("image/svg+xml;charset=UTF-8");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox");
        var drawing = parsed(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(cells(drawing)).containsExactlyElementsOf(expected);
        assertThat(server.visitor().get(design.path()).body())
                .contains(design.path() + "/alignment.svg");
        assertThat(
                        server.visitor()
                                .get(design.path() + "/alignment.svg?download=true")
                                .headers()
                                .firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"alignment-CLIMA-5-1.svg\"");
    }

    @Test
    void aDraftIsDrawnWithItsGapsForItsDesignersAlone() throws Exception {
        var server = TestServer.shared();
        var acting = server.acting("borgofiume", Role.DESIGNER);
        var course =
                server.bean(CourseStore.class).list(acting).stream()
                        .map(it -> it.id())
                        .filter(it -> !draft(acting, it).tasks().isEmpty())
                        .findFirst()
                        .orElseThrow();
        var path = "/courses/" + course + "/alignment.svg";
        var draft = draft(acting, course);

        var drawing =
                parsed(
                        server.as(TestServer.DESIGNER)
                                .get(path)
                                .body()
                                .getBytes(StandardCharsets.UTF_8));

        int ticks =
                draft.activities().stream().mapToInt(it -> it.outcomes().size()).sum()
                        + draft.tasks().stream().mapToInt(it -> it.outcomes().size()).sum();
        assertThat(cells(drawing)).hasSize(ticks);
        assertThat(server.as("kallavesi.designer@example.org").get(path).statusCode())
                .isEqualTo(404);
        assertThat(server.as(TestServer.LEARNER).get(path).statusCode()).isEqualTo(403);
    }

    private static CourseDraft draft(Acting acting, UUID course) {
        return TestServer.shared()
                .bean(CourseStore.class)
                .draft(acting, course)
                .orElseThrow()
                .draft();
    }

    @Test
    void hostileTitlesAreTextAndNothingElse() throws Exception {
        var matrix =
                new AlignmentMatrix(
                        HOSTILE,
                        "en",
                        List.of(new Outcome("LO1", HOSTILE), new Outcome("LO2", "")),
                        List.of(new Column(HOSTILE, HOSTILE, "", List.of(true, false))),
                        List.of(new Column(HOSTILE, HOSTILE, HOSTILE, List.of(false, false))));

        var drawing = parsed(AlignmentPictures.svg(matrix));

        assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
        var desc = drawing.getElementsByTagName("desc").item(0).getTextContent();
        assertThat(desc)
                .contains("LO1: Taught in \"><script>alert(1)</script>&amp; ]]> <!-- '", "${x} @if")
                .contains("Not assessed", "LO2: Not taught. Not assessed.");
        assertThat(cells(drawing)).hasSize(1);
        assertThat(texts(drawing)).contains("Not assessed", "Not taught, not assessed", "none");
        for (var element : elements(drawing)) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        }
    }

    @Test
    void aBigMatrixIsDrawnInFullAndInside() throws Exception {
        var drawing = parsed(AlignmentPictures.svg(big()));

        int width = Integer.parseInt(drawing.getDocumentElement().getAttribute("width"));
        assertThat(
                        elements(drawing).stream()
                                .filter(it -> it.getTagName().equals("circle"))
                                .count())
                .as(
                        "a mark or a dot for each outcome and activity, a dot where not assessed, two in the key")
                .isEqualTo(20 * 12 + (20 * 25 - 20 * 5) + 2);
        assertThat(cells(drawing)).hasSize(20 * 4 + 20 * 5);
        for (var element : elements(drawing)) {
            for (var name : List.of("x", "cx")) {
                if (element.hasAttribute(name)) {
                    assertThat(Integer.parseInt(element.getAttribute(name))).isBetween(0, width);
                }
            }
        }
        assertThat(String.join(" ", texts(drawing)))
                .contains("Laboratory session 12 on sampling")
                .contains("A25 Portfolio entry 25");
    }

    /** 20 outcomes, 12 activities that teach each third, 25 tasks that assess each fifth. */
    static AlignmentMatrix big() {
        return new AlignmentMatrix(
                "Sampling, measuring and reporting the quality of surface water in small catchments",
                "en",
                IntStream.rangeClosed(1, 20)
                        .mapToObj(
                                n ->
                                        new Outcome(
                                                "LO" + n,
                                                "plan and carry out a campaign of measurements in a small catchment, weigh what it costs against what it shows, and defend the choice (step "
                                                        + n
                                                        + ")"))
                        .toList(),
                columns("Laboratory session %d on sampling and conservation", "", 12, 3),
                columns(
                        "A%1$d Portfolio entry %1$d with a reflection on one’s own practice",
                        "4", 25, 5));
    }

    private static List<Column> columns(String title, String weight, int count, int every) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        c ->
                                new Column(
                                        title.formatted(c),
                                        "2.5",
                                        weight,
                                        IntStream.range(0, 20)
                                                .mapToObj(o -> (o + c) % every == 0)
                                                .toList()))
                .toList();
    }

    private static Document parsed(byte[] svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<Element> elements(Document drawing) {
        var all = drawing.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    /** What the cells that have a mark say. */
    private static List<String> cells(Document drawing) {
        return elements(drawing).stream()
                .filter(it -> it.getTagName().equals("title"))
                .filter(it -> it.getParentNode().getNodeName().equals("g"))
                .map(Element::getTextContent)
                .sorted()
                .toList();
    }

    private static List<String> texts(Document drawing) {
        var texts = new ArrayList<String>();
        elements(drawing).stream()
                .filter(it -> it.getTagName().equals("text"))
                .forEach(it -> texts.add(it.getTextContent()));
        return texts;
    }
}
